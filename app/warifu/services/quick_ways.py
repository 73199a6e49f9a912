"""The quick ways to unlock of one session, together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from warifu.services.quick_pin import QuickPin
from warifu.services.remembering import Remembering
from warifu.services.system_unlock import SystemUnlock
from warifu.settings import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.services.ports import Keystore, QuickUnlock, Tasks
    from warifu.services.session import Session
    from warifu.settings.file import Settings


@dataclass(frozen=True, slots=True)
class QuickWays:
    """What the system keeps, a PIN, and what the system asks."""

    remembering: Remembering
    pin: QuickPin
    system: SystemUnlock

    def close(self) -> None:
        """Wait for none of them any more; the program ends."""
        self.remembering.close()
        self.system.close()
        self.pin.close()


def quick_ways(
    session: Session,
    tasks: Tasks,
    settings: Settings,
    keystore: Callable[[], Keystore],
    unlocker: Callable[[], QuickUnlock | None],
) -> QuickWays:
    """All of them for one session."""
    return QuickWays(
        Remembering(session, tasks, settings, keystore),
        QuickPin(session, settings),
        SystemUnlock(session, tasks, settings, unlocker),
    )


def wanted(settings: Settings) -> bool:
    """Whether the user has turned any of them on, which costs nothing to know."""
    texts = (schema.REMEMBERED, schema.QUICK_PIN, schema.SYSTEM_SLOTS)
    return settings.get(schema.SYSTEM_REOPENS) or any(settings.get(text) for text in texts)
