from armstrace.matching.comparisons.comparison import Comparison as Comparison
from armstrace.matching.comparisons.comparison import Phase as Phase
from armstrace.matching.comparisons.comparison import ValueComparison as ValueComparison
from armstrace.matching.comparisons.comparison import Weights as Weights
from armstrace.matching.comparisons.serials import SerialAgreement as SerialAgreement
from armstrace.matching.comparisons.serials import Slip as Slip
from armstrace.matching.comparisons.table import COMPARISONS as COMPARISONS
from armstrace.matching.comparisons.thing_classes import ThingClasses as ThingClasses
