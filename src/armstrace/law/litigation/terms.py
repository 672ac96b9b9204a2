"""The words in which suits are described, as enums with definitions: events, dispositions, grounds, bars, parties.

They are words of US procedure. Each enum's docstring defines its members; the wording tables have the English and
Spanish for all of them.

>>> Disposition.REVERSED_AND_REMANDED.reverses, Disposition.AFFIRMED.reverses
(True, False)
>>> EventKind("cert_granted").is_ruling
False
"""

from __future__ import annotations

from enum import StrEnum


class ExceptionClause(StrEnum):
    """A clause of 15 U.S.C. 7903(5)(A): an action that the PLCAA does not bar.

    Attributes:
        I: Against a transferor convicted of a knowing transfer for a crime.
        II: Against a seller, for negligent entrustment or negligence per se.
        III: The predicate exception: a knowing violation of a statute applicable to sale or marketing, which is a
            proximate cause of the harm.
        IV: For breach of contract or warranty.
        V: For a defect in design or manufacture.
        VI: By the Attorney General, to enforce the Gun Control Act or the National Firearms Act.
    """

    I = "i"  # noqa: E741  # the clause's own number
    II = "ii"
    III = "iii"
    IV = "iv"
    V = "v"
    VI = "vi"


class PlcaaBar(StrEnum):
    """What stands, on a day, on whether the PLCAA bars the suit.

    Attributes:
        NOT_RAISED: The suit is not filed.
        NOT_RULED: It is filed, and no court has ruled on it.
        BARRED: The last ruling in force holds it barred.
        PARTLY_BARRED: Barred for some claims or defendants, and not for others.
        NOT_BARRED: Not barred; the source does not say whether for good or as pleaded.
        NOT_BARRED_AS_PLEADED: Not barred if what is alleged is true; nothing is proved.
        NOT_BARRED_NO_MAJORITY: Not barred, for reasons on which no majority of the court agreed.
        NOT_REACHED_OR_BARRED: Out on another ground for some, barred for others, in a ruling that does not tell which.
        STATUTE_NOT_PREEMPTED_FACIALLY: A state law that may serve as predicate stands against a challenge as a whole.
        STATUTE_UNCONSTITUTIONAL: Not barred, the PLCAA being held void.
        STATUTE_UPHELD_FACTS_OPEN: The PLCAA is held valid; whether it bars this suit is left open.
        UNDETERMINED: It differs within the days that are possible, or the file does not tell.
    """

    NOT_RAISED = "not_raised"
    NOT_RULED = "not_ruled"
    BARRED = "barred"
    PARTLY_BARRED = "partly_barred"
    NOT_BARRED = "not_barred"
    NOT_BARRED_AS_PLEADED = "not_barred_as_pleaded"
    NOT_BARRED_NO_MAJORITY = "not_barred_no_majority"
    NOT_REACHED_OR_BARRED = "not_reached_or_barred"
    STATUTE_NOT_PREEMPTED_FACIALLY = "statute_not_preempted_facially"
    STATUTE_UNCONSTITUTIONAL = "statute_unconstitutional"
    STATUTE_UPHELD_FACTS_OPEN = "statute_upheld_facts_open"
    UNDETERMINED = "undetermined"

    @property
    def bars(self) -> bool:
        """Whether the suit, or what the value is said of, may not go on."""
        return self is PlcaaBar.BARRED


class SuitStatus(StrEnum):
    """Where a suit stands at the end of a day.

    Attributes:
        NOT_FILED: No complaint yet.
        PENDING: Before the court of first instance, or on appeal with defendants still in.
        DISMISSED: All defendants are out, and no court has been asked to review that.
        DISMISSED_APPEAL_PENDING: All defendants are out, and a higher court has been asked to review that.
        REVIVED: A higher court has reversed a dismissal, and the court below has not ruled since.
        PENDING_CERT_PETITION: Defendants are in, and the Supreme Court of the United States has been asked to hear it.
        PENDING_CERT_GRANTED: Defendants are in, and that court has agreed to. A grant does not undo the judgment below.
        REVERSED_REMAND_PENDING: A higher court has held that it may not go on; the order that ends it is to come below.
        FINISHED: Nothing is left to decide.
        UNDETERMINED: It differs within the days that are possible, or the file does not tell.
    """

    NOT_FILED = "not_filed"
    PENDING = "pending"
    DISMISSED = "dismissed"
    DISMISSED_APPEAL_PENDING = "dismissed_appeal_pending"
    REVIVED = "revived"
    PENDING_CERT_PETITION = "pending_cert_petition"
    PENDING_CERT_GRANTED = "pending_cert_granted"
    REVERSED_REMAND_PENDING = "reversed_remand_pending"
    FINISHED = "finished"
    UNDETERMINED = "undetermined"


