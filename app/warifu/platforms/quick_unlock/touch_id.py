"""Touch ID: LocalAuthentication says yes or no, so it opens only what this run has locked.

A key that the Keychain releases for a finger needs an app that is signed with a provisioning profile.
https://developer.apple.com/documentation/localauthentication/lacontext
Not yet run on a real Mac: docs/unlocking.md says what was tried.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final

from warifu.core.errors import NotConfirmed
from warifu.core.text import Text
from warifu.platforms.quick_unlock.base import PERSON, QUICK, Asking

if TYPE_CHECKING:
    from collections.abc import Callable

_BIOMETRICS: Final = 1  # LAPolicyDeviceOwnerAuthenticationWithBiometrics
_SENTENCE: Final = "unlock Warifu"  # macOS puts "Warifu is trying to" before it


def _library() -> Any:
    import LocalAuthentication

    return LocalAuthentication


class TouchId:
    """``services.ports.QuickUnlock`` by LAContext. The library is an argument for tests."""

    name = "Touch ID"
    releases_key = False

    def __init__(self, library: Callable[[], Any] = _library) -> None:
        self._library = library
        self._asking = Asking(self.name)
        self._context: Any = None

    def reason(self) -> Text | None:
        """Why it cannot be used; None when it can."""

        def can() -> bool:
            able, _error = self._new().canEvaluatePolicy_error_(_BIOMETRICS, None)
            return bool(able)

        try:
            return None if self._asking.wait(can, QUICK) else Text("Touch ID is not set up on this computer.")
        except NotConfirmed as problem:
            return problem.title

    def enrol(self) -> None:
        """There is nothing to prepare."""

    def ask(self, challenge: bytes) -> bytearray:  # noqa: ARG002 - a yes has nothing to sign
        """Nothing, when macOS has recognised its user. Raises NotConfirmed."""

        def evaluate() -> bool:
            answered = threading.Event()
            answer: list[bool] = []

            def take(success: bool, _error: Any) -> None:
                answer.append(bool(success))
                answered.set()

            self._context = context = self._new()
            context.evaluatePolicy_localizedReason_reply_(_BIOMETRICS, _SENTENCE, take)
            return answered.wait(PERSON) and answer[0]

        if not self._asking.wait(evaluate, PERSON + QUICK):
            raise self._asking.refused()
        return bytearray()

    def close(self) -> None:
        """Give up asking, and have macOS take its dialog away."""
        self._asking.close()
        if self._context is not None:
            self._context.invalidate()

    def _new(self) -> Any:
        return self._library().LAContext.alloc().init()
