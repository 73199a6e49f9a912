"""The choice of an app on macOS, against a LaunchServices of the test; not yet run on a Mac."""

from __future__ import annotations

import pytest

from warifu.core.errors import NotPossible
from warifu.platforms.url_scheme.base import SCHEMES, State
from warifu.platforms.url_scheme.macos import MacHandler

OWN = "org.warifu.Warifu"
APPLE = "com.apple.Passwords"


class FakeServices:
    """Chosen apps in a dictionary; macOS answers with identifiers in lower case."""

    def __init__(self, own: str = OWN, before: str = APPLE, *, takes: bool = True) -> None:
        self.own, self.takes = own, takes
        self.apps = dict.fromkeys(SCHEMES, before)
        self.notes: dict[str, str] = {}
        self.others = [before] if before else []

    def own_identifier(self) -> str:
        return self.own

    def chosen(self, scheme: str) -> str:
        return self.apps[scheme].lower()

    def able(self, scheme: str) -> list[str]:
        return [OWN.lower(), *(each.lower() for each in self.others)]

    def choose(self, scheme: str, identifier: str) -> bool:
        if self.takes:
            self.apps[scheme] = identifier
        return self.takes

    def note(self, scheme: str, identifier: str) -> None:
        self.notes[scheme] = identifier

    def noted(self, scheme: str) -> str:
        return self.notes.get(scheme, "")


def test_on_and_off_bring_back_the_app_before() -> None:
    services = FakeServices()
    services.others = ["com.example.first", APPLE]
    links = MacHandler(services)
    assert links.read().state is State.OFF
    links.turn_on()
    links.turn_on()
    assert links.read().state is State.ON
    assert set(services.apps.values()) == {OWN}
    links.turn_off()
    assert links.read().state is State.OFF
    assert set(services.apps.values()) == {APPLE.lower()}


def test_without_another_app_links_stay_and_it_is_said() -> None:
    links = MacHandler(FakeServices(before=""))
    links.turn_on()
    with pytest.raises(NotPossible, match="No other app"):
        links.turn_off()


def test_a_python_program_is_no_app() -> None:
    links = MacHandler(FakeServices(own=""))
    assert links.read().state is State.IMPOSSIBLE
    assert links.read().note
    for turn in (links.turn_on, links.turn_off):
        with pytest.raises(NotPossible, match="apps only"):
            turn()


def test_a_refusal_is_one_sentence() -> None:
    with pytest.raises(NotPossible, match="did not let"):
        MacHandler(FakeServices(takes=False)).turn_on()
