"""The items that stock numbers stand for: what a weapon of that number is, as it was made.

A record that gives a stock number does not state the model or the modes of fire; they follow from the number, and
answers that rest on them carry a caveat. A number stands for an item of supply, which several makers may make.

>>> from armstrace.weapons.supply.items import StockItem
>>> item = StockItem.lookup("1005-00-073-9421")
>>> item.name, item.designation, item.model.id, item.kind
('RIFLE,5.56 MILLIMETER', 'M16A1', 'm16a1', 'rifle')
>>> sorted(map(str, item.fire_modes))
['automatic', 'semi_automatic']
>>> [found.stock_number for found in StockItem.named("M16A1")]
['1005-00-073-9421']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from armstrace import _tables
from armstrace.weapons.calibers.agreement import CaliberAgreement
from armstrace.weapons.calibers.agreement import compare as compare_calibers
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.models.agreement import ModelLevel
from armstrace.weapons.models.agreement import compare as compare_models
from armstrace.weapons.models.registry import Model, ModelEntry

if TYPE_CHECKING:
    from armstrace.weapons.kinds.kind_set import KindSet

_FILE = "stock_numbers/items.csv"
_ONE_MODEL = (ModelLevel.SAME, ModelLevel.BROADER, ModelLevel.UNKNOWN)


@frozen(kw_only=True)
class StockItem(_tables.RegistryRow):
    """An item of supply that has a stock number. Two items are equal if their numbers are.

    What a row leaves open is taken from the model, so that the registry of models states it once.

    Attributes:
        niin: The nine characters that alone identify the item.
        fsc: The four digits of the supply class.
        name: The item name of the catalog, such as ``RIFLE,5.56 MILLIMETER``.
        designation: The designation of the type, such as ``M16A1``; empty where the item has none.
        model_id: Id of the model, or None for an item of several models, or of one that is not in the registry.
        kind: Id of the kind.
        action: How the weapon is loaded again, or None where that is not known.
        fire_modes: The modes of fire; empty where they are not known.
        calibers: Ids of the cartridges; empty where they are not known.
        source: The codes of the sources of the row, joined by ``|``.
        verified: True if two independent sources agree on what the number stands for.
    """

    _NAME, _FILE = "stock numbers", _FILE

    niin: str
    fsc: str = field(eq=False)
    name: str = field(eq=False)
    designation: str = field(default="", eq=False)
    model_id: str | None = field(default=None, eq=False)
    kind: str = field(eq=False)
    action: Action | None = field(default=None, eq=False)
    fire_modes: frozenset[FireMode] = field(default=frozenset(), eq=False)
    calibers: tuple[str, ...] = field(default=(), eq=False)
    source: str = field(default="", eq=False, repr=False)
    verified: bool = field(default=False, eq=False)

    @classmethod
    def _rows(cls) -> list[StockItem]:
        return [_row(row) for row in _tables.rows(_FILE)]

    @property
    def id(self) -> str:
        """The nine characters that alone identify the item."""
        return self.niin

    @property
    def names(self) -> tuple[str, ...]:
        """The stock number and the designation."""
        return tuple(filter(None, (self.stock_number, self.designation)))

    @property
    def stock_number(self) -> str:
        """The whole number, as it is written: ``1005-00-073-9421``."""
        return "-".join((self.fsc, self.niin[:2], self.niin[2:5], self.niin[5:]))

    @property
    def sources(self) -> tuple[str, ...]:
        """The code of each source of the row; the names of the sources stand in the wording tables."""
        return _tables.split(self.source)

    @property
    def model(self) -> Model | None:
        """The model; None for an item of several models, or of one that is not in the registry."""
        entry = ModelEntry.get(self.model_id) if self.model_id else None
        return entry.model() if entry else None

    @property
    def pattern(self) -> str | None:
        """The design that the model follows, such as ``AR``; None if it follows none."""
        entry = ModelEntry.get(self.model_id) if self.model_id else None
        return entry.pattern if entry else None

    @property
    def caliber(self) -> Caliber | None:
        """The caliber; None where it is not known."""
        found = tuple(filter(None, map(Cartridge.get, self.calibers)))
        if not found:
            return None
        return Caliber(candidates=found, basis=CaliberBasis.NAMED if len(found) == 1 else CaliberBasis.OPEN)

    def fits(
        self,
        kinds: KindSet,
        model: Model | None = None,
        caliber: Caliber | None = None,
        action: Action | None = None,
    ) -> bool:
        """True if a thing so described may be this item; what is not stated contradicts nothing.

        >>> from armstrace.weapons.kinds import KindSet
        >>> item = StockItem.lookup("1005-00-073-9421")
        >>> item.fits(KindSet.of("long_gun")), item.fits(KindSet.of("pistol"))
        (True, False)
        """
        return (
            kinds.could_be(self.kind)
            and compare_models(model, self.model) in _ONE_MODEL
            and compare_calibers(caliber, self.caliber) is not CaliberAgreement.CONFLICT
            and (action is None or self.action in (None, action))
        )

    def __str__(self) -> str:
        return self.designation or self.name


def _row(row: dict[str, str]) -> StockItem:
    """The item in a row of the table, with what follows from its model where the row leaves it open."""
    entry = ModelEntry.get(row["model_id"])
    if entry is None:
        return _tables.from_row(StockItem, row)
    item = _tables.from_row(StockItem, row, kind=row["kind"] or entry.kind)
    changes: dict[str, Any] = {
        name: getattr(entry, name) for name in ("action", "fire_modes", "calibers") if not getattr(item, name)
    }
    return evolve(item, **changes)
