"""What every system's watch does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from warifu.services.ports import Absence

Tell = Callable[[Absence], None]


class Watch(Protocol):
    """Listens from ``begin`` to ``end``; what the system does not offer is done without, in silence."""

    def begin(self) -> None:
        """Begin to listen. Call it on the main thread."""

    def let_sleep(self) -> None:
        """Tell the system that all is done which had to be done before sleep."""

    def end(self) -> None:
        """Listen no more."""
