"""A guard against accounts that vanish: deleting leaves a mark, so absence is never a wish but a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.errors import VaultShrinks
from warifu.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.vault.document import Document

_MOST = 2  # accounts
_SHARE = 0.10  # of all


def living(document: Document) -> frozenset[str]:
    """Ids of all accounts, in the trash or not, that were not purged."""
    return frozenset(key for key, record in document.records.items() if record.alive)


def lost(before: Iterable[str], after: Document) -> tuple[str, ...]:
    """Those of the ids of which neither a secret nor the mark of a purge is left."""
    records = after.records
    return tuple(
        key
        for key in before
        if key not in records or not (records[key].alive or "purged" in records[key].data)
    )


def require_kept(before: Document, after: Document) -> None:
    """Raise VaultShrinks where more than 2 accounts, and more than a tenth of all, would vanish unasked."""
    if before is after:
        return
    former, present = before.records, after.records
    changed = [key for key, record in former.items() if present.get(key) is not record]
    missing = len(lost((key for key in changed if former[key].alive), after))
    if missing > _MOST and missing > len(living(before)) * _SHARE:
        raise VaultShrinks(
            Text("This would make {count} accounts vanish that nobody deleted.", count=missing),
            "It was refused, and the vault is as it was.",
            "Lock and unlock Warifu. If it happens again, restore a backup.",
        )
