from armstrace.blind.blind import BlindKeys as BlindKeys
from armstrace.blind.blind import BlindLevel as BlindLevel
from armstrace.blind.blind import BlindList as BlindList
from armstrace.blind.blind import BlindPair as BlindPair
from armstrace.blind.blind import CommonSerials as CommonSerials
from armstrace.blind.blind import Unkeyed as Unkeyed
from armstrace.blind.blind import blind_keys as blind_keys
from armstrace.blind.blind import common_serials as common_serials
