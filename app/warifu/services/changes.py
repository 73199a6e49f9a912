"""What a mutation of the store tells its subscribers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class ChangeKind(Enum):
    """What happened to the accounts of a change."""

    ADDED = auto()
    EDITED = auto()
    TRASHED = auto()
    RESTORED = auto()
    PURGED = auto()
    MOVED = auto()
    USED = auto()  # the use count, or the counter of HOTP, has advanced
    WAYS = auto()  # what is known of the ways to unlock
    SERVICES = auto()  # the list of services that are to be set up again
    RECOVERED = auto()  # accounts of a backup were brought back
    ADOPTED = auto()  # another copy of the vault was joined in


class Origin(Enum):
    """Who wanted it."""

    USER = auto()
    UNDO = auto()
    DISK = auto()


@dataclass(frozen=True, slots=True)
class Change:
    """One notice, given once to each subscriber after the store has changed."""

    kind: ChangeKind
    ids: tuple[str, ...]
    origin: Origin = Origin.USER