class Ground(StrEnum):
    """Why a defendant or a claim is out. Without it "dismissed" says little: want of jurisdiction is not immunity.

    Attributes:
        PLCAA: Barred by the Act.
        PERSONAL_JURISDICTION: The court has no power over the defendant.
        SUBJECT_MATTER_JURISDICTION: The court has no power over such a suit, for want of standing among others.
        FAILURE_TO_STATE_A_CLAIM: The law gives no remedy for what is alleged.
        STATE_LAW: Barred by a state's own statute.
        TIME: Brought too late.
        MERITS: Decided on the facts.
        SETTLEMENT: Settled.
        VOLUNTARY: Dropped by the plaintiff.
        BANKRUPTCY: Discharged in bankruptcy.
        NOT_STATED: The source does not say. It is never read as immunity.
    """

    PLCAA = "plcaa"
    PERSONAL_JURISDICTION = "personal_jurisdiction"
    SUBJECT_MATTER_JURISDICTION = "subject_matter_jurisdiction"
    FAILURE_TO_STATE_A_CLAIM = "failure_to_state_a_claim"
    STATE_LAW = "state_law"
    TIME = "time"
    MERITS = "merits"
    SETTLEMENT = "settlement"
    VOLUNTARY = "voluntary"
    BANKRUPTCY = "bankruptcy"
    NOT_STATED = "not_stated"


class Disposition(StrEnum):
    """What a court did.

    Each word that ends in ``_in_part`` or ``_in_large_part`` says that the holdings differ, ``_with_leave`` that the
    plaintiff may mend the complaint, ``_and_remanded`` that the court below has to act.

    Attributes:
        DISMISSED: Those named, or all still in, are out.
        DISMISSED_IN_PART: Some are, or some claims.
        DISMISSED_IN_PART_PERSONAL_JURISDICTION: Those named are out for want of personal jurisdiction.
        DISMISSED_PERSONAL_JURISDICTION_AS_TO_DEALER: The same, said of a dealer.
        SUMMARY_JUDGMENT_GRANTED: Those named, or all still in, win without trial.
        MOTION_TO_DISMISS_DENIED: The suit goes on.
        MOTION_TO_DISMISS_DENIED_IN_PART: It goes on in part.
        MOTION_TO_DISMISS_DENIED_IN_LARGE_PART: It goes on for the most part.
        MOTION_TO_DISMISS_DENIED_WITH_LEAVE: It goes on, with the complaint to be mended.
        AFFIRMED: What the court under review did stands.
        AFFIRMED_IN_PART_REVERSED_IN_PART: Some of it stands.
        REVERSED: It is undone.
        REVERSED_IN_PART: Some of it is undone.
        REVERSED_AND_REMANDED: It is undone, and the court below has to act.
        VACATED_AND_REMANDED: It is set aside, to be decided anew.
        MANDAMUS_GRANTED: A higher court orders the court below to act.
    """

    DISMISSED = "dismissed"
    DISMISSED_IN_PART = "dismissed_in_part"
    DISMISSED_IN_PART_PERSONAL_JURISDICTION = "dismissed_in_part_personal_jurisdiction"
    DISMISSED_PERSONAL_JURISDICTION_AS_TO_DEALER = "dismissed_personal_jurisdiction_as_to_dealer"
    SUMMARY_JUDGMENT_GRANTED = "summary_judgment_granted"
    MOTION_TO_DISMISS_DENIED = "motion_to_dismiss_denied"
    MOTION_TO_DISMISS_DENIED_IN_PART = "motion_to_dismiss_denied_in_part"
    MOTION_TO_DISMISS_DENIED_IN_LARGE_PART = "motion_to_dismiss_denied_in_large_part"
    MOTION_TO_DISMISS_DENIED_WITH_LEAVE = "motion_to_dismiss_denied_with_leave"
    AFFIRMED = "affirmed"
    AFFIRMED_IN_PART_REVERSED_IN_PART = "affirmed_in_part_reversed_in_part"
    REVERSED = "reversed"
    REVERSED_IN_PART = "reversed_in_part"
    REVERSED_AND_REMANDED = "reversed_and_remanded"
    VACATED_AND_REMANDED = "vacated_and_remanded"
    MANDAMUS_GRANTED = "mandamus_granted"

    @property
    def puts_out(self) -> bool:
        """Whether those it speaks of are out unless a holding says otherwise."""
        return self.value.startswith(("dismissed", "summary_judgment"))

    @property
    def reverses(self) -> bool:
        """Whether it undoes, wholly or in part, what another court did."""
        return "reversed" in self.value or self is Disposition.VACATED_AND_REMANDED

    @property
    def reviews(self) -> bool:
        """Whether it is the act of a court that reviews another."""
        return self.reverses or self in (Disposition.AFFIRMED, Disposition.MANDAMUS_GRANTED)

    @property
    def leaves_to_court_below(self) -> bool:
        """Whether the court below has to give effect to it."""
        return "remanded" in self.value or self is Disposition.MANDAMUS_GRANTED


