from armstrace.matching.learning.fitted import Fit as Fit
from armstrace.matching.learning.fitted import FittedWeight as FittedWeight
from armstrace.matching.learning.fitted import WhyKept as WhyKept
