from armstrace.weapons.models.agreement import ModelLevel as ModelLevel
from armstrace.weapons.models.agreement import compare as compare
from armstrace.weapons.models.reader import ModelFlag as ModelFlag
from armstrace.weapons.models.reader import ModelReading as ModelReading
from armstrace.weapons.models.reader import read as read
from armstrace.weapons.models.registry import Model as Model
from armstrace.weapons.models.registry import ModelEntry as ModelEntry
from armstrace.weapons.models.registry import patterns as patterns
