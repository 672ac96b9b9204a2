from armstrace.blind.common import BlindLevel as BlindLevel
from armstrace.blind.common import BlindPair as BlindPair
from armstrace.blind.common import CommonSerials as CommonSerials
from armstrace.blind.common import common_serials as common_serials
from armstrace.blind.keys import blind_keys as blind_keys
from armstrace.blind.lists import BlindKeys as BlindKeys
from armstrace.blind.lists import BlindList as BlindList
from armstrace.blind.lists import Unkeyed as Unkeyed
