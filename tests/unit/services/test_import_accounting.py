"""What becomes of each account of a file is told: added, changed, here already, or left with a reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.core.account import Account, Otp
from warifu.core.problem import Problem
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats.base import Contents, Imported
from warifu.services.importing import Found, Preview, Standing, Taken, preview_of, taken_in
from warifu.services.reading_files import ReadFile
from warifu.services.store import Store
from warifu.vault.document import Document
from warifu.vault.stamp import StampClock

NOW = 1_796_083_214.0
TAKEN = (Standing.NEW, Standing.CHANGED)


class Clock:
    def now(self) -> float:
        return NOW

    def monotonic(self) -> float:
        return 0.0


# Few of everything, so that they meet.
NAMES = st.sampled_from(["", "GitHub", "github", "Bank"])
OTPS = st.builds(
    Otp,
    st.sampled_from([Secret(b"1" * 20), Secret(b"2" * 20), Secret(b"3" * 20)]),
    digits=st.sampled_from([6, 8]),
)
ACCOUNTS = st.builds(
    Account,
    OTPS,
    title=NAMES,
    issuer=NAMES,
    account=st.sampled_from(["", "ada"]),
    note=st.sampled_from(["", "note"]),
    tags=st.sampled_from([(), ("work",), ("work", "home")]),
    pinned=st.booleans(),
)
ENTRIES = st.lists(st.builds(Imported, ACCOUNTS, binned=st.booleans()), max_size=12)
PROBLEMS = st.lists(st.just(Problem(Text("It is wrong."), line=1)), max_size=3)


def store_with(accounts: list[Account]) -> Store:
    store = Store(Document.empty(), StampClock("device1", Clock()), Clock())
    if accounts:
        store.add(*accounts)
    return store


def preview(store: Store, entries: list[Imported], problems: list[Problem] | None = None) -> Preview:
    contents = Contents(tuple(entries), tuple(problems or ()))
    return preview_of([ReadFile(Path("x"), "otpauth", "otpauth", contents)], store.accounts())


def told(found: Found) -> bool:
    """Whether an account that is not simply added has a reason that can be shown."""
    match found.standing:
        case Standing.NEW:
            return True
        case Standing.SAME | Standing.CHANGED:
            return found.twin is not None and found.twin.otp.secret == found.account.otp.secret
        case _:
            return found.remark is not None


def chosen(seen: Preview, standings: tuple[Standing, ...]) -> list[Found]:
    return [found for found in seen.found if found.standing in standings]


@pytest.mark.safety(53)
@given(here=st.lists(ACCOUNTS, max_size=6), entries=ENTRIES, problems=PROBLEMS)
def test_what_goes_in_is_added_changed_or_left_with_its_reason(here, entries, problems) -> None:
    store = store_with(here)
    seen = preview(store, entries, problems)

    assert [found.account for found in seen.found] == [entry.account for entry in entries]
    assert seen.problems == tuple(problems)
    assert all(told(found) for found in seen.found)
    assert sum(seen.count(standing) for standing in Standing) == len(entries)

    before = {account.id for account in store.accounts()}
    wanted = chosen(seen, TAKEN)
    taken = taken_in(store, wanted, NOW)
    after = {account.id for account in store.accounts()}
    assert after - before == set(taken.added)
    assert len(after) == len(before) + len(taken.added)
    assert set(taken.changed) <= before
    merged = len(wanted) - len(taken.added)
    assert len(taken.changed) <= merged
    assert merged <= seen.count(Standing.CHANGED)
    codes = {account.otp for account in store.accounts()}
    assert all(found.account.otp in codes for found in wanted)


@pytest.mark.safety(53)
@given(here=st.lists(ACCOUNTS, max_size=6), entries=ENTRIES)
def test_one_undo_takes_the_whole_import_back(here, entries) -> None:
    store = store_with(here)
    before = store.accounts()
    steps = store.can_undo
    taken = taken_in(store, chosen(preview(store, entries), TAKEN), NOW)
    if taken.added or store.accounts() != before:
        assert store.undo()
    assert store.accounts() == before
    assert store.can_undo is steps


@given(here=st.lists(ACCOUNTS, max_size=6), entries=ENTRIES)
def test_the_same_file_again_adds_nothing(here, entries) -> None:
    store = store_with(here)
    taken_in(store, chosen(preview(store, entries), (Standing.NEW,)), NOW)
    again = preview(store, entries)
    assert again.count(Standing.NEW) == 0


@given(here=st.lists(ACCOUNTS, min_size=1, max_size=6), entries=ENTRIES)
def test_names_that_match_overwrite_nothing(here, entries) -> None:
    """Only the same secret makes it the same account."""
    store = store_with(here)
    before = {account.id: account for account in store.accounts()}
    taken_in(store, chosen(preview(store, entries), (Standing.NEW,)), NOW)
    assert {key: store.get(key) for key in before} == before


def test_two_that_would_change_the_same_account_are_both_kept() -> None:
    otp = Otp(Secret(b"1" * 20))
    store = store_with([Account(otp, title="GitHub")])
    entries = [
        Imported(Account(replace(otp, digits=8), title="GitHub")),
        Imported(Account(replace(otp, digits=7), title="GitHub")),
        Imported(Account(replace(otp, digits=8), title="GitHub", account="ada", note="more")),
    ]
    wanted = chosen(preview(store, entries), TAKEN)
    assert len(wanted) == 3
    taken = taken_in(store, wanted, NOW)
    assert (len(taken.added), len(taken.changed)) == (1, 1)
    assert sorted(account.otp.digits for account in store.accounts()) == [7, 8]
    assert next(a for a in store.accounts() if a.otp.digits == 8).note == "more"


@pytest.mark.safety(53)
@given(here=st.lists(ACCOUNTS, max_size=6), entries=ENTRIES)
def test_a_file_that_another_process_took_in_since_the_preview_adds_nothing(here, entries) -> None:
    store = store_with(here)
    seen = chosen(preview(store, entries), (Standing.NEW,))
    taken_in(store, seen, NOW)  # by the other one
    before = store.accounts()

    assert taken_in(store, seen, NOW) == Taken((), ())
    assert store.accounts() == before


def test_what_changed_since_the_preview_is_not_set_back() -> None:
    otp = Otp(Secret(b"1" * 20))
    store = store_with([Account(otp, title="GitHub")])
    wanted = chosen(preview(store, [Imported(Account(otp, title="GitHub", note="from the file"))]), TAKEN)
    (mine,) = store.accounts()
    store.edit(mine.id, tags=("mine",))
    taken_in(store, wanted, NOW)
    (now,) = store.accounts()
    assert (now.tags, now.note) == (("mine",), "from the file")
