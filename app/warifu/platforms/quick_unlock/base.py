"""What all ways have in common: how long a person may take, and how a refusal is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from warifu.core.errors import AppError, NotConfirmed
from warifu.core.text import Text
from warifu.services.patience import Patience, TooLong

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
PERSON: Final = 120.0  # seconds for somebody to find the finger, the face or the password
QUICK: Final = 5.0  # seconds for a question that the system answers by itself


class Asking:
    """Waits for the system's libraries, which know no time-out, and turns what they raise into sentences."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._patience = Patience()

    def wait(self, work: Callable[[], T], seconds: float = PERSON) -> T:
        """What ``work`` gives. Raises NotConfirmed for all that goes wrong."""
        try:
            return self._patience.wait(work, seconds)
        except TooLong:
            raise NotConfirmed(Text("{name} does not answer.", name=self._name)) from None
        except AppError:
            raise
        except Exception:  # noqa: BLE001 - the libraries of three systems fail in every way there is
            raise NotConfirmed(Text("{name} does not work now.", name=self._name)) from None

    def refused(self) -> NotConfirmed:
        """The user said no, or was not recognised."""
        return NotConfirmed(Text("{name} did not confirm that it is you.", name=self._name))

    def close(self) -> None:
        """Give up."""
        self._patience.close()
