from armstrace.weapons.descriptions.cells import CELLS as CELLS
from armstrace.weapons.descriptions.cells import Unread as Unread
from armstrace.weapons.descriptions.cells import WeaponReading as WeaponReading
from armstrace.weapons.descriptions.cells import read_lot as read_lot
from armstrace.weapons.descriptions.cells import read_weapon as read_weapon
