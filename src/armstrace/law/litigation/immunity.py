"""Words for what a court holds of immunity under the PLCAA: the bar, the exceptions and the status of their elements.

>>> PlcaaBar.BARRED.bars, PlcaaBar.NOT_BARRED_AS_PLEADED.bars
(True, False)
"""

from __future__ import annotations

from enum import StrEnum


class PlcaaBar(StrEnum):
    """The holding in force, on a day, on whether the PLCAA bars the suit."""

    NOT_RAISED = "not_raised"  #: The suit is not filed.
    NOT_RULED = "not_ruled"  #: The suit is filed, and no court has ruled on the bar.
    BARRED = "barred"  #: The last ruling in force holds the suit barred.
    PARTLY_BARRED = "partly_barred"  #: The suit is barred for some claims or defendants, and not for others.
    #: The suit is not barred; the source does not state if that is final or on the pleadings.
    NOT_BARRED = "not_barred"
    #: The suit is not barred if the allegations are true; nothing is proved.
    NOT_BARRED_AS_PLEADED = "not_barred_as_pleaded"
    #: The suit is not barred, for reasons that no majority of the court shares.
    NOT_BARRED_NO_MAJORITY = "not_barred_no_majority"
    #: Some defendants are out on another ground, others are barred, and the ruling does not state which.
    NOT_REACHED_OR_BARRED = "not_reached_or_barred"
    #: A state law that may serve as predicate survives a facial challenge.
    STATUTE_NOT_PREEMPTED_FACIALLY = "statute_not_preempted_facially"
    STATUTE_UNCONSTITUTIONAL = "statute_unconstitutional"  #: The suit is not barred, because the PLCAA is held void.
    #: The PLCAA is held valid; its effect on this suit is left open.
    STATUTE_UPHELD_FACTS_OPEN = "statute_upheld_facts_open"
    UNDETERMINED = "undetermined"  #: The holding differs within the possible days, or the file does not state it.

    @property
    def bars(self) -> bool:
        """True if the suit, or the claim concerned, may not go on."""
        return self is PlcaaBar.BARRED


class ExceptionClause(StrEnum):
    """A clause of 15 U.S.C. 7903(5)(A): an action that the PLCAA does not bar.

    I: Against a transferor convicted of a knowing transfer for a crime.
    """

    I = "i"  # noqa: E741  # the clause's own number
    II = "ii"  #: Against a seller, for negligent entrustment or negligence per se.
    #: The predicate exception: a knowing violation of a statute applicable to sale or marketing, which is a proximate
    #: cause of the harm.
    III = "iii"
    IV = "iv"  #: For breach of contract or warranty. V: For a defect in design or manufacture.
    V = "v"
    VI = "vi"  #: By the Attorney General, to enforce the Gun Control Act or the National Firearms Act.


class ElementStatus(StrEnum):
    """The holding in force, on a day, on one element of an exception."""

    PLAUSIBLY_ALLEGED = "plausibly_alleged"  #: The complaint suffices; nothing is proved.
    NOT_PLAUSIBLY_ALLEGED = "not_plausibly_alleged"  #: The complaint does not suffice.
    PROVED = "proved"  #: The element was found on evidence.
    CONTESTED = "contested"  #: The element is in dispute before the court, which has left it open.
    NOT_REACHED = "not_reached"  #: No ruling in force decides the element.
    UNDETERMINED = "undetermined"  #: The holding differs within the possible days.
