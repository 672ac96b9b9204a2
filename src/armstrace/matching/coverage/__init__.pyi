from armstrace.matching.coverage.scopes import Hands as Hands
from armstrace.matching.coverage.scopes import ListScope as ListScope
