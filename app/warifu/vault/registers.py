"""The small joins of which records are made: vectors of stamps, and the versions of a secret.

``seen`` vectors hold at most one stamp per device, sorted; they tell which writes somebody knew of.
A version of a secret is a dict: the otp's own keys, ``stamp`` (when it was written), and ``kept`` (the edits
of the account that took this version for granted, but for those a purge knew; absent where that is
``[stamp]``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.vault import strict_json
from warifu.vault.stamp import device_of

if TYPE_CHECKING:
    from collections.abc import Iterable

Version = dict[str, Any]

MAX_PAST = 5  # former secrets that are kept
_BESIDE_OTP = frozenset({"stamp", "kept"})


def join_seen(*vectors: Iterable[str]) -> list[str]:
    """The latest stamp of each device."""
    latest: dict[str, str] = {}
    for vector in vectors:
        for stamp in vector:
            device = device_of(stamp)
            latest[device] = max(latest.get(device, ""), stamp)
    return sorted(latest.values())


def covers(seen: Iterable[str], stamps: Iterable[str]) -> bool:
    """Whether whoever had seen ``seen`` knew of every one of ``stamps``."""
    latest = {device_of(stamp): stamp for stamp in seen}
    return all(latest.get(device_of(stamp), "") >= stamp for stamp in stamps)


def kept(version: Version) -> list[str]:
    """The vector of edits that took the version for granted."""
    found: list[str] = version.get("kept") or [version["stamp"]]
    return found


def keep(version: Version, *vectors: Iterable[str]) -> Version:
    """The version, taken for granted by more edits."""
    return _keeping(version, join_seen(kept(version), *vectors))


def _keeping(version: Version, joined: list[str]) -> Version:
    """The version with another vector."""
    changed = {key: value for key, value in version.items() if key != "kept"}
    if joined != [version["stamp"]]:
        changed["kept"] = joined
    return changed


def otp_part(version: Version) -> Version:
    """What decides the codes, with the fields of newer versions of Warifu."""
    return {key: value for key, value in version.items() if key not in _BESIDE_OTP}


def join_versions(one: Iterable[Version], other: Iterable[Version], purge_seen: list[str]) -> list[Version]:
    """All versions of both, newest first, without what a purge knew and what five newer ones replace."""
    by_stamp: dict[str, Version] = {}
    for version in (*one, *other):
        same = by_stamp.get(version["stamp"])
        by_stamp[version["stamp"]] = (
            version if same is None or same == version else _join_version(same, version)
        )
    versions = [by_stamp[stamp] for stamp in sorted(by_stamp, reverse=True)]
    if purge_seen:
        versions = [left for version in versions if (left := _after_purge(version, purge_seen))]
    if len(versions) <= MAX_PAST:
        return versions
    return [version for place, version in enumerate(versions) if not _outdated(version, versions[:place])]


def _join_version(one: Version, other: Version) -> Version:
    """Two copies of one write; they differ in their otp only where a device id was cloned."""
    otp = max(otp_part(one), otp_part(other), key=strict_json.dump)
    return _keeping({**otp, "stamp": one["stamp"]}, join_seen(kept(one), kept(other)))


def _after_purge(version: Version, purge_seen: list[str]) -> Version | None:
    """The version as far as edits keep it that the purge did not know; None where there are none.

    The others are forgotten one by one, because a copy that met the purge earlier has no trace of them.
    """
    left = [stamp for stamp in kept(version) if not covers(purge_seen, [stamp])]
    return _keeping(version, left) if left else None


def _outdated(version: Version, newer: list[Version]) -> bool:
    """Whether more than MAX_PAST newer versions knew of everything this one was kept for.

    Only those count that outlive it under any purge: dropping it gives the same whatever is merged first.
    """
    known = sum(covers(kept(later), kept(version)) for later in newer)
    return known > MAX_PAST