class EventKind(StrEnum):
    """What happened in a suit: every `Disposition` by its own word, and what is no ruling.

    Attributes:
        COMPLAINT_FILED: The suit begins.
        AMENDED_COMPLAINT_FILED: Those dismissed by the same court are in again, if named or dismissed without
            prejudice.
        PARTY_JOINED: A defendant comes in.
        PARTY_LEFT: A defendant leaves without a ruling.
        APPEAL_TAKEN: A higher court is asked to review.
        CERT_PETITION_FILED: The Supreme Court of the United States is.
        CERT_GRANTED: It agrees to. That undoes nothing.
        CERT_DENIED: It declines. That is no ruling on the question.
        SETTLED: Those named, or all still in, are out by agreement.
        VOLUNTARILY_DISMISSED: They are out by the plaintiff's will.
        FINALLY_RESOLVED: The suit is over.
        MOTION_TO_DISMISS: A step that changes nothing of what is followed here, as are those below.
        HEARING: The court hears the parties.
        ARGUED: A reviewing court does.
        ORDER_SCHEDULING: The court sets days.
        DISTRIBUTED_FOR_CONFERENCE: A petition goes to the justices.
        ERRATA_OR_RELATED_ORDER: A correction, or an order beside the ruling.
        STAY_DENIED: The suit is not halted.
        JUDGMENT_ISSUED: A reviewing court sends its judgment down.
        STILL_PENDING: A source says that it goes on.
    """

    DISMISSED = "dismissed"
    DISMISSED_IN_PART = "dismissed_in_part"
    DISMISSED_IN_PART_PERSONAL_JURISDICTION = "dismissed_in_part_personal_jurisdiction"
    DISMISSED_PERSONAL_JURISDICTION_AS_TO_DEALER = "dismissed_personal_jurisdiction_as_to_dealer"
    SUMMARY_JUDGMENT_GRANTED = "summary_judgment_granted"
    MOTION_TO_DISMISS_DENIED = "motion_to_dismiss_denied"
    MOTION_TO_DISMISS_DENIED_IN_PART = "motion_to_dismiss_denied_in_part"
    MOTION_TO_DISMISS_DENIED_IN_LARGE_PART = "motion_to_dismiss_denied_in_large_part"
    MOTION_TO_DISMISS_DENIED_WITH_LEAVE = "motion_to_dismiss_denied_with_leave"
    AFFIRMED = "affirmed"
    AFFIRMED_IN_PART_REVERSED_IN_PART = "affirmed_in_part_reversed_in_part"
    REVERSED = "reversed"
    REVERSED_IN_PART = "reversed_in_part"
    REVERSED_AND_REMANDED = "reversed_and_remanded"
    VACATED_AND_REMANDED = "vacated_and_remanded"
    MANDAMUS_GRANTED = "mandamus_granted"
    COMPLAINT_FILED = "complaint_filed"
    AMENDED_COMPLAINT_FILED = "amended_complaint_filed"
    PARTY_JOINED = "party_joined"
    PARTY_LEFT = "party_left"
    MOTION_TO_DISMISS = "motion_to_dismiss"
    HEARING = "hearing"
    ORDER_SCHEDULING = "order_scheduling"
    STAY_DENIED = "stay_denied"
    APPEAL_TAKEN = "appeal_taken"
    ARGUED = "argued"
    ERRATA_OR_RELATED_ORDER = "errata_or_related_order"
    CERT_PETITION_FILED = "cert_petition_filed"
    DISTRIBUTED_FOR_CONFERENCE = "distributed_for_conference"
    CERT_GRANTED = "cert_granted"
    CERT_DENIED = "cert_denied"
    JUDGMENT_ISSUED = "judgment_issued"
    SETTLED = "settled"
    VOLUNTARILY_DISMISSED = "voluntarily_dismissed"
    FINALLY_RESOLVED = "finally_resolved"
    STILL_PENDING = "still_pending"

    @property
    def is_ruling(self) -> bool:
        """Whether it is a court's ruling."""
        return self.value in {disposition.value for disposition in Disposition}


