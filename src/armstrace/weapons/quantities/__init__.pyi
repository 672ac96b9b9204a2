from armstrace.weapons.quantities.quantity import Quantity as Quantity
from armstrace.weapons.quantities.quantity import QuantityMeasure as QuantityMeasure
from armstrace.weapons.quantities.reader import find as find
