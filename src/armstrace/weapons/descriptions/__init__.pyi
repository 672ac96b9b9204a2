from armstrace.weapons.descriptions.cells import CELLS as CELLS
from armstrace.weapons.descriptions.description import ReadPart as ReadPart
from armstrace.weapons.descriptions.description import Unread as Unread
