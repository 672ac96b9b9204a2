"""Case files: suits written from their facts alone, and what a file may not say."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from armstrace import explain
from armstrace._convert import from_plain, to_plain
from armstrace.errors import CaseError
from armstrace.law.litigation import LegalCase, read_case

# https://cetient.com/case/3191525/…, https://law.justia.com/cases/missouri/supreme-court/2016/sc95013.html
DELANA = """
id = "delana-v-ced-sales"
name = "Delana v. CED Sales, Inc."
checked_until = 2016-12-31
leading = "mo"
exceptions = ["ii"]
party = [
  { name = "Janet S. Delana", role = "plaintiff", kind = "individuals", verified = true },
  { name = "CED Sales, Inc. d/b/a Odessa Gun & Pawn", role = "defendant", kind = "seller", verified = true },
  { name = "Charles Doleshal", role = "defendant", verified = true },
  { name = "Derrick Dady", role = "defendant", verified = true },
]
claim = [
  { id = "negligence", title = "negligence", exceptions = ["ii"], verified = true },
  { id = "entrustment", title = "negligent entrustment", exceptions = ["ii"], verified = true },
]

[[event]]
id = "trial"
not_before = 2012-06-25
not_after = 2016-04-05
event = "summary_judgment_granted"
holdings = [
  { claims = ["negligence"], immunity = "barred", ground = "plcaa" },
  { claims = ["entrustment"], ground = "failure_to_state_a_claim" },
]

[[event]]
id = "mo"
date = 2016-04-05
court = "mo"
docket = "SC95013"
event = "affirmed_in_part_reversed_in_part"
citation = "486 S.W.3d 316"
holdings = [
  { claims = ["negligence"], immunity = "barred" },
  { claims = ["entrustment"], immunity = "not_barred_as_pleaded", findings = [
    { exception = "ii", element = "entrustment_or_per_se", status = "plausibly_alleged" },
  ] },
]
"""
# https://docslib.org/doc/3532939/…, http://casetext.com/case/in-re-acad-ltd-8
ACADEMY = """
id = "in-re-academy"
name = "In re Academy, Ltd."
checked_until = 2021-12-31
leading = "tex"
exceptions = ["ii", "iii"]
party = [{ name = "Academy, Ltd. d/b/a Academy Sports + Outdoors", role = "defendant", kind = "seller" }]

[[event]]
id = "trial"
not_before = 2017-11-05
not_after = 2020-10-05
event = "motion_to_dismiss_denied"
immunity = "not_barred_as_pleaded"
posture = "summary_judgment"

[[event]]
id = "argued"
date = 2020-10-06
court = "tex"
event = "argued"

[[event]]
id = "tex"
date = 2021-06-25
court = "tex"
docket = "19-0497"
event = "mandamus_granted"
immunity = "barred"
citation = "625 S.W.3d 19"
author = "Lehrmann"
"""
# https://law.justia.com/cases/federal/district-courts/colorado/codce/1:2014cv02822/151625/45/
LUCKY_GUNNER = """
id = "phillips-v-lucky-gunner"
name = "Phillips v. Lucky Gunner, LLC"
checked_until = 2015-12-31
leading = "cod"
exceptions = ["ii", "iii"]
party = [
  { name = "Lucky Gunner, LLC", role = "defendant", kind = "seller" },
  { name = "The Sportsman's Guide", role = "defendant", kind = "seller" },
  { name = "Brian Platt", role = "defendant" },
  { name = "Gold Strike E Commerce, LLC", role = "defendant" },
]

[[event]]
id = "complaint"
date = "2014"
event = "complaint_filed"

[[event]]
id = "cod"
date = 2015-03-27
court = "cod"
docket = "14-cv-02822-RPM"
event = "dismissed"
citation = "84 F. Supp. 3d 1216"
author = "Richard P. Matsch"
holdings = [
  { defendants = ["Lucky Gunner, LLC", "The Sportsman's Guide"], immunity = "barred", ground = "plcaa" },
  { defendants = ["Brian Platt", "Gold Strike E Commerce, LLC"], ground = "failure_to_state_a_claim" },
]

