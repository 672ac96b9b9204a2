"""What a list can hold, and in whose hands it shows a weapon."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.errors import AmbiguousEntry, UnknownEntry
from armstrace.formats.json import from_json, to_json
from armstrace.matching.coverage import scopes
from armstrace.matching.coverage.custody_context import CustodyContext
from armstrace.matching.coverage.lists import KnownLists, SearchedLists, list_name
from armstrace.matching.coverage.scopes import ListScope
from armstrace.places import Place
from armstrace.records.custody import CustodyRecord, CustodySort
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons import kinds
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.reader import read_weapon

CITED = Citation(source=Source(title="rows.csv"), row=2)
LESO = ListScope.lookup("LESO_2020")


def found(day: UncertainDate | None = None, made: UncertainDate | None = None, **cells: str) -> RecordedWeapon:
    weapon = read_weapon(cells, language="es").weapon
    return RecordedWeapon(weapon=attrs.evolve(weapon, made=made), date=day, citation=CITED)


def listed(name: str | None, country: str | None = "US", sort: CustodySort = CustodySort.UNKNOWN) -> RecordedWeapon:
    place = Place.read(country=country) if country else None
    return RecordedWeapon(weapon=found().weapon, citation=CITED, list_name=name, place=place, sort=sort)


def codes(scope: ListScope, weapon: RecordedWeapon) -> list[str]:
    return [reason.code for reason in scope.cannot_hold(weapon)]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"kind": "AMETRALLADORA"}, ["scope.kind"]),
        ({"kind": "LANZAGRANADAS"}, ["scope.kind"]),
        ({"kind": "LANZACOHETES"}, ["scope.kind"]),
        ({"kind": "AMETRALLADORA", "caliber": ".50"}, ["scope.kind", "scope.caliber"]),
        ({"kind": "FUSIL", "caliber": ".50 BMG"}, ["scope.caliber"]),
        ({"kind": "FUSIL", "caliber": "12.7x108"}, ["scope.caliber"]),
        ({"kind": "FUSIL", "caliber": "12.7 mm"}, ["scope.caliber"]),
        ({"model": "M203"}, ["scope.model"]),
        ({"model": "M2HB"}, ["scope.model"]),
        # what may be another thing may stand there
        ({"kind": "ARMA LARGA"}, []),
        ({"kind": "ARMA LARGA", "model": "M2HB"}, []),
        ({"kind": "FUSIL", "caliber": "5.56"}, []),
        ({"kind": "SUBFUSIL"}, []),
        ({"kind": "GRANADAS Y LANZAGRANADAS"}, []),
        ({"kind": "PISTOLA", "caliber": ".45"}, []),
        ({"caliber": "40 mm"}, []),
        ({"model": "XYZ-1"}, []),
        ({}, []),
    ],
)
def test_what_the_public_leso_list_cannot_hold(cells: dict[str, Any], expected: list[str]) -> None:
    assert expected == codes(LESO, found(**cells))


def test_kinds_named_together_are_barred_only_if_all_are() -> None:
    barred = found(kind="AMETRALLADORA")
    both = attrs.evolve(barred.weapon, kinds=kinds.KindSet.of("machine_gun", "grenade_launcher"))
    either = attrs.evolve(barred.weapon, kinds=kinds.KindSet.of("machine_gun", "rifle"))
    (reason,) = LESO.cannot_hold(attrs.evolve(barred, weapon=both))
    assert "LESO_2020 holds no launcher, machine gun: the absence of the weapon is no evidence" == reason.explain("en")
    assert "LESO_2020 no contiene lanzador, ametralladora: que el arma no esté ahí no prueba nada" == reason.explain(
        "es"
    )
    assert () == LESO.cannot_hold(attrs.evolve(barred, weapon=either))


def test_only_some_kinds() -> None:
    scope = ListScope.of("Handguns", kinds=["pistol", "revolver"])
    assert ["scope.other_kind"] == codes(scope, found(kind="ESCOPETA"))
    (reason,) = scope.cannot_hold(found(kind="ESCOPETA"))
    assert "Handguns holds only pistol, revolver" in reason.explain("en")
    assert "Handguns solo contiene pistola, revólver" in reason.explain("es")
    assert [] == codes(scope, found(kind="ARMA CORTA"))
    assert [] == codes(scope, found(kind="REVOLVER"))
    assert [] == codes(scope, found())


def test_calibers_that_may_be_another_are_not_barred() -> None:
    scope = ListScope.of("book", no_calibers=[".50 BMG", "9x19"])
    assert ["scope.caliber"] == codes(scope, found(caliber="12.7x99"))
    # a bare .50 may be a pistol round, 9 mm another one, and a bore any round of it
    for caliber in (".50", "9 mm", "12.7 mm", "7.62x39"):
        assert [] == codes(scope, found(caliber=caliber))
    # barred one by one, a bare .50 is left with none that it may be
    assert ["scope.caliber"] == codes(ListScope.of("book", no_calibers=[".50 BMG", ".50 AE"]), found(caliber=".50"))
    (reason,) = scope.cannot_hold(found(caliber=".50 BMG"))
    assert "book holds nothing in .50 BMG: the absence of the weapon is no evidence" == reason.explain()


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (UncertainDate.of_year(2020), ["scope.made_after"]),
        (UncertainDate.exact(date(2019, 12, 31)), []),
        (UncertainDate.between(date(2019, 12, 1), date(2020, 2, 1)), []),
        (None, []),
    ],
)
def test_made_after_the_list_ends(made: UncertainDate | None, expected: list[str]) -> None:
    assert expected == codes(LESO, found(made=made))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (UncertainDate.exact(date(1989, 12, 31)), ["scope.found_before"]),
        (UncertainDate.exact(date(1990, 1, 1)), []),
        (UncertainDate.between(date(1989, 1, 1), date(1990, 1, 1)), []),
        (None, []),
    ],
)
def test_found_before_the_list_begins(day: UncertainDate | None, expected: list[str]) -> None:
    scope = ListScope.of("stock book", sort=CustodySort.STOCK, since=1990)
    assert expected == codes(scope, found(day))
    # a loss or a theft may be reported after the weapon was found
    assert [] == codes(ListScope.of("lost", sort=CustodySort.LOSS, since=1990), found(day))
    assert [] == codes(ListScope.of("stolen", sort=CustodySort.THEFT, since=1990), found(day))
    assert [] == codes(ListScope.of("official losses", context=CustodyContext.MX_LOSS, since=1990), found(day))


def test_the_years_are_said_in_both_languages() -> None:
    scope = ListScope.of("book", since=1990, until=1995)
    early, late = scope.cannot_hold(found(UncertainDate.of_year(1980), UncertainDate.of_year(2001)))
    assert "book ends in 1995, before the weapon was made (2001)" in early.explain("en")
    assert "book termina en 1995, antes de que se fabricara el arma (2001)" in early.explain("es")
    assert "book begins in 1990, after the weapon was found (1980)" in late.explain("en")
    assert "book comienza en 1990, después de que se encontró el arma (1980)" in late.explain("es")


@pytest.mark.parametrize(
    ("sort", "country", "expected"),
    [
        (CustodySort.MANUFACTURE, None, CustodyContext.MANUFACTURE),
        (CustodySort.STOCK, "US", CustodyContext.US_STOCK),
        (CustodySort.STOCK, "MX", CustodyContext.MX_STOCK),
        (CustodySort.STOCK, "GT", CustodyContext.UNKNOWN),
        (CustodySort.STOCK, None, CustodyContext.UNKNOWN),
        (CustodySort.SALE, "US", CustodyContext.US_SALE),
        (CustodySort.SALE, "MX", CustodyContext.UNKNOWN),
        (CustodySort.EXPORT, "US", CustodyContext.EXPORT),
        (CustodySort.STATE_TRANSFER, None, CustodyContext.EXPORT),
        (CustodySort.LOSS, "US", CustodyContext.US_LOSS),
        (CustodySort.LOSS, "MX", CustodyContext.MX_LOSS),
        (CustodySort.LOSS, None, CustodyContext.UNKNOWN),
        (CustodySort.THEFT, "MX", CustodyContext.STOLEN),
        (CustodySort.UNKNOWN, "US", CustodyContext.UNKNOWN),
    ],
)
def test_context_by_the_sort_of_the_row_and_its_country(
    sort: CustodySort, country: str | None, expected: CustodyContext
) -> None:
    assert expected is KnownLists.of().context(listed(None, country, sort))


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("LESO_2020", None, CustodyContext.US_STOCK),
        ("leso 2020", "US", CustodyContext.US_STOCK),
        ("DEALER_SALES", "US", CustodyContext.US_SALE),
        ("Dealer sales", "MX", CustodyContext.UNKNOWN),
        ("STOLEN_REG", None, CustodyContext.STOLEN),
        ("Armas robadas", "MX", CustodyContext.STOLEN),
        ("ARMS_ROOM_LOSS", "US", CustodyContext.US_LOSS),
        ("armas extraviadas", "MX", CustodyContext.MX_LOSS),
        ("Licencias de exportación", "US", CustodyContext.EXPORT),
        ("TRANSFER_LIST", "US", CustodyContext.UNKNOWN),
        ("—", "US", CustodyContext.UNKNOWN),
        ("x" * 100_000, "US", CustodyContext.UNKNOWN),
    ],
)
def test_context_by_the_name_of_the_list(name: str, country: str | None, expected: CustodyContext) -> None:
    assert expected is KnownLists.of().context(listed(name, country))


def test_what_the_row_says_goes_before_what_the_list_says() -> None:
    assert CustodyContext.STOLEN is KnownLists.of().context(listed("LESO_2020", sort=CustodySort.THEFT))
    assert CustodyContext.US_STOCK is KnownLists.of().context(listed("LESO_2020", None, CustodySort.SALE))


def test_own_scopes_go_before_ready_made_ones_of_the_same_name() -> None:
    own = ListScope.of("Leso-2020", "the other list", context=CustodyContext.EXPORT)
    known = KnownLists.of([own, own])
    assert own is known.scope(listed("LESO_2020"))
    assert own is known.scope(listed("The Other List"))
    assert ListScope.get("leso") is known.scope(listed("LESO"))
    assert None is known.scope(listed("no such list"))
    with pytest.raises(AmbiguousEntry, match="the same"):
        KnownLists.of([own, ListScope.of("the same"), ListScope.of("The Same")])


def test_an_own_scope_with_the_id_of_a_ready_made_one_hides_no_list() -> None:
    own = ListScope.of("dealer_sales", no_kinds=["machine_gun"], source="seen", verified=True)
    assert [
        "dealer_sales holds no machine gun: the absence of the weapon is no evidence",
        "not found in retail sales: a list need not be complete",
    ] == absences([listed("dealer_sales"), listed("retail sales")], found(kind="AMETRALLADORA"), own)


def test_a_list_without_a_name_is_called_by_its_source() -> None:
    assert "rows.csv" == list_name(listed(None))
    known = KnownLists.of([ListScope.of("ROWS.csv", context=CustodyContext.MX_STOCK)])
    assert CustodyContext.MX_STOCK is known.context(listed(None))


@pytest.mark.parametrize(
    ("given", "cause"),
    [
        ({"names": ()}, "needs a name"),
        ({"names": ("—",)}, "needs a name"),
        ({"names": ("a", "")}, "needs a name"),
        ({"since": 2000, "until": 1999}, "must not end before it begins"),
        ({"verified": True}, "verified without a source"),
        ({"no_calibers": ["no caliber"]}, "no caliber"),
        ({"until": 0}, "until"),
        ({"since": 10_000}, "since"),
    ],
)
def test_a_scope_that_cannot_be(given: dict[str, object], cause: str) -> None:
    names = given.pop("names", ("a list",))
    with pytest.raises(ValueError, match=cause):
        ListScope.of(*names, **given)  # type: ignore[misc, arg-type]  # wrong on purpose


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(UnknownEntry, match="kinds"):
        ListScope.of("a list", no_kinds=["catapult"])


def test_one_year_is_a_list() -> None:
    assert 2000 == ListScope.of("a list", since=2000, until=2000, source="seen", verified=True).until


def test_a_field_of_the_file_that_no_scope_has_is_an_error() -> None:
    row = {"id": "a", "names": ["A list"], "sort": "stock", "since": 1990, "source": "seen", "verified": True}
    assert 1990 == scopes._read(row).since
    with pytest.raises(TypeError, match="to"):
        scopes._read({**row, "to": 1999})


def test_the_registry() -> None:
    assert LESO is ListScope.get("leso_2020")
    assert None is ListScope.get("nobody")
    assert ["dealer_sales"] == [scope.id for scope in ListScope.search("dealers sale", limit=1)]
    assert LESO in ListScope.all()
    with pytest.raises(UnknownEntry, match="list scopes"):
        ListScope.lookup("nobody")


@pytest.mark.parametrize("scope", ListScope.all(), ids=lambda scope: scope.id)
def test_every_ready_made_scope_says_from_where(scope: ListScope) -> None:
    assert scope.source
    assert not (scope.verified and scope.source.startswith("general knowledge"))
    assert scope == from_json(to_json(scope))
    # names of two scopes must not be one
    assert all(ListScope.lookup(name) is scope for name in scope.names)


@pytest.mark.parametrize("kind", WeaponKind.all(), ids=lambda kind: kind.id)
def test_kinds_are_called_as_the_table_of_kinds_calls_them(kind: kinds.WeaponKind) -> None:
    for language in ("en", "es"):
        assert kind.label(language) == explain.term(f"kind_{kind.id}", language)


@pytest.mark.parametrize("context", CustodyContext)
def test_context_have_words(context: CustodyContext) -> None:
    for language in ("en", "es"):
        assert explain.term(f"context_{context.value}", language) != f"context_{context.value}"


def absences(rows: list[RecordedWeapon], weapon: RecordedWeapon, *own: ListScope, sought: bool = True) -> list[str]:
    searched = SearchedLists.of(rows, KnownLists.of(own))
    return [reason.explain() for reason in searched.absences(weapon, sought=sought)]


def test_what_it_means_list_by_list() -> None:
    rows = [listed("LESO_2020"), listed("leso 2020"), listed("DEALER_SALES"), listed("my list"), listed("LESO_2020")]
    assert [
        "LESO_2020 holds no machine gun: the absence of the weapon is no evidence",
        "not found in DEALER_SALES: a list need not be complete",
        "not found in my list: what the list can hold is not known, and it need not be complete",
    ] == absences(rows, found(kind="AMETRALLADORA"))
    assert [
        "not found in LESO_2020, DEALER_SALES: a list need not be complete",
        "not found in my list: what the list can hold is not known, and it need not be complete",
    ] == absences(rows, found(kind="FUSIL"))
    assert [
        "LESO_2020 holds no machine gun: the absence of the weapon is no evidence",
        "not searched for in DEALER_SALES, my list: the weapon may be there or not",
    ] == absences(rows, found(kind="AMETRALLADORA"), sought=False)
    assert ["not searched for in DEALER_SALES: the weapon may be there or not"] == absences(
        rows[2:3], found(), sought=False
    )


def test_lists_that_cannot_hold_it_are_all_there_is_to_say() -> None:
    for sought in (True, False):
        assert ["LESO_2020 holds no machine gun: the absence of the weapon is no evidence"] == absences(
            [listed("LESO_2020")], found(kind="AMETRALLADORA"), sought=sought
        )
    assert [] == absences([], found())


def test_what_was_not_verified_says_so() -> None:
    unverified = absences([listed("LESO")], found(kind="AMETRALLADORA"))
    assert unverified[1].startswith("what LESO can hold was not verified (taken over from")
    own = ListScope.of("book", no_kinds=["machine_gun"])
    assert "what book can hold was not verified (–)" == absences([listed("book")], found(kind="AMETRALLADORA"), own)[1]
    # nothing rests on it here
    assert ["not found in LESO: a list need not be complete"] == absences([listed("LESO")], found(kind="FUSIL"))


def test_a_list_of_some_holders_only() -> None:
    own = ListScope.of("book", holders=["Sheriff A", "Sheriff B"])
    rows = [listed("book"), listed("STOLEN_REG")]
    assert [
        "not found in STOLEN_REG: a list need not be complete",
        "not found in book: it shows only what Sheriff A, Sheriff B held, and need not be complete",
    ] == absences(rows, found(), own)
    assert ["not searched for in book, STOLEN_REG: the weapon may be there or not"] == absences(
        rows, found(), own, sought=False
    )


def test_names_of_many_lists_are_cut() -> None:
    rows = [listed(f"list {number}") for number in range(12)]
    (said,) = absences(rows, found())
    assert "list 9, +2: what the list can hold" in said
    (said,) = absences(rows[:10], found())
    assert "list 9: what the list can hold" in said
    (said,) = absences([listed("x" * 100_000)], found())
    assert f"not found in {'x' * 80}…: what" in said
    # the names of all that were not sought in stand side by side
    (said,) = absences([listed("DEALER_SALES"), *rows], found(), sought=False)
    assert "not searched for in DEALER_SALES, list 0, " in said
    assert "list 9, +2: the weapon may" in said


def test_custody_records_hand_on_what_they_record() -> None:
    record = CustodyRecord(weapon=found().weapon, sort=CustodySort.THEFT, citation=CITED)
    assert CustodySort.THEFT is record.recorded()[0].sort
    assert CustodySort.UNKNOWN is found().sort


@pytest.mark.parametrize("name", ["kinds", "no_kinds", "no_calibers", "holders"])
def test_one_text_is_not_taken_for_its_letters(name: str) -> None:
    with pytest.raises(TypeError, match="several texts are asked for, and not one"):
        ListScope.of("book", **{name: "pistol"})  # type: ignore[arg-type]  # wrong on purpose


def test_words_for_sort_and_context_are_taken_and_others_refused() -> None:
    words: dict[str, Any] = {"sort": "stock", "context": "us_stock"}
    scope = ListScope.of("book", **words)
    assert (CustodySort.STOCK, CustodyContext.US_STOCK) == (scope.sort, scope.context)
    wrongs: list[dict[str, Any]] = [{"sort": "shelf"}, {"context": "mine"}]
    for wrong in wrongs:
        with pytest.raises(ValueError, match="is not a valid"):
            ListScope.of("book", **wrong)
