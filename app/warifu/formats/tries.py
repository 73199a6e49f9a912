"""Files whose entries are encrypted one by one, so that each may have a password of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from warifu.core.errors import BadText
from warifu.core.text import Text
from warifu.formats.errors import NeedsPassword, WrongFilePassword

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_Made = TypeVar("_Made")
_NOT_OPENED: Final = Text("None of the passwords opens this entry.")
_OTHER: Final = Text("It may have been saved with an older password: give that one as well.")


class Tries:
    """Remembers whether any password opened any entry, and tries what opened the last one first."""

    def __init__(self, passwords: Sequence[str]) -> None:
        self._passwords = list(dict.fromkeys(passwords))
        self._opened = False
        self._failed = False

    def open(self, attempt: Callable[[str], _Made | None]) -> _Made:
        """What the first password gives that gives anything. Raises NeedsPassword, BadText."""
        if not self._passwords:
            raise NeedsPassword
        for password in list(self._passwords):
            if (made := attempt(password)) is not None:
                self._opened = True
                self._passwords.remove(password)
                self._passwords.insert(0, password)
                return made
        self._failed = True
        raise BadText(_NOT_OPENED, hint=_OTHER)

    def check(self) -> None:
        """Raise WrongFilePassword where entries were encrypted and not one was opened."""
        if self._failed and not self._opened:
            raise WrongFilePassword