[[event]]
id = "appeal"
date = "2015-04"
court = "ca10"
event = "appeal_taken"
"""


def test_delana_in_part_by_claim():
    case = LegalCase.parse(DELANA)
    before = case.status(on=date(2016, 4, 4))
    assert "undetermined" == before.suit_status.value  # the day of the trial court's ruling is not on file
    after = case.status(on=date(2016, 4, 5))
    assert ("revived", "partly_barred") == (after.suit_status.value, after.plcaa_bar.value)
    assert case.defendants == after.live_defendants
    bars = {(entry.claim, entry.live): entry.plcaa_bar.value for entry in after.claims}
    assert {("negligence", False): "barred", ("entrustment", True): "not_barred_as_pleaded"} == bars
    assert "486 S.W.3d 316" == str(after.operative_ruling.citation)


def test_academy_barred_by_mandamus():
    case = LegalCase.parse(ACADEMY)
    assert "not_barred_as_pleaded" == case.status(on=date(2021, 6, 24)).plcaa_bar.value
    after = case.status(on=date(2021, 6, 25))
    assert ("reversed_remand_pending", "barred") == (after.suit_status.value, after.plcaa_bar.value)
    assert case.defendants == after.live_defendants


def test_lucky_gunner_two_grounds():
    case = LegalCase.parse(LUCKY_GUNNER)
    assert "pending" == case.status(on=date(2015, 3, 26)).suit_status.value
    assert ["not_filed", "pending"] == [s.suit_status.value for s in case.status(on=date(2014, 7, 1)).possible]
    after = case.status(on=date(2015, 6, 1))
    assert ("dismissed_appeal_pending", "barred") == (after.suit_status.value, after.plcaa_bar.value)
    assert ["plcaa", "failure_to_state_a_claim"] == [entry.ground.value for entry in after.dismissed]


@pytest.mark.parametrize("text", [DELANA, ACADEMY, LUCKY_GUNNER])
def test_json_and_pickle(text):
    case = LegalCase.parse(text)
    assert case == from_plain(to_plain(case), LegalCase)
    assert case == pickle.loads(pickle.dumps(case))


HEAD = """
id = "x"
name = "X v. Y"
checked_until = 2020-12-31
leading = "a"
party = [{ name = "Y", role = "defendant" }]
claim = [{ id = "c", title = "negligence" }]
"""
RULING = """
[[event]]
id = "a"
date = 2020-01-01
court = "mad"
event = "dismissed"
ground = "plcaa"
"""


@pytest.mark.parametrize(
    ("text", "event", "cause"),
    [
        ("id = ", "", "no TOML"),
        ("", "", "id is missing"),
        (HEAD.replace("checked_until = 2020-12-31", "") + RULING, "", "checked_until is missing"),
        (HEAD.replace("2020-12-31", '"2020-12-31"') + RULING, "", "checked_until must be date"),
        (HEAD.replace('leading = "a"', "") + RULING, "", "leading is missing"),
        (HEAD.replace('leading = "a"', 'leading = "b"') + RULING, "b", "no such event"),
        (HEAD.replace('id = "x"', "id = 3") + RULING, "", "id must be str"),
        (HEAD + "colour = 1\n" + RULING, "", "unknown field 'colour'"),
        (HEAD + "event = 3\n", "", "event must be list"),
        (HEAD + "event = [3]\n", "", "a table was expected"),
        (HEAD + "sources = [3]\n" + RULING, "", "sources must be a list of texts"),
        (HEAD + 'exceptions = ["vii"]\n' + RULING, "", "exceptions is none of i, ii"),
        (HEAD + RULING.replace('"mad"', '"mas"'), "a", "no id of a court: 'mas' (nearest"),
        (HEAD + RULING.replace('"mad"', '"#"'), "a", "no id of a court: '#'"),
        (HEAD + RULING.replace('"dismissed"', '"thrown_out"'), "a", "event is none of"),
        (HEAD + RULING.replace("date = 2020-01-01", ""), "a", "date is missing"),
        (HEAD + RULING.replace("2020-01-01", '"soon"'), "a", "not an EDTF string"),
        (HEAD + RULING.replace("2020-01-01", '"2020-01/2020-03"'), "a", "no day"),
        (HEAD + RULING.replace("2020-01-01", "20200101"), "a", "no day"),
        (HEAD + RULING.replace("date = 2020-01-01", "not_before = 2020-01-01"), "a", "no day"),
        (HEAD + RULING.replace("date = 2020-01-01", "not_before = 3\nnot_after = 2020-01-01"), "a", "no day"),
        (
            HEAD + RULING.replace("date = 2020-01-01", "not_before = 2021-01-01\nnot_after = 2020-01-01"),
            "a",
            "must not end before it begins",
        ),
        (HEAD + RULING.replace("2020-01-01", '"2020-01~"'), "a", "firm bounds"),
        (HEAD + RULING.replace("2020-01-01", '"2020-01-01?"'), "a", "firm bounds"),
        (HEAD + RULING.replace('"plcaa"', '"no_case"'), "a", "ground is none of"),
        (HEAD + RULING.replace('ground = "plcaa"', ""), "a", "a dismissal needs its ground"),
        (HEAD + RULING + 'citation = "1 X 2"\n', "a", "no reporter of that name"),
        (HEAD + RULING + 'affects = ["Z"]\n', "a", "names 'Z', which is not in the case"),
        (HEAD + RULING + 'holdings = [{ defendants = ["Z"] }]\n', "a", "names 'Z', which is not in the case"),
        (HEAD + RULING + 'holdings = [{ claims = ["z"] }]\n', "a", "names 'z', which is not in the case"),
        (HEAD + RULING + 'immunity = "barred"\nholdings = [{ goes_on = false }]\n', "a", "either for the whole"),
        (HEAD + RULING + 'with_prejudice = "yes"\n', "a", "with_prejudice must be bool"),
        (
            HEAD + RULING + 'findings = [{ exception = "iii", element = "luck", status = "proved" }]\n',
            "a",
            "exception (iii) has no element 'luck', only applicable_statute",
        ),
        (HEAD + RULING + RULING, "a", "a second event 'a'"),
        (HEAD.replace("party = [", 'party = [{ name = "Y", role = "plaintiff" }, ') + RULING, "", "a second party"),
        (HEAD.replace("claim = [", 'claim = [{ id = "c", title = "d" }, ') + RULING, "", "a second claim"),
        (HEAD.replace('title = "negligence"', 'title = "n", defendants = ["Z"]') + RULING, "", "claim 'c' names 'Z'"),
        (HEAD.replace('title = "negligence"', 'title = "n", predicates = ["?"]') + RULING, "", "no legal citation"),
        (HEAD + 'docket = [{ number = "?" }]\n' + RULING, "", "no legal citation"),
        (HEAD + RULING.replace('court = "mad"', ""), "a", "the leading ruling needs its court"),
        (HEAD + RULING.replace('"dismissed"', '"argued"').replace('ground = "plcaa"', ""), "a", "is no ruling"),
    ],
)
def test_refusals_name_the_event(text, event, cause):
    with pytest.raises(CaseError) as caught:
        LegalCase.parse(text)
    assert event == caught.value.event
    assert cause in str(caught.value)
    assert all(explain.term(caught.value.code, language) != caught.value.code for language in ("en", "es"))
    assert str(caught.value) == str(pickle.loads(pickle.dumps(caught.value)))


def test_files(tmp_path):
    path = tmp_path / "delana.toml"
    path.write_text(DELANA, encoding="utf-8")
    assert LegalCase.parse(DELANA) == read_case(path) == read_case(str(path))
    path.write_bytes(b"id = '\xff'")
    with pytest.raises(CaseError, match="not UTF-8"):
        read_case(path)
    with pytest.raises(FileNotFoundError):
        read_case(tmp_path / "nothing.toml")


def test_a_deep_file_is_refused():
    with pytest.raises(CaseError, match="no TOML"):
        LegalCase.parse("a = " + "[" * 100_000)
