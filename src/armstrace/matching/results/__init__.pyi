from armstrace.matching.results.match_set import Answer as Answer
from armstrace.matching.results.match_set import MatchAccount as MatchAccount
from armstrace.matching.results.match_set import MatchSet as MatchSet
from armstrace.matching.results.provenance import MatchStamp as MatchStamp
from armstrace.matching.results.shortlists import Hits as Hits
from armstrace.matching.results.shortlists import Outcome as Outcome
from armstrace.matching.results.shortlists import Unmatched as Unmatched
