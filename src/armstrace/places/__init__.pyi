from armstrace.places.country import Country as Country
from armstrace.places.jurisdiction import Jurisdiction as Jurisdiction
from armstrace.places.place import Place as Place
from armstrace.places.state import State as State
