"""The same examples as pwa/src/records/examples.test.ts runs on the phone's validator: both sides must agree."""

from pathlib import Path

import pytest

from tests.contract.schemas import EXAMPLES, KINDS, read, validator


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_example_is_what_its_name_says(path: Path) -> None:
    fits = validator(KINDS[path.parent.name]).is_valid(read(path))

    assert fits == path.name.startswith("valid-")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_two_examples_that_fit_and_two_that_do_not(kind: str) -> None:
    names = [path.stem for path in EXAMPLES if path.parent.name == kind]

    assert sum(name.startswith("valid-") for name in names) >= 2
    assert sum(name.startswith("invalid-") for name in names) >= 2


@pytest.mark.parametrize("kind", [kind for kind in KINDS if KINDS[kind].get("x-id") and kind != "person"])
def test_two_examples_stay_two_records_when_one_person_sends_both(kind: str) -> None:
    examples = [read(path) for path in EXAMPLES if path.parent.name == kind and path.name.startswith("valid-")]

    assert len({example[KINDS[kind]["x-id"][0]] for example in examples}) == len(examples)


def test_every_example_is_of_a_kind_and_valid_or_invalid() -> None:
    assert {path.parent.name for path in EXAMPLES} == set(KINDS)
    assert {path.stem.split("-")[0] for path in EXAMPLES} == {"valid", "invalid"}


def test_a_character_of_four_bytes_counts_as_one() -> None:
    goal = validator(KINDS["goal"])

    assert goal.is_valid({"text": "😀" * 100_000})
    assert not goal.is_valid({"text": "😀" * 100_001})
