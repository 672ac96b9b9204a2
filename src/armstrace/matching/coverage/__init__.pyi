from armstrace.matching.coverage.custody_context import CustodyContext as CustodyContext
from armstrace.matching.coverage.scopes import ListScope as ListScope
