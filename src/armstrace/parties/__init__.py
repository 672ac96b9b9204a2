"""Parties: who takes, holds, says, sues or rules, as records and reports name them.

Governments, agencies, forces, armed groups, companies, courts, publishers, organizations, offices, and the persons who
held an office. No private persons: nobody is here but for an office held.

>>> from armstrace.parties import Party, in_office, read
>>> Party.lookup("SEDENA").name, Party.lookup("Mexico's Defense Department").id
('Secretariat of National Defense of Mexico', 'mx-sedena')
>>> Party.lookup("Cuerpo de Marines de Estados Unidos").kind
<PartyKind.FORCE: 'force'>

Short names such as ``Army`` need their country; `read` takes the authority cell of a row, with the place of the row,
and never fails. What it does not know stays as it was written, in `PartyReading.unread`:

>>> from armstrace.places import Place
>>> [reading.party.id for reading in read("Elementos del Ejército Mexicano y GN")]
['mx-sedena', 'mx-national-guard']
>>> read("FGE", Place.read(country="MX", state="Tamps."))[0].party.name
'Tamaulipas state prosecutor'
>>> read("Grupo Lobo")[0].unread
'Grupo Lobo'

Roles are bounded in time, and the table does not say that anybody is still in office:

>>> from datetime import date
>>> [tenure.person.name for tenure in in_office("mx-foreign-secretary", date(2024, 1, 22))]
['Alicia Bárcena']
>>> Party.lookup("Fuerzas Armadas", country="US").id
'us-armed-forces'
>>> Party.lookup("Ejército")
Traceback (most recent call last):
    ...
armstrace.errors.UnknownEntry: no entry in parties: 'Ejército'
"""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
