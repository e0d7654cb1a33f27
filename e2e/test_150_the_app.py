"""What the app itself owes anyone: their language, who reads along, and a place on the home screen."""

import json
import re

import pytest
from playwright.sync_api import Locator, expect

from e2e.device import Device
from e2e.logboek import fill_in_the_minimum


@pytest.mark.row("F125")
def test_dutch_and_english_are_one_tap_apart_without_a_reload_or_a_network(phone: Device) -> None:
    phone.enter_demo_as("Sanne")
    phone.open("/ik")
    phone.go_offline()
    phone.page.evaluate("window.thisVeryPage = true")

    phone.tap(phone.page.get_by_role("radio", name="English"))
    expect(phone.page.get_by_role("navigation", name="Main menu")).to_be_visible()
    expect(phone.page.locator("html")).to_have_attribute("lang", "en")
    phone.tap(phone.page.get_by_role("link", name="Goals"))
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Goals")
    phone.tap(phone.page.get_by_role("link", name="Me", exact=True))
    phone.tap(phone.page.get_by_role("radio", name="Nederlands"))

    expect(phone.page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    assert phone.page.evaluate("window.thisVeryPage")


@pytest.mark.row("F10", "F39", "F103")
def test_at_each_field_of_a_logboek_one_sees_who_can_read_it(phone: Device) -> None:
    phone.enter_demo_as("Bram")
    phone.tap(phone.button("Logboek invullen"))
    fill_in_the_minimum(phone)
    readers = phone.page.get_by_role("main").get_by_text(re.compile("^Dit lezen: (Cora en Senna|Senna en Cora)$"))
    only_me = phone.page.get_by_role("main").get_by_text("Alleen jij ziet dit")
    private = phone.page.get_by_role("textbox", name="Alleen voor jezelf")
    assert _read_at_each_field(phone, readers) >= 2
    private.focus()
    expect(only_me).to_be_in_viewport()


@pytest.mark.row("F39")
def test_at_each_field_of_a_goal_one_sees_that_nobody_else_can_read_it(phone: Device) -> None:
    phone.enter_demo_as("Sanne")
    phone.open("/doelen/nieuw")
    assert _read_at_each_field(phone, phone.page.get_by_role("main").get_by_text("Alleen jij ziet dit")) == 2


def _read_at_each_field(phone: Device, readers: Locator) -> int:
    fields = phone.page.get_by_role("main").get_by_role("textbox")
    expect(fields).not_to_have_count(0)
    for field in fields.all():
        field.focus()
        expect(readers).to_be_in_viewport()
    return fields.count()


@pytest.mark.row("F102")
def test_the_app_can_be_put_on_the_home_screen_and_its_icons_are_what_they_say(phone: Device) -> None:
    phone.enter_demo_as("Sanne")
    told = phone.context.new_cdp_session(phone.page)
    manifest = told.send("Page.getAppManifest")
    icons = json.loads(manifest["data"])["icons"]

    assert manifest["errors"] == []
    problems = told.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one for one in problems if one["errorId"] != "in-incognito"] == []
    for icon in icons:
        drawn = phone.page.evaluate(
            "async (src) => { const icon = new Image(); icon.src = src; await icon.decode(); return icon.width; }",
            icon["src"],
        )
        assert icon["sizes"] in ("any", f"{drawn}x{drawn}")
