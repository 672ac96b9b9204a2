from armstrace.matching.results.account import MatchAccount as MatchAccount
from armstrace.matching.results.match_set import Answer as Answer
from armstrace.matching.results.match_set import MatchSet as MatchSet
from armstrace.matching.results.provenance import MatchStamp as MatchStamp
from armstrace.matching.results.shortlists import Outcome as Outcome
from armstrace.matching.results.shortlists import Shortlist as Shortlist
from armstrace.matching.results.shortlists import Unmatched as Unmatched
