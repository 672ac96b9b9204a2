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
    """The kind of an event in a suit: every `Disposition` by its own word, and the events that are no ruling."""

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
    COMPLAINT_FILED = "complaint_filed"  #: The suit begins.
    #: Defendants whom the same court dismissed are in again, if the complaint names them or the dismissal was without
    #: prejudice.
    AMENDED_COMPLAINT_FILED = "amended_complaint_filed"
    PARTY_JOINED = "party_joined"  #: A defendant is joined.
    PARTY_LEFT = "party_left"  #: A defendant leaves without a ruling.
    #: A defendant moves to dismiss. This event and all below it leave the status as it was.
    MOTION_TO_DISMISS = "motion_to_dismiss"
    HEARING = "hearing"  #: The trial court hears the parties.
    ORDER_SCHEDULING = "order_scheduling"  #: The court sets dates.
    STAY_DENIED = "stay_denied"  #: A stay is denied.
    APPEAL_TAKEN = "appeal_taken"  #: A notice of appeal is filed.
    ARGUED = "argued"  #: A reviewing court hears the parties.
    ERRATA_OR_RELATED_ORDER = "errata_or_related_order"  #: A correction, or an order that accompanies a ruling.
    CERT_PETITION_FILED = "cert_petition_filed"  #: The Supreme Court of the United States is asked for review.
    DISTRIBUTED_FOR_CONFERENCE = "distributed_for_conference"  #: A petition goes to the justices.
    CERT_GRANTED = "cert_granted"  #: The Supreme Court agrees to review. That undoes nothing.
    CERT_DENIED = "cert_denied"  #: The Supreme Court declines to review. That is no ruling on the question.
    JUDGMENT_ISSUED = "judgment_issued"  #: A reviewing court sends its judgment to the court below.
    SETTLED = "settled"  #: The named defendants, or all remaining ones, are out by settlement.
    VOLUNTARILY_DISMISSED = "voluntarily_dismissed"  #: The plaintiff drops the named defendants, or all remaining ones.
    FINALLY_RESOLVED = "finally_resolved"  #: The suit is over.
    STILL_PENDING = "still_pending"  #: A source states that the suit goes on.

    @property
    def is_ruling(self) -> bool:
        """True for the ruling of a court."""
        return self.value in {disposition.value for disposition in Disposition}


class Disposition(StrEnum):
    """What a court did.

    In a word that ends in ``_in_part`` or ``_in_large_part`` the holdings differ; ``_with_leave`` is leave to amend the
    complaint; after ``_and_remanded`` the court below has to act.
    """

    DISMISSED = "dismissed"  #: The named defendants, or all remaining ones, are out.
    DISMISSED_IN_PART = "dismissed_in_part"  #: Some defendants or claims are out.
    #: The named defendants are out for want of personal jurisdiction.
    DISMISSED_IN_PART_PERSONAL_JURISDICTION = "dismissed_in_part_personal_jurisdiction"
    #: The same, of a dealer.
    DISMISSED_PERSONAL_JURISDICTION_AS_TO_DEALER = "dismissed_personal_jurisdiction_as_to_dealer"
    #: The named defendants, or all remaining ones, win without trial.
    SUMMARY_JUDGMENT_GRANTED = "summary_judgment_granted"
    MOTION_TO_DISMISS_DENIED = "motion_to_dismiss_denied"  #: The suit goes on.
    MOTION_TO_DISMISS_DENIED_IN_PART = "motion_to_dismiss_denied_in_part"  #: The suit goes on in part.
    #: The suit goes on for the most part.
    MOTION_TO_DISMISS_DENIED_IN_LARGE_PART = "motion_to_dismiss_denied_in_large_part"
    #: The suit goes on, and the complaint may be amended.
    MOTION_TO_DISMISS_DENIED_WITH_LEAVE = "motion_to_dismiss_denied_with_leave"
    AFFIRMED = "affirmed"  #: The ruling under review stands.
    AFFIRMED_IN_PART_REVERSED_IN_PART = "affirmed_in_part_reversed_in_part"  #: Part of the ruling under review stands.
    REVERSED = "reversed"  #: The ruling under review is undone.
    REVERSED_IN_PART = "reversed_in_part"  #: Part of the ruling under review is undone.
    #: The ruling under review is undone, and the court below has to act.
    REVERSED_AND_REMANDED = "reversed_and_remanded"
    #: The ruling under review is set aside, and the court below decides anew.
    VACATED_AND_REMANDED = "vacated_and_remanded"
    MANDAMUS_GRANTED = "mandamus_granted"  #: A higher court orders the court below to act.

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
    """Why a defendant or a claim is out: a dismissal for want of jurisdiction is not immunity."""

    PLCAA = "plcaa"  #: The Act bars the suit.
    PERSONAL_JURISDICTION = "personal_jurisdiction"  #: The court has no power over the defendant.
    #: The court has no power over such a suit, for want of standing among others.
    SUBJECT_MATTER_JURISDICTION = "subject_matter_jurisdiction"
    FAILURE_TO_STATE_A_CLAIM = "failure_to_state_a_claim"  #: The law gives no remedy for what is alleged.
    STATE_LAW = "state_law"  #: A statute of the state bars the suit.
    TIME = "time"  #: The suit was filed too late.
    MERITS = "merits"  #: The facts were decided.
    SETTLEMENT = "settlement"  #: The parties settled.
    VOLUNTARY = "voluntary"  #: The plaintiff dropped the claim.
    BANKRUPTCY = "bankruptcy"  #: The debt was discharged in bankruptcy.
    NOT_STATED = "not_stated"  #: The source does not state the ground. It is never read as immunity.


