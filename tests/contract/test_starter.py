"""The logboek templates with which a new programme starts."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.contract.schemas import KINDS, STARTER, Json, validator

LOGBOEK = KINDS["logboek"]["properties"]
each_template = pytest.mark.parametrize("key", STARTER)


@each_template
def test_a_template_fits_its_schema(key: str) -> None:
    faults = [(error.message, error.instance_path) for error in validator(KINDS["template"]).iter_errors(STARTER[key])]

    assert faults == []
    assert STARTER[key]["key"] == key


def test_there_is_one_for_a_group_for_a_talk_and_for_when_nobody_came() -> None:
    assert list(STARTER) == ["logboek.session", "logboek.talk", "logboek.nobody"]


@each_template
def test_every_answer_has_a_key_in_the_logboek_that_takes_it(key: str) -> None:
    for question in questions(STARTER[key]):
        logboek = validator({"type": "object", "properties": LOGBOEK})
        assert question["id"] in LOGBOEK
        for option in question.get("options", []):
            assert logboek.is_valid({question["id"]: answer(question, option["id"])}), (question["id"], option["id"])


@each_template
def test_ids_are_given_once(key: str) -> None:
    asked = [question["id"] for question in questions(STARTER[key])]
    prompts = [one["id"] for rule in STARTER[key]["depth"]["rules"] for one in [rule, *rule.get("turn", [])]]
    options = [[option["id"] for option in question.get("options", [])] for question in questions(STARTER[key])]

    for ids in [asked, prompts, *options]:
        assert len(ids) == len(set(ids))


@each_template
def test_what_stands_ready_or_is_needed_is_really_there(key: str) -> None:
    asked = {question["id"]: question for question in questions(STARTER[key])}

    assert set(STARTER[key]["hand_in_needs"]) <= set(asked)
    for question in asked.values():
        if "default" in question:
            assert question["default"] in chips(question)


@each_template
def test_a_condition_looks_for_chips_that_can_be_tapped(key: str) -> None:
    asked = {question["id"]: question for question in questions(STARTER[key])}

    for condition in conditions(STARTER[key]):
        if "key" in condition:
            wanted = [condition[test] for test in ("is", "has", "lacks") if test in condition] + condition.get("in", [])
            assert {str(one) for one in wanted} <= chips(asked[condition["key"]]), condition


@each_template
def test_a_rule_shows_a_card_or_asks(key: str) -> None:
    for rule in STARTER[key]["depth"]["rules"]:
        assert ("ask" in rule) != ("turn" in rule)
        assert not ("card" in rule and "turn" in rule)


def test_a_talk_has_no_topic_about_what_someone_confided() -> None:
    talk = {question["id"]: question for question in questions(STARTER["logboek.talk"])}

    assert {"heavy", "life"} & chips(talk["topics"]) == set()
    assert STARTER["logboek.talk"]["cards"] == ["heavy"]


def questions(template: Json) -> list[Json]:
    return [one for question in template["questions"] for one in [question, question.get("also")] if one]


def chips(question: Json) -> set[str]:
    return {option["id"] for option in question.get("options", [])}


def answer(question: Json, option: str) -> Any:
    """What a tap on this option stores."""
    if question["type"] == "faces5":
        return int(option)
    return option if question["type"] == "chips_one" else [option]


def conditions(part: Any) -> Iterator[Json]:
    """Every condition in a template, wherever it stands."""
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    if isinstance(part, dict) and {"key", "family", "count", "fact"} & part.keys() and "version" not in part:
        yield part
    for one in inner:
        yield from conditions(one)
