from armstrace.parties.reader import PartyFlag as PartyFlag
from armstrace.parties.reader import PartyReading as PartyReading
from armstrace.parties.reader import read as read
from armstrace.parties.table import Party as Party
from armstrace.parties.table import PartyKind as PartyKind
from armstrace.parties.tenures import Tenure as Tenure
from armstrace.parties.tenures import in_office as in_office
from armstrace.parties.tenures import offices_of as offices_of
