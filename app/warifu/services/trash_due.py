"""When accounts leave the trash for ever: not by a clock that nobody has seen to be right.

A clock that is set forward by mistake ends 30 days at once. No code works by it, so it is noticed and put
right within a day; until then nothing is purged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warifu.settings.schema import TRASH_DUE

if TYPE_CHECKING:
    from warifu.settings.file import Settings
    from warifu.vault.document import Document

WAIT: Final = 86_400  # seconds from the first unlocking that found the 30 days over


def to_purge(document: Document, vault_id: str, settings: Settings, now: float) -> tuple[str, ...]:
    """Ids of accounts whose 30 days were over at an unlocking at least a day ago. ``now`` in Unix seconds."""
    since = _since(settings, vault_id)
    if since is not None and now - WAIT < since <= now:
        return ()
    ready = document.expired(since) if since is not None and since <= now else ()
    waiting = set(document.expired(now)) - set(ready)
    settings.set(TRASH_DUE, f"{vault_id} {int(now)}" if waiting else "")
    return ready


def _since(settings: Settings, vault_id: str) -> int | None:
    vault, _, seconds = settings.get(TRASH_DUE).partition(" ")
    return int(seconds) if vault == vault_id and seconds.isdecimal() and seconds.isascii() else None
