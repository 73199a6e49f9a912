"""macOS: LaunchServices knows which schemes an app can open from its Info.plist, and which app is chosen.

So only an app can be chosen, not a Python program; and there is always some app that is: switching off gives
a scheme back to the one before, or to another that can open it.
"""

from __future__ import annotations

from typing import Protocol

from warifu.core.errors import NotPossible
from warifu.core.text import Text
from warifu.platforms.url_scheme.base import SCHEMES, Reading, State


class Services(Protocol):
    """What is asked of LaunchServices; identifiers are those of bundles, such as ``com.apple.Passwords``."""

    def own_identifier(self) -> str:
        """Of the app that runs; empty if it is none, or cannot open links."""

    def chosen(self, scheme: str) -> str:
        """The app that opens a scheme, or nothing."""

    def able(self, scheme: str) -> list[str]:
        """All apps that can."""

    def choose(self, scheme: str, identifier: str) -> bool:
        """Make it the app that opens a scheme; whether macOS took it."""

    def note(self, scheme: str, identifier: str) -> None:
        """Remember an app in the preferences of this one; nothing forgets it."""

    def noted(self, scheme: str) -> str:
        """The app that was remembered, or nothing."""


class MacHandler:
    """The choice of this user."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._own = services.own_identifier()

    def read(self) -> Reading:
        """On if all schemes are ours."""
        if not self._own:
            return Reading(
                State.IMPOSSIBLE, Text("macOS opens links with apps only, and this Warifu runs without one.")
            )
        ours = all(self._is_own(self._services.chosen(scheme)) for scheme in SCHEMES)
        return Reading(State.ON if ours else State.OFF)

    def turn_on(self) -> None:
        """Choose this app, and remember the one before."""
        self._require_app()
        for scheme in SCHEMES:
            before = self._services.chosen(scheme)
            if not self._is_own(before):
                self._services.note(scheme, before)
                self._choose(scheme, self._own)

    def turn_off(self) -> None:
        """Choose the app before, or another one that can."""
        self._require_app()
        for scheme in SCHEMES:
            if self._is_own(self._services.chosen(scheme)):
                others = [app for app in self._services.able(scheme) if not self._is_own(app)]
                noted = self._services.noted(scheme)
                if noted in others or others:
                    self._choose(scheme, noted if noted in others else others[0])
                self._services.note(scheme, "")
        if self.read().state is State.ON:
            raise NotPossible(
                "No other app on this Mac opens such links.", hint="They stay with Warifu, which always asks."
            )

    def _is_own(self, identifier: str) -> bool:
        return identifier.casefold() == self._own.casefold()

    def _choose(self, scheme: str, identifier: str) -> None:
        if not self._services.choose(scheme, identifier):
            raise NotPossible(
                "macOS did not let Warifu change which app opens links.",
                hint="Move Warifu to the Applications folder, start it from there, and try again.",
            )

    def _require_app(self) -> None:
        if not self._own:
            raise NotPossible(self.read().note)