class Posture(StrEnum):
    """The procedural setting of a ruling."""

    MOTION_TO_DISMISS = "motion_to_dismiss"  #: The complaint alone; its allegations are taken as true.
    PRELIMINARY_OBJECTIONS = "preliminary_objections"  #: The same, in Pennsylvania.
    MOTION_TO_STRIKE = "motion_to_strike"  #: The same, in Connecticut.
    JUDGMENT_ON_THE_PLEADINGS = "judgment_on_the_pleadings"  #: Complaint and answer.
    SUMMARY_JUDGMENT = "summary_judgment"  #: Evidence that leaves no question of fact.
    PRELIMINARY_INJUNCTION = "preliminary_injunction"  #: Likelihood, before trial.
    APPEAL = "appeal"  #: Review of a court below.
    INTERLOCUTORY_APPEAL = "interlocutory_appeal"  #: The same, while the suit goes on there.
    CERTIORARI = "certiorari"  #: Review at the discretion of the higher court.
    MANDAMUS = "mandamus"  #: A request for an order to the court below.


class ReviewEffect(StrEnum):
    """The effect of a ruling on an earlier ruling."""

    AFFIRMED = "affirmed"  #: The earlier ruling stands.
    AFFIRMED_IN_PART = "affirmed_in_part"  #: Part of it stands.
    REVERSED = "reversed"  #: It is undone.
    REVERSED_IN_PART = "reversed_in_part"  #: Part of it is undone.
    VACATED = "vacated"  #: It is set aside.


class SuitStatus(StrEnum):
    """The status of a suit at the end of a day."""

    NOT_FILED = "not_filed"  #: There is no complaint yet.
    PENDING = "pending"  #: The suit is before the trial court, or on appeal with defendants remaining.
    DISMISSED = "dismissed"  #: All defendants are out, and no court has been asked to review that.
    #: All defendants are out, and a higher court has been asked to review that.
    DISMISSED_APPEAL_PENDING = "dismissed_appeal_pending"
    REVIVED = "revived"  #: A higher court has reversed a dismissal, and the court below has not ruled since.
    #: Defendants remain, and the Supreme Court of the United States has been asked for review.
    PENDING_CERT_PETITION = "pending_cert_petition"
    #: Defendants remain, and that court has agreed to review. A grant does not undo the judgment below.
    PENDING_CERT_GRANTED = "pending_cert_granted"
    #: A higher court has held that the suit may not go on; the court below has yet to end it.
    REVERSED_REMAND_PENDING = "reversed_remand_pending"
    FINISHED = "finished"  #: Nothing is left to decide.
    UNDETERMINED = "undetermined"  #: The status differs within the possible days, or the file does not state it.
