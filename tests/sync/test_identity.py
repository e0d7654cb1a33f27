"""Derived ids, whose a record is, and what a kind demands of it."""

from server import db
from server.permissions import changes
from server.records.kinds import derived_id
from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, mutation, new_id, over


async def test_two_devices_note_the_same_presence_in_one_record(cast: Cast, bram: Device, device_of: DeviceOf) -> None:
    session, member = mutation("session", {})["id"], str(cast.membership.id)
    id, scope = derived_id("attendance", [session, member]), f"member:{member}:record"
    parts = {"session": session, "member": member}
    tablet = await device_of(cast.bram)

    [first] = await bram.push(mutation("attendance", parts | {"state": "present"}, id, scope=scope))
    [same] = await tablet.push(mutation("attendance", parts | {"state": "present"}, id, scope=scope))
    [other] = await tablet.push(mutation("attendance", parts | {"state": "late"}, id, scope=scope))

    assert (first["status"], same["status"], other["status"]) == ("ok", "merged", "conflict")
    assert tablet.records[id]["fields"]["state"] == "present"
    assert tablet.records[id]["siblings"][0]["set"] == {"state": "late"}


async def test_a_derived_id_is_computed_again(cast: Cast, bram: Device) -> None:
    session, member = mutation("session", {})["id"], str(cast.membership.id)
    scope = f"member:{member}:record"
    fields = {"session": session, "member": member, "state": "present"}
    id = derived_id("attendance", [session, member])

    wrong, right = await bram.push(
        mutation("attendance", fields, scope=scope), mutation("attendance", fields, id, scope=scope)
    )
    [changed] = await bram.push(over(bram.records[id], {"session": mutation("session", {})["id"]}))
    [removed] = await bram.push(over(bram.records[id], {"session": None}))

    assert wrong == {"status": "held", "reason": "id_wrong"}
    assert right["status"] == "ok"
    assert changed == removed == {"status": "held", "reason": "id_wrong"}


async def test_a_revived_presence_still_says_whose_it_is(cast: Cast, bram: Device) -> None:
    session, member = mutation("session", {})["id"], str(cast.membership.id)
    parts = {"session": session, "member": member}
    id = derived_id("attendance", [session, member])
    await bram.push(mutation("attendance", parts | {"state": "present"}, id, scope=f"member:{member}:record"))
    await bram.push(over(bram.records[id], {"deleted": True}))

    await bram.push(over(bram.records[id], {"state": "absent"}))

    assert bram.records[id]["fields"] == parts | {"state": "absent"}


async def test_a_deleted_presence_that_is_noted_anew_elsewhere_stays_an_empty_mark(cast: Cast, bram: Device) -> None:
    session, member = mutation("session", {})["id"], str(cast.membership.id)
    noted = {"session": session, "member": member, "state": "present"}
    id = derived_id("attendance", [session, member])
    await bram.push(mutation("attendance", noted, id, scope=f"member:{member}:record"))
    await bram.push(over(bram.records[id], {"deleted": True}))

    [result] = await bram.push(mutation("attendance", noted, id, scope=f"member:{member}:record"))

    assert result["status"] == "conflict"
    assert (bram.records[id]["deleted"], bram.records[id]["fields"]) == (True, {})
    assert [sibling["set"] for sibling in bram.records[id]["siblings"]] == [{"state": "present"}]


async def test_nobody_notes_that_somebody_else_has_read_it(cast: Cast, bram: Device) -> None:
    record = mutation("logboek", {})["id"]
    results = []
    for reader in (cast.cora.id, cast.bram.id):
        fields = {"record": record, "reader": str(reader)}
        id = derived_id("receipt", list(fields.values()))
        results += await bram.push(mutation("receipt", fields, id, scope=f"coaching:{cast.coaching.id}"))

    assert [result["status"] for result in results] == ["held", "ok"]


async def test_a_question_needs_a_text(cast: Cast, cora: Device) -> None:
    logboek, scope = mutation("logboek", {})["id"], f"coaching:{cast.coaching.id}"

    without, blank, good, thanks = await cora.push(
        mutation("review", {"logboek": logboek, "state": "question"}, scope=scope),
        mutation("review", {"logboek": logboek, "state": "question", "text": " "}, scope=scope),
        mutation("review", {"logboek": logboek, "state": "question", "text": "Hoe dan?"}, scope=scope),
        mutation("review", {"logboek": logboek, "state": "thanks"}, scope=scope),
    )

    assert without == blank == {"status": "held", "reason": "invalid"}
    assert (good["status"], thanks["status"]) == ("ok", "ok")


async def test_two_coaches_note_the_presence_of_the_same_coachee(cast: Cast, bram: Device, joris: Device) -> None:
    await db.write(lambda: changes.seat_coach(cast.joris.id, cast.community.id))
    parts = {"session": new_id(), "member": str(cast.membership.id)}
    id, scope = derived_id("attendance", list(parts.values())), f"member:{cast.membership.id}:record"

    [first] = await bram.push(mutation("attendance", parts | {"state": "present"}, id, scope=scope))
    [second] = await joris.push(mutation("attendance", parts | {"state": "present"}, id, scope=scope))
    [gone] = await joris.push(over(joris.records[id], {"deleted": True}))

    assert (first["status"], second["status"]) == ("ok", "merged")
    assert gone == {"status": "held", "reason": "forbidden"}
