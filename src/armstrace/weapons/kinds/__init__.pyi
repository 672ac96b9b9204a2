from armstrace.weapons.kinds.kind import KindCode as KindCode
from armstrace.weapons.kinds.kind import WeaponKind as WeaponKind
from armstrace.weapons.kinds.kind_set import KindSet as KindSet
from armstrace.weapons.kinds.reader import KindReading as KindReading
from armstrace.weapons.kinds.reader import read as read
