from armstrace.weapons.quantities.quantity import Measure as Measure
from armstrace.weapons.quantities.quantity import Quantity as Quantity
from armstrace.weapons.quantities.reader import find as find
