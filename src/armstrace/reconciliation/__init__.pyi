from armstrace.reconciliation.findings import Finding as Finding
from armstrace.reconciliation.findings import FindingKind as FindingKind
from armstrace.reconciliation.findings import Reconciliation as Reconciliation
