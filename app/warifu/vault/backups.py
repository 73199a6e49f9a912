"""What backups are called, what kinds there are, and which of them have had their day. Nothing here touches
a disk.

A backup is a whole vault file with portable slots only. Its header says when it was made (``"backup":
{"kind", "time"}``, authenticated as all of the header is); the name says the same for people, and for whoever
has no key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from warifu.vault.container import Header

RECENT, DAILY, WEEKLY, MONTHLY = 10, 7, 4, 12  # are kept
MOST_KEPT: Final = RECENT + DAILY + WEEKLY + MONTHLY
SUFFIX: Final = ".warifu"

_AHEAD = 3600  # seconds that a clock may have been set back without making a backup one of the future
_DAY = 86_400
_NAME = re.compile(
    r"warifu-(\d{8}T\d{6}Z)-([0-9a-f]{8})(?:-(before-[a-z]+))?(?:-\d+)?\b.*" + re.escape(SUFFIX)
)
_MOMENT = "%Y%m%dT%H%M%SZ"


class Kind(StrEnum):
    """Why a backup was made. Only automatic ones are ever removed."""

    AUTOMATIC = "automatic"
    BEFORE_RESTORE = "before-restore"
    BEFORE_IMPORT = "before-import"
    BEFORE_UPDATE = "before-update"  # of the file's format
    BEFORE_LOSS = "before-loss"  # a change was refused that would have made accounts vanish
    COPY = "copy"  # a vault file that somebody put there


@dataclass(frozen=True, slots=True)
class Backup:
    """A file in a folder of backups, as its header, or else its name, describes it."""

    path: Path
    kind: Kind
    time: int  # of the contents, Unix seconds; 0 where nothing tells
    vault_id: str = ""
    generation: int = 0  # of saves
    size: int = 0  # bytes


def surplus(backups: Iterable[Backup], now: float) -> tuple[Backup, ...]:
    """The automatic backups of one vault that newer ones make needless, ``now`` in Unix seconds.

    Kept are the 10 latest and the last of each of 7 days, 4 weeks and 12 months (UTC) that have any. What is
    dated later than now tells of a clock that went back: it is left alone and counts for nothing. So is the
    one with most saves behind it, whatever its date.
    """
    limit = now + _AHEAD
    past = [each for each in backups if each.kind is Kind.AUTOMATIC and each.time <= limit]
    past.sort(key=_order, reverse=True)
    kept = set(past[:RECENT])
    for bucket, count in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        kept |= _last_of_each(past, bucket, count)
    if past:
        kept.add(max(past, key=lambda each: (each.generation, _order(each))))
    return tuple(each for each in past if each not in kept)


def name_of(vault_id: str, kind: Kind, time: float, turn: int = 1) -> str:
    """A file name; ``turn`` tells apart what was made in the same second."""
    moment = datetime.fromtimestamp(max(time, 0), UTC).strftime(_MOMENT)
    why = "" if kind is Kind.AUTOMATIC else f"-{kind}"
    return f"warifu-{moment}-{vault_id[:8]}{why}{f'-{turn}' if turn > 1 else ''}{SUFFIX}"


def from_name(untrusted_name: str) -> tuple[Kind, int]:
    """Kind and time as a name tells them, also after a cloud added to it; ``COPY`` and 0 for other names."""
    found = _NAME.fullmatch(untrusted_name)
    if found is None:
        return Kind.COPY, 0
    try:
        moment = datetime.strptime(found[1], _MOMENT).replace(tzinfo=UTC)
        return Kind(found[3] or Kind.AUTOMATIC), int(moment.timestamp())
    except ValueError:
        return Kind.COPY, 0


def from_header(header: Header, name: str) -> tuple[Kind, int]:
    """Kind and time as the header tells them; as good as the header is, so check that first."""
    told = header.extra.get("backup")
    if isinstance(told, dict):
        kind, time = told.get("kind"), told.get("time")
        if kind in set(Kind) and type(time) is int and time >= 0:
            return Kind(kind), time
    return from_name(name)


def mark(kind: Kind, time: float) -> dict[str, object]:
    """What a backup's header holds about it."""
    return {"kind": str(kind), "time": max(int(time), 0)}


def _last_of_each(latest_first: list[Backup], bucket: Callable[[int], int], count: int) -> set[Backup]:
    """The latest backup of each of the last ``count`` buckets that have one."""
    found: dict[int, Backup] = {}
    for each in latest_first:
        found.setdefault(bucket(each.time), each)
    return set(list(found.values())[:count])


def _order(backup: Backup) -> tuple[int, int, str]:
    return backup.time, backup.generation, backup.path.name


def _day(time: int) -> int:
    return time // _DAY


def _week(time: int) -> int:
    return (time // _DAY + 3) // 7  # 1 January 1970 was a Thursday; weeks begin on Monday


def _month(time: int) -> int:
    moment = datetime.fromtimestamp(time, UTC)
    return moment.year * 12 + moment.month
