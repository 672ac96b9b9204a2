"""Words of US civil procedure: events, dispositions, grounds, postures, and the status of a suit.

Each enum's docstring defines its members; the wording tables have the English and Spanish for all of them.

>>> Disposition.REVERSED_AND_REMANDED.reverses, Disposition.AFFIRMED.reverses
(True, False)
>>> EventKind("cert_granted").is_ruling
False
"""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    """The kind of an event in a suit: every `Disposition` by its own word, and the events that are no ruling.

    Attributes:
        COMPLAINT_FILED: The suit begins.
        AMENDED_COMPLAINT_FILED: Defendants whom the same court dismissed are in again, if the complaint names them or
            the dismissal was without prejudice.
        PARTY_JOINED: A defendant is joined.
        PARTY_LEFT: A defendant leaves without a ruling.
        APPEAL_TAKEN: A notice of appeal is filed.
        CERT_PETITION_FILED: The Supreme Court of the United States is asked for review.
        CERT_GRANTED: The Supreme Court agrees to review. That undoes nothing.
        CERT_DENIED: The Supreme Court declines to review. That is no ruling on the question.
        SETTLED: The named defendants, or all remaining ones, are out by settlement.
        VOLUNTARILY_DISMISSED: The plaintiff drops the named defendants, or all remaining ones.
        FINALLY_RESOLVED: The suit is over.
        MOTION_TO_DISMISS: A defendant moves to dismiss. This event and all below it leave the status as it was.
        HEARING: The trial court hears the parties.
        ARGUED: A reviewing court hears the parties.
        ORDER_SCHEDULING: The court sets dates.
        DISTRIBUTED_FOR_CONFERENCE: A petition goes to the justices.
        ERRATA_OR_RELATED_ORDER: A correction, or an order that accompanies a ruling.
        STAY_DENIED: A stay is denied.
        JUDGMENT_ISSUED: A reviewing court sends its judgment to the court below.
        STILL_PENDING: A source states that the suit goes on.
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
        """True for the ruling of a court."""
        return self.value in {disposition.value for disposition in Disposition}


class Disposition(StrEnum):
    """What a court did.

    In a word that ends in ``_in_part`` or ``_in_large_part`` the holdings differ; ``_with_leave`` is leave to amend the
    complaint; after ``_and_remanded`` the court below has to act.

    Attributes:
        DISMISSED: The named defendants, or all remaining ones, are out.
        DISMISSED_IN_PART: Some defendants or claims are out.
        DISMISSED_IN_PART_PERSONAL_JURISDICTION: The named defendants are out for want of personal jurisdiction.
        DISMISSED_PERSONAL_JURISDICTION_AS_TO_DEALER: The same, of a dealer.
        SUMMARY_JUDGMENT_GRANTED: The named defendants, or all remaining ones, win without trial.
        MOTION_TO_DISMISS_DENIED: The suit goes on.
        MOTION_TO_DISMISS_DENIED_IN_PART: The suit goes on in part.
        MOTION_TO_DISMISS_DENIED_IN_LARGE_PART: The suit goes on for the most part.
        MOTION_TO_DISMISS_DENIED_WITH_LEAVE: The suit goes on, and the complaint may be amended.
        AFFIRMED: The ruling under review stands.
        AFFIRMED_IN_PART_REVERSED_IN_PART: Part of the ruling under review stands.
        REVERSED: The ruling under review is undone.
        REVERSED_IN_PART: Part of the ruling under review is undone.
        REVERSED_AND_REMANDED: The ruling under review is undone, and the court below has to act.
        VACATED_AND_REMANDED: The ruling under review is set aside, and the court below decides anew.
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
    def dismisses(self) -> bool:
        """True if the defendants and claims concerned are out unless a holding states otherwise."""
        return self.value.startswith(("dismissed", "summary_judgment"))

    @property
    def reverses(self) -> bool:
        """True if a ruling of another court is undone, wholly or in part."""
        return "reversed" in self.value or self is Disposition.VACATED_AND_REMANDED

    @property
    def reviews(self) -> bool:
        """True for the act of a court that reviews another."""
        return self.reverses or self in (Disposition.AFFIRMED, Disposition.MANDAMUS_GRANTED)

    @property
    def remands(self) -> bool:
        """True if the court below has to give effect to the ruling."""
        return "remanded" in self.value or self is Disposition.MANDAMUS_GRANTED


class Ground(StrEnum):
    """Why a defendant or a claim is out: a dismissal for want of jurisdiction is not immunity.

    Attributes:
        PLCAA: The Act bars the suit.
        PERSONAL_JURISDICTION: The court has no power over the defendant.
        SUBJECT_MATTER_JURISDICTION: The court has no power over such a suit, for want of standing among others.
        FAILURE_TO_STATE_A_CLAIM: The law gives no remedy for what is alleged.
        STATE_LAW: A statute of the state bars the suit.
        TIME: The suit was filed too late.
        MERITS: The facts were decided.
        SETTLEMENT: The parties settled.
        VOLUNTARY: The plaintiff dropped the claim.
        BANKRUPTCY: The debt was discharged in bankruptcy.
        NOT_STATED: The source does not state the ground. It is never read as immunity.
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


class Posture(StrEnum):
    """The procedural setting of a ruling.

    Attributes:
        MOTION_TO_DISMISS: The complaint alone; its allegations are taken as true.
        PRELIMINARY_OBJECTIONS: The same, in Pennsylvania.
        MOTION_TO_STRIKE: The same, in Connecticut.
        JUDGMENT_ON_THE_PLEADINGS: Complaint and answer.
        SUMMARY_JUDGMENT: Evidence that leaves no question of fact.
        PRELIMINARY_INJUNCTION: Likelihood, before trial.
        APPEAL: Review of a court below.
        INTERLOCUTORY_APPEAL: The same, while the suit goes on there.
        CERTIORARI: Review at the discretion of the higher court.
        MANDAMUS: A request for an order to the court below.
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


class ReviewEffect(StrEnum):
    """The effect of a ruling on an earlier ruling.

    Attributes:
        AFFIRMED: The earlier ruling stands.
        AFFIRMED_IN_PART: Part of it stands.
        REVERSED: It is undone.
        REVERSED_IN_PART: Part of it is undone.
        VACATED: It is set aside.
    """

    AFFIRMED = "affirmed"
    AFFIRMED_IN_PART = "affirmed_in_part"
    REVERSED = "reversed"
    REVERSED_IN_PART = "reversed_in_part"
    VACATED = "vacated"


class SuitStatus(StrEnum):
    """The status of a suit at the end of a day.

    Attributes:
        NOT_FILED: There is no complaint yet.
        PENDING: The suit is before the trial court, or on appeal with defendants remaining.
        DISMISSED: All defendants are out, and no court has been asked to review that.
        DISMISSED_APPEAL_PENDING: All defendants are out, and a higher court has been asked to review that.
        REVIVED: A higher court has reversed a dismissal, and the court below has not ruled since.
        PENDING_CERT_PETITION: Defendants remain, and the Supreme Court of the United States has been asked for review.
        PENDING_CERT_GRANTED: Defendants remain, and that court has agreed to review. A grant does not undo the judgment
            below.
        REVERSED_REMAND_PENDING: A higher court has held that the suit may not go on; the court below has yet to end it.
        FINISHED: Nothing is left to decide.
        UNDETERMINED: The status differs within the possible days, or the file does not state it.
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