class Posture(StrEnum):
    """In what procedural setting a court rules.

    Attributes:
        MOTION_TO_DISMISS: On the complaint alone; what is alleged is taken as true.
        PRELIMINARY_OBJECTIONS: The same, in Pennsylvania.
        MOTION_TO_STRIKE: The same, in Connecticut.
        JUDGMENT_ON_THE_PLEADINGS: On complaint and answer.
        SUMMARY_JUDGMENT: On evidence that leaves no question of fact.
        PRELIMINARY_INJUNCTION: Before trial, on what is likely.
        APPEAL: Review of a court below.
        INTERLOCUTORY_APPEAL: The same, while the suit goes on there.
        CERTIORARI: Review that the higher court chose to give.
        MANDAMUS: An order asked for against the court below.
    """

    MOTION_TO_DISMISS = "motion_to_dismiss"
    PRELIMINARY_OBJECTIONS = "preliminary_objections"
    MOTION_TO_STRIKE = "motion_to_strike"
    JUDGMENT_ON_THE_PLEADINGS = "judgment_on_the_pleadings"
    SUMMARY_JUDGMENT = "summary_judgment"
    PRELIMINARY_INJUNCTION = "preliminary_injunction"
    APPEAL = "appeal"
    INTERLOCUTORY_APPEAL = "interlocutory_appeal"
    CERTIORARI = "certiorari"
    MANDAMUS = "mandamus"


class Effect(StrEnum):
    """What a ruling does to an earlier one.

    Attributes:
        AFFIRMED: It stands.
        AFFIRMED_IN_PART: Some of it does.
        REVERSED: It is undone.
        REVERSED_IN_PART: Some of it is.
        VACATED: It is set aside.
    """

    AFFIRMED = "affirmed"
    AFFIRMED_IN_PART = "affirmed_in_part"
    REVERSED = "reversed"
    REVERSED_IN_PART = "reversed_in_part"
    VACATED = "vacated"


class Assessed(StrEnum):
    """How far an element of an exception has come.

    Attributes:
        PLAUSIBLY_ALLEGED: Held sufficient on the complaint; not proved.
        NOT_PLAUSIBLY_ALLEGED: Held insufficient on the complaint.
        PROVED: Found on evidence.
        CONTESTED: In dispute before the court, which has left it open.
        NOT_REACHED: No ruling in force decides it.
        UNDETERMINED: It differs within the days that are possible.
    """

    PLAUSIBLY_ALLEGED = "plausibly_alleged"
    NOT_PLAUSIBLY_ALLEGED = "not_plausibly_alleged"
    PROVED = "proved"
    CONTESTED = "contested"
    NOT_REACHED = "not_reached"
    UNDETERMINED = "undetermined"


class Role(StrEnum):
    """What a party is in the suit.

    Attributes:
        PLAINTIFF: Who sues.
        DEFENDANT: Who is sued.
        NAMED_AT_FIRST: Named as a defendant at first; no appearance, service or dismissal is on file, and it is not
            counted among those who are in.
        INTERVENOR: Who joins to be heard.
    """

    PLAINTIFF = "plaintiff"
    DEFENDANT = "defendant"
    NAMED_AT_FIRST = "named_at_first"
    INTERVENOR = "intervenor"


class PartyKind(StrEnum):
    """What a party is outside the suit; for defendants in the sense of 15 U.S.C. 7903.

    Attributes:
        MANUFACTURER: Makes the product as a federally licensed business.
        SELLER: Imports or deals under a federal license, or sells ammunition.
        TRADE_ASSOCIATION: A body of manufacturers or sellers.
        OTHER_BUSINESS: In none of these three ways.
        PUBLIC_OFFICIAL: Sued for an office.
    """

    FOREIGN_SOVEREIGN = "foreign_sovereign"
    STATE = "state"
    MUNICIPALITY = "municipality"
    INDIVIDUALS = "individuals"
    ESTATE = "estate"
    CLASS = "class"
    MANUFACTURER = "manufacturer"
    SELLER = "seller"
    TRADE_ASSOCIATION = "trade_association"
    OTHER_BUSINESS = "other_business"
    PUBLIC_OFFICIAL = "public_official"


class CitationRole(StrEnum):
    """What a citation is to the case.

    Attributes:
        DECISION: Where a decision of the case is printed.
        PARALLEL: The same decision in another series.
        EARLIER_APPEAL_BEFORE_PLCAA: An appeal decided before the Act.
        CERT_DENIED: The denial of certiorari.
        WITHDRAWN_PANEL_OPINION: What a panel had held, since withdrawn.
        EN_BANC_REVERSED: What the full court held.
        AMENDED_ON_REARGUMENT: The decision as amended later.
        REMAND_MOTION: On return to a state court, not on the PLCAA.
        SLIP: A decision not yet printed.
    """

    DECISION = "decision"
    PARALLEL = "parallel"
    EARLIER_APPEAL_BEFORE_PLCAA = "earlier_appeal_before_plcaa"
    CERT_DENIED = "cert_denied"
    WITHDRAWN_PANEL_OPINION = "withdrawn_panel_opinion"
    EN_BANC_REVERSED = "en_banc_reversed"
    AMENDED_ON_REARGUMENT = "amended_on_reargument"
    REMAND_MOTION = "remand_motion"
    SLIP = "slip"
