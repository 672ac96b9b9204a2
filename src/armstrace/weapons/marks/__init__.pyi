from armstrace.weapons.marks.beside_serials import marks_beside as marks_beside
from armstrace.weapons.marks.headstamps import Headstamp as Headstamp
from armstrace.weapons.marks.lots import LotNumber as LotNumber
from armstrace.weapons.marks.lots import read_lot as read_lot
from armstrace.weapons.marks.markings import Marking as Marking
from armstrace.weapons.marks.markings import MarkingKind as MarkingKind
