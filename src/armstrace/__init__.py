"""Seizure tables, stock lists, press text and court records about weapons, as typed and citable evidence.

The public names stand here once; each is loaded on first use, so that ``import armstrace`` stays light.

>>> import armstrace
>>> armstrace.Caliber.parse("7,62X39").cartridge.id
'7.62x39mm'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armstrace._convert import fingerprint as fingerprint
    from armstrace.dates.parse import parse_date as parse_date
    from armstrace.dates.value import Period as Period
    from armstrace.dates.value import UncertainDate as UncertainDate
    from armstrace.errors import AmbiguousEntry as AmbiguousEntry
    from armstrace.errors import ArmstraceError as ArmstraceError
    from armstrace.errors import CaseError as CaseError
    from armstrace.errors import Fault as Fault
    from armstrace.errors import MissingExtra as MissingExtra
    from armstrace.errors import NotComparable as NotComparable
    from armstrace.errors import ParseError as ParseError
    from armstrace.errors import RuleError as RuleError
    from armstrace.errors import TableError as TableError
    from armstrace.errors import UnknownEntry as UnknownEntry
    from armstrace.explain import Agreement as Agreement
    from armstrace.explain import Caveat as Caveat
    from armstrace.explain import Reason as Reason
    from armstrace.formats.json import Kept as Kept
    from armstrace.formats.json import from_json as from_json
    from armstrace.formats.json import to_json as to_json
    from armstrace.formats.layouts import Long as Long
    from armstrace.formats.layouts import Wide as Wide
    from armstrace.formats.schema import json_schema as json_schema
    from armstrace.formats.tables import read_table as read_table
    from armstrace.formats.tallies import TallyTable as TallyTable
    from armstrace.formats.tallies import read_tallies as read_tallies
    from armstrace.law.case_files import parse_case as parse_case
    from armstrace.law.case_files import read_case as read_case
    from armstrace.law.case_terms import Assessed as Assessed
    from armstrace.law.case_terms import Disposition as Disposition
    from armstrace.law.case_terms import EventKind as EventKind
    from armstrace.law.case_terms import ExceptionClause as ExceptionClause
    from armstrace.law.case_terms import Ground as Ground
    from armstrace.law.case_terms import PlcaaBar as PlcaaBar
    from armstrace.law.case_terms import SuitStatus as SuitStatus
    from armstrace.law.cases import CaseParty as CaseParty
    from armstrace.law.cases import Claim as Claim
    from armstrace.law.cases import Event as Event
    from armstrace.law.cases import LegalCase as LegalCase
    from armstrace.law.channels import Channel as Channel
    from armstrace.law.channels import us_channel as us_channel
    from armstrace.law.circumstances import Circumstances as Circumstances
    from armstrace.law.citations import LegalCitation as LegalCitation
    from armstrace.law.classify import Basis as Basis
    from armstrace.law.classify import Classification as Classification
    from armstrace.law.classify import classify as classify
    from armstrace.law.classify import classify_many as classify_many
    from armstrace.law.contrast import Contrast as Contrast
    from armstrace.law.contrast import contrast as contrast
    from armstrace.law.courts import Court as Court
    from armstrace.law.plcaa import ExceptionFinding as ExceptionFinding
    from armstrace.law.plcaa import assess as assess
    from armstrace.law.rulings import Holding as Holding
    from armstrace.law.rulings import Ruling as Ruling
    from armstrace.law.schemes import Scheme as Scheme
    from armstrace.law.status import CaseStatus as CaseStatus
    from armstrace.law.statutes import Statute as Statute
    from armstrace.law.weapon_class import WeaponClass as WeaponClass
    from armstrace.law.weapon_class import weapon_class as weapon_class
    from armstrace.matching.blind import BlindKeys as BlindKeys
    from armstrace.matching.blind import BlindLevel as BlindLevel
    from armstrace.matching.blind import BlindList as BlindList
    from armstrace.matching.blind import CommonSerials as CommonSerials
    from armstrace.matching.blind import blind_keys as blind_keys
    from armstrace.matching.blind import common_serials as common_serials
    from armstrace.matching.compare import Match as Match
    from armstrace.matching.compare import Verdict as Verdict
    from armstrace.matching.compare import compare as compare
    from armstrace.matching.duplicates import Cluster as Cluster
    from armstrace.matching.duplicates import DuplicateSet as DuplicateSet
    from armstrace.matching.duplicates import deduplicate as deduplicate
    from armstrace.matching.evaluate import Evaluation as Evaluation
    from armstrace.matching.evaluate import evaluate as evaluate
    from armstrace.matching.findings import Finding as Finding
    from armstrace.matching.findings import FindingKind as FindingKind
    from armstrace.matching.findings import Reconciliation as Reconciliation
    from armstrace.matching.fit import fit as fit
    from armstrace.matching.fitted import Fit as Fit
    from armstrace.matching.fitted import FittedWeight as FittedWeight
    from armstrace.matching.hits import Hits as Hits
    from armstrace.matching.hits import Outcome as Outcome
    from armstrace.matching.hits import Unmatched as Unmatched
    from armstrace.matching.link import link as link
    from armstrace.matching.match_set import MatchAccount as MatchAccount
    from armstrace.matching.match_set import MatchSet as MatchSet
    from armstrace.matching.mixture import Shares as Shares
    from armstrace.matching.model import MatchModel as MatchModel
    from armstrace.matching.ratios import Ratio as Ratio
    from armstrace.matching.reconcile import reconcile as reconcile
    from armstrace.matching.scopes import Hands as Hands
    from armstrace.matching.scopes import ListScope as ListScope
    from armstrace.matching.stamps import MatchStamp as MatchStamp
    from armstrace.matching.thresholds import Threshold as Threshold
    from armstrace.matching.thresholds import threshold_for as threshold_for
    from armstrace.parties import Party as Party
    from armstrace.parties import PartyKind as PartyKind
    from armstrace.places import Jurisdiction as Jurisdiction
    from armstrace.places import Place as Place
    from armstrace.records.acts import Act as Act
    from armstrace.records.acts import ActKind as ActKind
    from armstrace.records.aliases import Aliases as Aliases
    from armstrace.records.chains import CustodyChain as CustodyChain
    from armstrace.records.columns import ColumnMap as ColumnMap
    from armstrace.records.counts import Count as Count
    from armstrace.records.custody import CustodyRecord as CustodyRecord
    from armstrace.records.custody import CustodySort as CustodySort
    from armstrace.records.incidents import Incident as Incident
    from armstrace.records.inquiries import Inquiry as Inquiry
    from armstrace.records.inquiries import InquiryState as InquiryState
    from armstrace.records.leftovers import Leftover as Leftover
    from armstrace.records.leftovers import leftovers as leftovers
    from armstrace.records.leftovers import leftovers_csv as leftovers_csv
    from armstrace.records.recorded import RecordedWeapon as RecordedWeapon
    from armstrace.records.seizures import RecoveryMode as RecoveryMode
    from armstrace.records.seizures import SeizedItem as SeizedItem
    from armstrace.records.seizures import Seizure as Seizure
    from armstrace.records.shares import Share as Share
    from armstrace.records.shares import ShareMethod as ShareMethod
    from armstrace.records.statements import Assessment as Assessment
    from armstrace.records.statements import Proposition as Proposition
    from armstrace.records.statements import Rating as Rating
    from armstrace.records.statements import Stance as Stance
    from armstrace.records.statements import Statement as Statement
    from armstrace.records.table_result import Problem as Problem
    from armstrace.records.table_result import TableResult as TableResult
    from armstrace.records.tallies import Measure as Measure
    from armstrace.records.tallies import Tally as Tally
    from armstrace.records.timeline import as_of as as_of
    from armstrace.records.transfers import DiversionPoint as DiversionPoint
    from armstrace.records.transfers import Transfer as Transfer
    from armstrace.sources import Citation as Citation
    from armstrace.sources import Source as Source
    from armstrace.sources import SourceChannel as SourceChannel
    from armstrace.sources import SourceForm as SourceForm
    from armstrace.sources import SourceKind as SourceKind
    from armstrace.tracing.outcomes import TraceOutcome as TraceOutcome
    from armstrace.tracing.profile import profile as profile
    from armstrace.tracing.requests import TraceRequest as TraceRequest
    from armstrace.tracing.shares import sdg_16_4_2 as sdg_16_4_2
    from armstrace.tracing.time_to_crime import time_to_crime as time_to_crime
    from armstrace.units import Energy as Energy
    from armstrace.units import Length as Length
    from armstrace.weapons.bores import Bore as Bore
    from armstrace.weapons.calibers import Caliber as Caliber
    from armstrace.weapons.cartridges import Cartridge as Cartridge
    from armstrace.weapons.features import Action as Action
    from armstrace.weapons.features import FireMode as FireMode
    from armstrace.weapons.headstamps import Headstamp as Headstamp
    from armstrace.weapons.kinds import KindSet as KindSet
    from armstrace.weapons.kinds import WeaponKind as WeaponKind
    from armstrace.weapons.makes import Make as Make
    from armstrace.weapons.markings import LotNumber as LotNumber
    from armstrace.weapons.markings import Marking as Marking
    from armstrace.weapons.models import Model as Model
    from armstrace.weapons.serial_ranges import SerialRange as SerialRange
    from armstrace.weapons.serials import SerialComparison as SerialComparison
    from armstrace.weapons.serials import SerialLevel as SerialLevel
    from armstrace.weapons.serials import SerialNumber as SerialNumber
    from armstrace.weapons.serials import SerialState as SerialState
    from armstrace.weapons.stock_numbers import NationalStockNumber as NationalStockNumber
    from armstrace.weapons.weapon import Weapon as Weapon
else:
    import importlib

    _HOMES = {
        "_convert": "fingerprint",
        "dates.parse": "parse_date",
        "dates.value": "Period UncertainDate",
        "errors": (
            "AmbiguousEntry ArmstraceError CaseError Fault MissingExtra NotComparable ParseError RuleError TableError "
            "UnknownEntry"
        ),
        "explain": "Agreement Caveat Reason",
        "formats.json": "Kept from_json to_json",
        "formats.layouts": "Long Wide",
        "formats.schema": "json_schema",
        "formats.tables": "read_table",
        "formats.tallies": "TallyTable read_tallies",
        "law.case_files": "parse_case read_case",
        "law.case_terms": "Assessed Disposition EventKind ExceptionClause Ground PlcaaBar SuitStatus",
        "law.cases": "CaseParty Claim Event LegalCase",
        "law.channels": "Channel us_channel",
        "law.circumstances": "Circumstances",
        "law.citations": "LegalCitation",
        "law.classify": "Basis Classification classify classify_many",
        "law.contrast": "Contrast contrast",
        "law.courts": "Court",
        "law.plcaa": "ExceptionFinding assess",
        "law.rulings": "Holding Ruling",
        "law.schemes": "Scheme",
        "law.status": "CaseStatus",
        "law.statutes": "Statute",
        "law.weapon_class": "WeaponClass weapon_class",
        "matching.blind": "BlindKeys BlindLevel BlindList CommonSerials blind_keys common_serials",
        "matching.compare": "Match Verdict compare",
        "matching.duplicates": "Cluster DuplicateSet deduplicate",
        "matching.evaluate": "Evaluation evaluate",
        "matching.findings": "Finding FindingKind Reconciliation",
        "matching.fit": "fit",
        "matching.fitted": "Fit FittedWeight",
        "matching.hits": "Hits Outcome Unmatched",
        "matching.link": "link",
        "matching.match_set": "MatchAccount MatchSet",
        "matching.mixture": "Shares",
        "matching.model": "MatchModel",
        "matching.ratios": "Ratio",
        "matching.reconcile": "reconcile",
        "matching.scopes": "Hands ListScope",
        "matching.stamps": "MatchStamp",
        "matching.thresholds": "Threshold threshold_for",
        "parties": "Party PartyKind",
        "places": "Jurisdiction Place",
        "records.acts": "Act ActKind",
        "records.aliases": "Aliases",
        "records.chains": "CustodyChain",
        "records.columns": "ColumnMap",
        "records.counts": "Count",
        "records.custody": "CustodyRecord CustodySort",
        "records.incidents": "Incident",
        "records.inquiries": "Inquiry InquiryState",
        "records.leftovers": "Leftover leftovers leftovers_csv",
        "records.recorded": "RecordedWeapon",
        "records.seizures": "RecoveryMode SeizedItem Seizure",
        "records.shares": "Share ShareMethod",
        "records.statements": "Assessment Proposition Rating Stance Statement",
        "records.table_result": "Problem TableResult",
        "records.tallies": "Measure Tally",
        "records.timeline": "as_of",
        "records.transfers": "DiversionPoint Transfer",
        "sources": "Citation Source SourceChannel SourceForm SourceKind",
        "tracing.outcomes": "TraceOutcome",
        "tracing.profile": "profile",
        "tracing.requests": "TraceRequest",
        "tracing.shares": "sdg_16_4_2",
        "tracing.time_to_crime": "time_to_crime",
        "units": "Energy Length",
        "weapons.bores": "Bore",
        "weapons.calibers": "Caliber",
        "weapons.cartridges": "Cartridge",
        "weapons.features": "Action FireMode",
        "weapons.headstamps": "Headstamp",
        "weapons.kinds": "KindSet WeaponKind",
        "weapons.makes": "Make",
        "weapons.markings": "LotNumber Marking",
        "weapons.models": "Model",
        "weapons.serial_ranges": "SerialRange",
        "weapons.serials": "SerialComparison SerialLevel SerialNumber SerialState",
        "weapons.stock_numbers": "NationalStockNumber",
        "weapons.weapon": "Weapon",
    }
    _HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}
    __all__ = list(_HOME_OF)

    def __getattr__(name: str) -> object:
        if name not in _HOME_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"{__name__}.{_HOME_OF[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return [*globals(), *_HOME_OF]
