"""Where each mistake of the first model of the protocol is planted today: read the table, it is held true."""

import pytest

from tests.crossing.node import planted
from tests.simulation import bugs
from tests.simulation.model_bugs import BUGS as MODEL

# The first model's name of it: in today's model · in the real server · in the real client.
FIRST_MODEL: dict[str, tuple[str, str, str]] = {
    "no_idempotency": ("takes what comes twice", "forgets_what_it_answered", ""),
    "lose_edit_during_sync": (
        "a device that clears a record's queue",
        "",
        "an answer clears the whole queue of a record",
    ),
    "drop_loses_outbox": ("a device that drops its outbox", "", "a drop empties the outbox"),
    "reject_without_hold": (
        "throws away what it cannot take",
        "throws_away_what_it_cannot_take",
        "what did not arrive is thrown away",
    ),
    "conflict_not_stored": ("forgets the version that waits", "forgets_the_version_that_waits", ""),
    "no_refcount": ("", "", "an out takes along what another scope has brought"),
    "no_sweep": ("a device that ignores what left", "tells_nobody_what_left", "what left a scope stays"),
    "gc_no_floor": ("clears away without a floor", "clears_away_without_a_floor", ""),
    "stale_grants": ("remembers old grants", "remembers_old_grants", ""),
    "ignore_gen": ("takes a stale request", "ignores_the_generation", "a restore of the server is not noticed"),
    "push_before_gen": ("takes a stale request", "takes_a_stale_push", ""),
    "no_sentbox": ("a device without a sent-box", "", "what was acknowledged is forgotten"),
    "sentbox_only_ok": ("a device that keeps nothing held", "", "only what ended well can be handed in again"),
    "fold_only_last": ("a device that folds only the last", "", "only the last change of a conflict is folded"),
    # Since a replay says that it is one, no run comes here any more: tests/sync/test_lost_base.py asks for it.
    "rev_without_gen": ("", "", ""),
    "no_response_cas": ("a device that takes any answer", "", "an answer to another request is taken in"),
    "ack_without_record": ("", "acknowledges_without_the_record", ""),
}
# And what that model did not think of.
OURS = {
    "positions": ("skips_what_lies_between_two_pages", "gives_two_records_one_place", "slips_changes_in_below"),
    "leases": ("lends_for_ever", "what others wrote is shown for ever", "a lease is counted by the server's clock"),
    "digests": ("tells_the_digest_to_anybody", "miscounts_what_left", "a checksum is of other things"),
    "rights": ("lets_readers_edit", "shares_what_nobody_saw", "tells_the_whole_past", "leaves_children_behind"),
    "words": ("writes_over_taken_keys", "a merge keeps theirs", "what waits for a person's choice is settled for them"),
    "keystrokes": (
        "keystrokes end before they are a change",
        "keystrokes wait for a pause before they are on the disk",
        "what is typed in a record that went away waits for ever",
    ),
    "crashes": ("records come after the cursor that counts them", "an ended login empties the outbox"),
    "two requests at once": ("what leaves is not marked as sent", "what left is altered afterwards"),
    "two pages of one device": (
        "a page does not hear what another wrote",
        "a page does not hear that another signed out",
        "a page that is signed out by another forgets what is typed in it",
        "keystrokes of another page are written over",
    ),
    "what must go": (
        "a scope that is dropped leaves its records behind",
        "what is erased stays on the phone",
        "the text beneath one's own stays in the outbox",
    ),
    "files": (
        "a file counts as arrived though only the pieces were answered",
        "a file counts as arrived though the answer did not come",
        "a piece leaves the phone as soon as it is sent",
        "an ended login takes along the files that wait",
        "a file that was safe once counts as safe for ever",
        "opens_files_to_anybody",
        "counts_a_file_as_whole_with_its_first_piece",
    ),
    "pages": (
        "records leave before the round is complete",
        "a record that is here already is not replaced",
        "what the server has is deleted here after a restore",
    ),
}


@pytest.mark.parametrize("name", FIRST_MODEL)
def test_of_the_first_model(name: str) -> None:
    model, server, client = FIRST_MODEL[name]

    assert model in {"", *MODEL}
    assert server in {"", *_server()}
    assert client in {"", *planted()}


def test_what_is_planted_is_in_the_table() -> None:
    told = {name for names in FIRST_MODEL.values() for name in names[1:]} | {n for some in OURS.values() for n in some}

    assert told - {""} == {*_server(), *planted()}


def _server() -> list[str]:
    return [bug.__name__ for bug in (*bugs.BUGS, *bugs.OF_FILES)]
