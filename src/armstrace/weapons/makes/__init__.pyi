from armstrace.weapons.makes.agreement import MakeLevel as MakeLevel
from armstrace.weapons.makes.agreement import compare as compare
from armstrace.weapons.makes.reader import MakeFlag as MakeFlag
from armstrace.weapons.makes.reader import MakeReading as MakeReading
from armstrace.weapons.makes.reader import read as read
from armstrace.weapons.makes.registry import Company as Company
from armstrace.weapons.makes.registry import CompanyRole as CompanyRole
from armstrace.weapons.makes.registry import Make as Make
