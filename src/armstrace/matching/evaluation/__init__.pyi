from armstrace.matching.evaluation.calibration import Calibration as Calibration
from armstrace.matching.evaluation.calibration import CalibrationBin as CalibrationBin
from armstrace.matching.evaluation.evaluate import Evaluation as Evaluation
from armstrace.matching.evaluation.proportions import Proportion as Proportion
from armstrace.matching.evaluation.scores import NoiseScores as NoiseScores
from armstrace.matching.evaluation.scores import Scores as Scores
from armstrace.matching.evaluation.thresholds import Threshold as Threshold
from armstrace.matching.evaluation.thresholds import threshold_for as threshold_for
