"""Merging is a join, whatever devices did and in whatever order their copies meet."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warifu.core.account import Account, Icon, Otp, OtpType
from warifu.core.secret import Secret
from warifu.vault.document import Document
from warifu.vault.merge import merge
from warifu.vault.stamp import StampClock

IDS = ("11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222")
OPERATIONS = (
    "add",
    "title",
    "note",
    "tags",
    "icon",
    "otp",
    "back",
    "counter",
    "use",
    "trash",
    "untrash",
    "purge",
    "name",
    "way",
)
REPLICAS = 5


class Ticking:
    """A clock that the test moves by hand."""

    def __init__(self, now: float) -> None:
        self.time = now

    def now(self) -> float:
        return self.time

    def monotonic(self) -> float:
        return self.time


class Device:
    """One copy of the vault with its own, perhaps wrong, clock."""

    def __init__(self, name: str, skew: float) -> None:
        self.clock = Ticking(1_800_000_000 + skew)
        self.stamps = StampClock(name, self.clock)
        self.document = Document.empty()

    def adopt(self, other: Document) -> None:
        self.document = merge(self.document, other)
        self.stamps.observe(self.document.newest())

    def do(self, operation: str, account_id: str, value: int) -> None:
        before = self.document
        after = change(before, self.stamps, operation, account_id, value)
        self.document = after
        self.clock.time += value % 3


def change(document: Document, stamps: StampClock, operation: str, account_id: str, value: int) -> Document:
    """One step of a user; steps that make no sense now change nothing."""
    account = document.get(account_id)
    if operation == "name":
        return document.name_device(stamps.device, f"PC {value}", stamps.next())
    if operation == "way":
        return document.note_way(f"slot{value % 2}", stamps.next(), checked=1_800_000_000 + value)
    if account is None:
        fresh = Account(Otp(Secret(bytes([value] * 10))), title=f"added {value}", id=account_id)
        return document.add(fresh, stamps.next()) if operation == "add" else document
    if operation in FIELDS:
        return document.edit(account_id, stamps.next(), **FIELDS[operation](account, value))
    if operation == "counter":
        return document.set_counter(account_id, value)
    if operation == "use":
        return document.note_use(account_id, stamps.device, 1_800_000_000 + value)
    if operation == "trash":
        return document.trash([account_id], stamps.next(), 1_800_000_000)
    if operation == "untrash":
        return document.untrash([account_id], stamps.next())
    return document.purge([account_id], stamps.next()) if operation == "purge" else document


FIELDS: dict[str, Any] = {
    "title": lambda account, value: {"title": f"title {value}"},
    "note": lambda account, value: {"note": "" if value == 0 else f"note {value}", "pinned": value % 2 == 1},
    "tags": lambda account, value: {"tags": tuple("abc"[: value % 4])},
    "icon": lambda account, value: {"icon": Icon(brand=f"brand{value}")},
    "otp": lambda account, value: {"otp": Otp(Secret(bytes([value + 100] * 20)), OtpType.HOTP)},
    "back": lambda account, value: {"counter": max(account.counter - 1, 0)},
}

Script = list[tuple[int, str, int]]  # who does what, with which number


def written_by_chance(seed: int, length: int) -> Script:
    """Hypothesis draws short lists; here the long ones find what is wrong."""
    chance = random.Random(seed)
    whats = (*OPERATIONS, "meet", "meet")
    return [(chance.randrange(REPLICAS), chance.choice(whats), chance.randrange(8)) for _ in range(length)]


steps = st.builds(written_by_chance, st.integers(0, 2**32), st.integers(0, 150))


def replay(script: Script, *, clones: bool = False) -> list[Device]:
    """Devices after the steps; clones share one device id, as after copying a profile folder."""
    devices = [Device("clone" if clones else f"dev{n}", skew=(n - 2) * 100_000.0) for n in range(REPLICAS)]
    for who, what, value in script:
        if what == "meet":
            devices[who].adopt(devices[value % REPLICAS].document)
        else:
            devices[who].do(what, IDS[value % 2], value)
    return devices


@pytest.mark.safety(55)
@given(steps, st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_merge_is_a_join(script: Script, clones: bool) -> None:
    """Each example checks all 60 ordered triples of five copies: 3,600 triples in all."""
    documents = [device.document for device in replay(script, clones=clones)]
    for one in documents:
        assert merge(one, one) == one
    for one, other, third in itertools.permutations(documents, 3):
        joined = merge(one, other)
        assert joined == merge(other, one)
        assert merge(joined, one) == joined, "merging again what is in already changes nothing"
        assert merge(joined, third) == merge(one, merge(other, third))


@pytest.mark.safety(55)
@given(steps)
@settings(max_examples=60, deadline=None)
def test_a_document_survives_its_bytes(script: Script) -> None:
    for device in replay(script):
        again = Document.from_json(device.document.to_json())
        assert again == device.document
        assert again.accounts() == device.document.accounts()
        assert again.to_json() == device.document.to_json()


@pytest.mark.safety(55, 56)
@given(steps)
@settings(max_examples=60, deadline=None)
def test_copies_agree_after_one_full_exchange(script: Script) -> None:
    devices = replay(script)
    for one, other in itertools.permutations(devices, 2):
        one.adopt(other.document)
    for one, other in itertools.permutations(devices, 2):
        one.adopt(other.document)
    assert all(device.document == devices[0].document for device in devices)


@given(steps, st.integers(0, REPLICAS - 1), st.integers(0, 7))
@settings(max_examples=60, deadline=None)
def test_an_edit_beats_all_that_its_maker_had_seen(script: Script, who: int, value: int) -> None:
    devices = replay(script)
    maker = devices[who]
    for device in devices:
        maker.adopt(device.document)
    for account in maker.document.accounts():
        maker.document = maker.document.edit(account.id, maker.stamps.next(), title=f"last {value}")
        for device in devices:
            account_there = merge(device.document, maker.document).get(account.id)
            assert account_there is not None
            assert account_there.title == f"last {value}"
            assert not account_there.trashed


@given(steps)
@settings(max_examples=60, deadline=None)
def test_a_secret_is_shown_as_it_was_written(script: Script) -> None:
    """Whatever is shown was written as a whole."""
    devices = replay(script)
    # Also one that no copy shows any more: a purge may leave the older secret that an edit relied on.
    written = {_written(what, value) for _who, what, value in script if what in {"add", "otp"}}
    joined = Document.empty()
    for device in devices:
        joined = merge(joined, device.document)
    for account in (*joined.accounts(), *joined.trashed()):
        assert account.otp in written
        same = [device for device in devices if (device.document.get(account.id) or _none).otp == account.otp]
        assert account.uses >= max((device.document.get(account.id) or _none).uses for device in devices)
        assert len(joined.history(account.id)) <= 5
        assert same or any(what == "purge" for _who, what, _value in script)


_none = Account(Otp(Secret(b"none")), id="0")


def _written(what: str, value: int) -> Otp:
    if what == "add":
        return Otp(Secret(bytes([value] * 10)))
    return Otp(Secret(bytes([value + 100] * 20)), OtpType.HOTP)


@pytest.mark.safety(38)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xy"), st.integers(0, 5)), max_size=30))
@settings(max_examples=200, deadline=None)
def test_adding_never_overwrites(entries: list[tuple[str, str, int]]) -> None:
    """Same issuer and label with another secret: both are kept; a duplicate can be told."""
    stamps = StampClock("dev", Ticking(1_800_000_000))
    document = Document.empty()
    secrets: set[Secret] = set()
    for count, (issuer, label, key) in enumerate(entries):
        account = Account(Otp(Secret(bytes([key] * 20))), issuer=issuer, account=label)
        assert bool(document.twins(account.otp)) == (account.otp.secret in secrets)
        document = document.add(account, stamps.next())
        secrets.add(account.otp.secret)
        assert {there.otp.secret for there in document.accounts()} == secrets
        assert len(document.accounts()) == count + 1


@given(steps)
@settings(max_examples=60, deadline=None)
def test_absence_never_deletes(script: Script) -> None:
    for device in replay(script):
        assert merge(device.document, Document.empty()) == device.document
        ids = {account.id for account in device.document.accounts()}
        other = replace(_none, id="33333333-3333-4333-8333-333333333333")
        foreign = Document.empty().add(other, StampClock("elsewhere", Ticking(2_000_000_000)).next())
        assert {account.id for account in merge(device.document, foreign).accounts()} == ids | {other.id}
