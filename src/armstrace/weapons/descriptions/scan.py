"""A description of weapons read in one pass: at each word the longest name, kind, label or joint that begins there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from armstrace.counts.value import Count
from armstrace.dates.value import UncertainDate
from armstrace.errors import ArmstraceError
from armstrace.places.country import Country
from armstrace.weapons.descriptions import names, serial_spans
from armstrace.weapons.descriptions.accessories import accessory
from armstrace.weapons.descriptions.caliber_spans import calibers_in
from armstrace.weapons.descriptions.claims import Claim, Described
from armstrace.weapons.descriptions.quantity_spans import quantities_in
from armstrace.weapons.descriptions.words import Meaning, cut, match, plain
from armstrace.weapons.kinds.segments import match as match_kind
from armstrace.weapons.kinds.segments import of_caliber
from armstrace.weapons.kinds.words import Vocabulary, vocabulary
from armstrace.weapons.marks.lots import read_lot
from armstrace.weapons.quantities.vocabulary import vocabulary as quantity_words

if TYPE_CHECKING:
    from armstrace.weapons.makes.names import Hit
    from armstrace.weapons.name_words import Token

_SIGNS: Final = {",": ",", ";": ";", "|": "|", "+": "and", "\n": "line", "\r": "line", "/": "slash"}
_NAME_WORDS: Final = ("legal", "ending", "trade")
_MOST_NAME_WORDS: Final = 4
_MARKER_DIGITS: Final = 2
_YEAR_DIGITS: Final = 4
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_MOST_BARE: Final = 8
"""The largest number that counts models without a noun: a larger one may be a caliber or a model."""


def _reserved(described: Described) -> dict[int, Claim]:
    """The claims of quantities and calibers by their first word; a quantity that may be a caliber gives way to it."""
    measured = list(quantities_in(described))
    sure = {i for claim in measured if claim.field != "unsure" for i in range(claim.first, claim.last)}
    open_counts = {claim.first for claim in measured if claim.field == "unsure"}
    named = [
        claim
        for claim in calibers_in(described)
        if sure.isdisjoint(range(claim.first, claim.last))
        # "45 Colt revolvers" are revolvers in .45 Colt, or forty-five
        and not (claim.first in open_counts and names.make_at(described.tokens, claim.first + 1, leading=True))
    ]
    taken = {i for claim in named for i in range(claim.first, claim.last)}
    kept = [claim for claim in measured if claim.field != "unsure" or taken.isdisjoint(range(claim.first, claim.last))]
    return {claim.first: claim for claim in (*named, *kept)}


def scan(text: str) -> Described:
    """The words of a text with all claims on them, in their order."""
    flat = plain(text)
    described = Described(flat, cut(flat), text if len(text) == len(flat) else flat)
    _Scanner(described, vocabulary()).run()
    return described


@define(eq=False)
class _Scanner:
    """The state of a pass over the words of a description."""

    described: Described
    kinds: Vocabulary
    tokens: list[Token] = field(init=False)
    stems: list[str] = field(init=False)
    reserved: dict[int, Claim] = field(init=False)
    make: Hit | None = None
    leading: bool = True

    def __attrs_post_init__(self) -> None:
        self.tokens = self.described.tokens
        self.stems = [self.kinds.stem(token.key) if token.key else token.text for token in self.tokens]
        self.reserved = _reserved(self.described)

    def run(self) -> None:
        """Add all claims to the description."""
        i = 0
        while i < len(self.tokens):
            found = self._at(i)
            self.described.claims += found
            token = self.tokens[i]
            self.leading = (self.leading and (token.of("filler") or not token.key)) or (
                bool(found) and found[0].field == "joint"
            )
            i = found[0].last if found else i + 1

    def _at(self, i: int) -> list[Claim]:
        """The claims that begin at the word *i*; the first of them covers the others."""
        if i in self.reserved:
            return [self.reserved[i]]
        if not self.tokens[i].key:
            return self._sign(i)
        if number := self._marker(i) or self._count_twice(i) or self._count(i):
            return [number]
        end, meanings = match(self.tokens, i)
        labels = [meaning.means for meaning in meanings if meaning.role == "label"]
        labeled = next((claim for means in labels if (claim := self._labeled(means, i, end))), None)
        return [labeled] if labeled else self._unlabeled(i, end, meanings)

    def _unlabeled(self, i: int, end: int, meanings: tuple[Meaning, ...]) -> list[Claim]:
        """The names that begin at the word *i*, or else the meaning of the form of the table up to *end*."""
        named = self._named(i)
        if named and (named[0].last >= end or all(meaning.role == "filler" for meaning in meanings)):
            return named
        without = self._without(i, end, meanings)
        return [without] if without else self._small(i, end, meanings)

    def _sign(self, i: int) -> list[Claim]:
        text = self.tokens[i].text
        if text == ":" and self.tokens[i + 1 : i + 2] and self.tokens[i + 1].text == ":":
            return [Claim("joint", i, i + 2, "|")]
        if text in _SIGNS:
            self.make = None if text in ";|\n\r" else self.make
            return [Claim("joint", i, i + 1, _SIGNS[text])]
        return [Claim("sign", i, i + 1)]

    def _marker(self, i: int) -> Claim | None:
        """The number or letter of an entry in a list: ``1)``, ``b)``."""
        token = self.tokens[i]
        following = self.tokens[i + 1 : i + 2]
        if not following or following[0].text != ")" or len(token.key) > _MARKER_DIGITS:
            return None
        opened = i > 0 and self.tokens[i - 1].text == "("
        short = token.key.isdecimal() or len(token.key) == 1
        return Claim("joint", i, i + 2, "entry") if short and not opened else None

    def _count_twice(self, i: int) -> Claim | None:
        """A number that is repeated in words: ``1 (um) revólver``."""
        texts = [token.text for token in self.tokens[i : i + 4]]
        if len(texts) < len("1(a)") or texts[1] != "(" or texts[3] != ")" or not self.tokens[i].key.isdecimal():
            return None
        value, _ = quantity_words().numbers.get(self.tokens[i + 2].key, (None, ""))
        same = value is not None and value == int(self.tokens[i].key)
        return Claim("count", i, i + 4, Count.exact(int(self.tokens[i].key))) if same else None

    def _count(self, i: int) -> Claim | None:
        """The number of things of a make or model: ``2 Glock 17``, ``(2) AK-47``."""
        token = self.tokens[i]
        if (
            not token.key.rstrip("x").isdecimal()
            or len(token.key) > _MARKER_DIGITS
            or not 0 < int(token.key.rstrip("x")) <= _MOST_BARE
        ):
            return None
        before = self.described.claims[-1:]
        if before and before[0].field not in ("joint", "sign", "filler", "count"):
            return None
        at = i + 1
        while at < len(self.tokens) and (self.tokens[at].text == ")" or self.tokens[at].key in ("x", "de")):
            at += 1
        if at == len(self.tokens) or not self.tokens[at].key or self.tokens[at].has_digit or not self._named(at):
            return None
        return Claim("count", i, i + 1, Count.exact(int(token.key.rstrip("x"))))

    def _named(self, i: int) -> list[Claim]:
        """The longest kind, make or model that begins at *i*, with kinds that are part of its name."""
        phrase = match_kind(self.kinds, self.stems, i) or accessory(self.tokens, i)
        if phrase is not None and of_caliber(phrase, self.stems):
            phrase = None
        if phrase is not None and phrase.word.role == "other":
            return [Claim("other", i, phrase.span.stop)]
        kind_end = phrase.span.stop if phrase else i
        hit = names.make_at(self.tokens, i, leading=self.leading)
        if hit and not self._is_make(hit):
            hit = None
        if hit and hit.end >= kind_end:
            self.make = self.make or hit
            return [Claim("make", i, self._with_name_words(hit.end), hit)]
        model_end = names.model_end(self.described.text, self.tokens, i)
        if phrase is None or model_end > kind_end:
            if model_end == i:
                return []
            inside = [
                Claim("kind", at, found.span.stop, found)
                for at in range(i, model_end)
                if (found := match_kind(self.kinds, self.stems, at)) and found.span.stop <= model_end
            ]
            return [Claim("model", i, model_end, self.described.written(i, model_end)), *inside]
        claim = Claim("kind", i, kind_end, phrase)
        if model_end == kind_end:
            return [claim, Claim("model", i, model_end, self.described.written(i, model_end))]
        return [claim]

    def _is_make(self, hit: Hit) -> bool:
        """True if the name is that of the make: it begins no model, is none, and is no part of another firm's name."""
        if names.begins_model(self.tokens, hit):
            return False
        if self.make and names.is_model_of(self.make, self.tokens[hit.start : hit.end]):
            return False
        after = [token for token in self.tokens[hit.end : hit.end + 2] if not token.joins]
        return not (after and after[0].of("business"))

    def _with_name_words(self, end: int) -> int:
        """The index after the words of a firm's legal form and trade that follow its name."""
        while True:
            at = end
            while at < len(self.tokens) and self.tokens[at].text in ("&", ","):
                at += 1
            if at >= len(self.tokens) or not self.tokens[at].of(*_NAME_WORDS) or self.tokens[at].of("country"):
                return end
            end = at + 1

    def _labeled(self, means: str, i: int, end: int) -> Claim | None:
        """The fact behind a label that begins at *i* and ends before *end*; None if there is none to read."""
        while end < len(self.tokens) and self.tokens[end].text in (":", "#"):
            end += 1
        if end == len(self.tokens):
            if means == "serial":
                return serial_spans.after_label(self.described, i, end, self._known)
            return Claim("label", i, end, means) if means in ("make", "model", "caliber") else None
        read = {
            "make": self._labeled_make,
            "model": self._labeled_model,
            "serial": self._labeled_serial,
            "lot": self._labeled_lot,
            "kind": self._labeled_kind,
            "caliber": self._labeled_caliber,
            "made_in": self._made_in,
        }[means]
        return read(i, end)

    def _labeled_make(self, i: int, end: int) -> Claim | None:
        hit = names.make_at(self.tokens, end, leading=True)
        if hit:
            self.make = hit
            return Claim("make", i, self._with_name_words(hit.end), hit, labeled=True)
        last = self._until_known(end, _MOST_NAME_WORDS)
        if last == end:
            return Claim("label", i, end, "make")
        return Claim("make", i, last, self.described.written(end, last), labeled=True)

    def _labeled_model(self, i: int, end: int) -> Claim | None:
        last = names.model_end(self.described.text, self.tokens, end)
        if last == end and self.tokens[end].key and not self._known(end):
            last = end + 1
            while last < len(self.tokens) and self._glued(last):
                last += 1
        if last == end:
            return Claim("label", i, end, "model")
        return Claim("model", i, last, self.described.written(end, last), labeled=True)

    def _labeled_serial(self, i: int, end: int) -> Claim | None:
        return serial_spans.after_label(self.described, i, end, self._known)

    def _labeled_lot(self, i: int, end: int) -> Claim | None:
        last = end + 1
        while last < len(self.tokens) and self._glued(last):
            last += 1
        if not any(token.has_digit for token in self.tokens[end:last]):
            return None
        lot = read_lot(f"lot {self.described.written(end, last)}")
        return Claim("lot", i, last, lot, labeled=True) if lot else None

    def _labeled_kind(self, i: int, end: int) -> Claim | None:
        phrase = match_kind(self.kinds, self.stems, end)
        return Claim("label", i, end, "kind") if phrase and not phrase.word.pattern else None

    def _labeled_caliber(self, i: int, end: int) -> Claim | None:
        return Claim("label", i, end, "caliber")

    def _made_in(self, i: int, end: int) -> Claim | None:
        year = self.tokens[end].key
        if len(year) == _YEAR_DIGITS and year.isdecimal() and _FIRST_YEAR <= int(year) <= _LAST_YEAR:
            return Claim("made", i, end + 1, UncertainDate.of_year(int(year)), labeled=True)
        for last in range(min(len(self.tokens), end + 3), end, -1):
            try:
                country = Country.lookup(self.described.written(end, last))
            except ArmstraceError:
                continue
            return Claim("made_in", i, last, country, labeled=True)
        return None

    def _until_known(self, start: int, most: int) -> int:
        """The index after the words from *start* on, *most* at most, where no known word or sign begins."""
        end = start
        while end < min(len(self.tokens), start + most) and self.tokens[end].key and not self._known(end):
            end += 1
        return end

    def _known(self, i: int) -> bool:
        """True if a caliber, a kind, a make, a model or a word of the table begins at *i*."""
        if i in self.reserved or match(self.tokens, i)[1] or match_kind(self.kinds, self.stems, i):
            return True
        return bool(names.make_at(self.tokens, i, leading=True)) or (
            not self.tokens[i].key.isdigit() and names.model_end(self.described.text, self.tokens, i) > i
        )

    def _glued(self, i: int) -> bool:
        """True if nothing but a hyphen or point stands between the words before *i* and at *i*."""
        between = self.described.text[self.tokens[i - 1].end : self.tokens[i].start]
        return bool(self.tokens[i].key) and between in ("-", ".")

    def _without(self, i: int, end: int, meanings: tuple[Meaning, ...]) -> Claim | None:
        """The claim of a missing serial number: ``sin número de serie``."""
        if not any(meaning.means == "without" for meaning in meanings) or end >= len(self.tokens):
            return None
        after, following = match(self.tokens, end)
        if not any(meaning == Meaning("label", "serial") for meaning in following):
            return None
        return serial_spans.missing(self.described, i, after)

    def _names_next(self, i: int) -> bool:
        """True if a thing begins at the word *i*; *plus* is a joint before a thing, and else part of a model's name."""
        return i < len(self.tokens) and (i in self.reserved or bool(self._named(i)))

    def _small(self, i: int, end: int, meanings: tuple[Meaning, ...]) -> list[Claim]:
        for role in ("feature", "joint", "condition", "unit", "document", "absent", "filler"):
            for meaning in meanings:
                if meaning.role == role and not (self.tokens[i].key == "plus" and not self._names_next(end)):
                    return [Claim(role, i, end, meaning.means)]
        if self.tokens[i].of("type_of"):
            return [Claim("type_of", i, i + 1)]
        return []
