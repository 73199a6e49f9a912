"""A guard against accounts that vanish: deleting leaves a mark, so absence is never a wish but a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.errors import VaultShrinks
from warifu.core.text import Text

if TYPE_CHECKING:
    from warifu.vault.document import Document

_MOST = 2  # accounts
_SHARE = 0.10  # of all


def lost(before: Document, after: Document) -> tuple[str, ...]:
    """Ids of accounts that were there, and of which neither a secret nor the mark of a purge is left."""
    gone = before.records.keys() - after.records.keys()
    left = after.records.items()
    emptied = (key for key, record in left if not record.alive and "purged" not in record.data)
    return tuple(key for key in (*gone, *emptied) if key in before.records and before.records[key].alive)


def require_kept(before: Document, after: Document) -> None:
    """Raise VaultShrinks where more than 2 accounts, and more than a tenth of all, would vanish unasked."""
    if before is after:
        return
    missing = len(lost(before, after))
    alive = sum(record.alive for record in before.records.values()) if missing else 0
    if missing > _MOST and missing > alive * _SHARE:
        raise VaultShrinks(
            Text("This would make {count} accounts vanish that nobody deleted.", count=missing),
            "It was refused, and the vault is as it was.",
            "Lock and unlock Warifu. If it happens again, restore a backup.",
        )
