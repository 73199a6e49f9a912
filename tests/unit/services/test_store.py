"""The accounts in memory: every step, and its undoing."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warifu.core.account import Account, Icon, Otp, OtpType
from warifu.core.errors import AccountNotFound, NotPossible
from warifu.core.secret import Secret
from warifu.services.changes import Change, ChangeKind, Origin
from warifu.services.store import Store
from warifu.vault.document import Document
from warifu.vault.merge import merge
from warifu.vault.stamp import StampClock


class Clock:
    """A clock that stands still unless it is set."""

    def __init__(self):
        self.time = 1_800_000_000.0

    def now(self):
        return self.time

    def monotonic(self):
        return self.time


def account(title, secret=b"12345678901234567890", **fields):
    return Account(Otp(Secret(secret)), title=title, **fields)


def new_store(*titles, read_only=False):
    clock = Clock()
    store = Store(Document.empty(), StampClock("here", clock), clock)
    if titles:
        store.add(*(account(title) for title in titles))
    store.read_only = read_only
    return store


def titles(store):
    return [account.title for account in store.accounts()]


def by_title(store, title):
    return next(a.id for a in (*store.accounts(), *store.trashed()) if a.title == title)


def seen(accounts):
    """Everything of an account that a user sees."""
    return {
        a.id: (a.title, a.account, a.tags, a.note, a.pinned, a.icon, a.otp, a.order, a.trashed)
        for a in accounts
    }


def everything(store):
    return seen((*store.accounts(), *store.trashed()))


@pytest.fixture
def heard():
    return []


@pytest.fixture
def store(heard):
    store = new_store("ada", "bob", "cyd")
    store.subscribe(heard.append)
    return store


def test_accounts_are_added_below_the_others_in_the_order_given(store, heard):
    ids = store.add(account("dot"), account("eve"))

    assert titles(store) == ["ada", "bob", "cyd", "dot", "eve"]
    assert heard == [Change(ChangeKind.ADDED, ids)]
    assert store.get(ids[0]).created == 1_800_000_000


@pytest.mark.safety(38)
def test_an_account_with_the_same_names_or_the_same_secret_replaces_nothing(store):
    store.add(account("ada"), account("ada", b"another secret of length"))

    assert titles(store) == ["ada", "bob", "cyd", "ada", "ada"]


def test_adding_an_id_that_is_there_is_refused(store):
    twin = store.accounts()[0]

    with pytest.raises(NotPossible):
        store.add(twin)

    assert titles(store) == ["ada", "bob", "cyd"]


def test_an_edit_is_told_once_and_one_that_changes_nothing_not_at_all(store, heard):
    ada = by_title(store, "ada")

    store.edit(ada, title="Ada", note="x")
    store.edit(ada, title="Ada", note="x")

    assert heard == [Change(ChangeKind.EDITED, (ada,))]
    assert store.get(ada).title == "Ada"


def test_several_are_edited_in_one_step_or_not_at_all(store, heard):
    ada, bob, cyd = (by_title(store, title) for title in ("ada", "bob", "cyd"))
    store.edit_all({ada: {"pinned": True}, bob: {"pinned": False}, cyd: {"tags": ("x",)}})
    assert heard == [Change(ChangeKind.EDITED, (ada, cyd))]

    assert store.undo()
    assert not store.get(ada).pinned
    assert store.get(cyd).tags == ()

    store.trash(bob)
    with pytest.raises(NotPossible):
        store.edit_all({ada: {"pinned": True}, bob: {"pinned": True}})
    assert not store.get(ada).pinned


@pytest.mark.safety(47)
def test_deleting_is_putting_into_the_trash_and_can_be_taken_back(store):
    before = everything(store)

    store.trash(by_title(store, "ada"), by_title(store, "cyd"))
    assert titles(store) == ["bob"]
    assert {a.title for a in store.trashed()} == {"ada", "cyd"}

    assert store.undo()
    assert everything(store) == before
    assert titles(store) == ["ada", "bob", "cyd"]


@pytest.mark.safety(47)
def test_what_is_offered_to_be_taken_back_is_that_step_and_no_later_one(store):
    ada, bob = by_title(store, "ada"), by_title(store, "bob")
    store.trash(ada)
    undo_deleting = store.undoing()
    store.edit(bob, title="Bob")

    assert undo_deleting()
    assert set(titles(store)) == {"ada", "Bob", "cyd"}
    assert not undo_deleting()
    assert store.undo()  # of the edit, which was the last one all the time
    assert set(titles(store)) == {"ada", "bob", "cyd"}


def test_a_step_that_was_taken_back_is_not_offered_any_more(store):
    store.trash(by_title(store, "ada"))
    undo_deleting = store.undoing()
    assert store.undo()

    assert not undo_deleting()
    assert titles(store) == ["ada", "bob", "cyd"]


def test_undoing_a_restore_keeps_the_day_of_the_deletion(store):
    ada = by_title(store, "ada")
    store.trash(ada)
    before = everything(store)

    store._clock.time += 5 * 86_400
    store.untrash(ada)
    store.undo()

    assert everything(store) == before


def test_undoing_an_addition_puts_it_into_the_trash_for_its_secret_may_be_the_only_one(store, heard):
    ids = store.add(account("dot"))
    heard.clear()

    assert store.undo()

    assert titles(store) == ["ada", "bob", "cyd"]
    assert [a.title for a in store.trashed()] == ["dot"]
    assert heard == [Change(ChangeKind.TRASHED, ids, Origin.UNDO)]


def test_undo_restores_a_secret_with_everything_that_decides_its_codes(store):
    ada = by_title(store, "ada")
    before = store.get(ada).otp

    store.edit(ada, otp=Otp(Secret(b"other"), OtpType.STEAM, digits=5), title="x", icon=Icon("github"))
    store.undo()

    assert store.get(ada).otp == before
    assert store.get(ada).title == "ada"
    assert store.get(ada).icon == Icon()


def test_undo_leaves_alone_what_another_copy_changed_since(store):
    ada = by_title(store, "ada")
    clock = Clock()
    other = Store(store.document, StampClock("there", clock), clock)
    store.edit(ada, title="mine", note="mine")
    clock.time += 60
    other.edit(ada, note="theirs")
    store.adopt(merge(store.document, other.document))

    assert store.undo()

    assert (store.get(ada).title, store.get(ada).note) == ("ada", "theirs")


def test_undo_does_not_bring_back_what_was_deleted_after_the_edit(store):
    ada = by_title(store, "ada")
    clock = Clock()
    clock.time += 60
    store.edit(ada, title="mine")
    other = Store(store.document, StampClock("there", clock), clock)
    other._stamps.observe(store.document.newest())
    other.trash(ada)
    store.adopt(merge(store.document, other.document))

    assert not store.undo()

    assert titles(store) == ["bob", "cyd"]


def test_undo_survives_the_next_merge_with_what_was_saved_before(store):
    ada = by_title(store, "ada")
    store.edit(ada, title="mine")
    saved = store.document

    store.undo()
    store.adopt(merge(store.document, saved))

    assert store.get(ada).title == "ada"


def test_with_nothing_left_undo_says_so(store, heard):
    assert store.undo()
    assert not store.can_undo
    heard.clear()

    assert not store.undo()
    assert heard == []


def test_a_purge_is_for_ever(store):
    ada = by_title(store, "ada")
    store.edit(ada, note="x")
    store.trash(ada)
    store.purge(ada)

    while store.can_undo:
        store.undo()

    assert store.get(ada) is None


def test_only_what_is_in_the_trash_can_be_purged(store):
    store.purge(by_title(store, "ada"))

    assert titles(store) == ["ada", "bob", "cyd"]


def test_an_account_in_the_trash_is_not_edited(store):
    ada = by_title(store, "ada")
    store.trash(ada)

    with pytest.raises(NotPossible):
        store.edit(ada, title="x")

    assert store.get(ada).trashed


def test_what_is_gone_is_said(store):
    for act in (store.edit, store.note_use, store.advance_counter):
        with pytest.raises(AccountNotFound):
            act("no such id")


def test_a_use_is_counted_and_is_no_step_of_undo(store, heard):
    ada = by_title(store, "ada")
    steps = store.can_undo

    store.note_use(ada)
    store.note_use(ada)

    assert (store.get(ada).uses, store.get(ada).last_used) == (2, 1_800_000_000)
    assert [change.kind for change in heard] == [ChangeKind.USED] * 2
    assert store.can_undo == steps


def test_undoing_an_edit_does_not_turn_a_counter_back(heard):
    store = new_store()
    (hotp,) = store.add(Account(Otp(Secret(b"x" * 20), OtpType.HOTP), title="hotp"))

    store.edit(hotp, title="renamed", counter=7)
    store.advance_counter(hotp)
    store.undo()

    assert (store.get(hotp).title, store.get(hotp).counter) == ("hotp", 8)


def test_twins_are_found_by_their_secret_alone(store):
    ids = store.add(account("other", b"other secret"))

    found = store.twins(Otp(Secret(b"other secret"), digits=8))

    assert tuple(a.id for a in found) == ids


@pytest.mark.parametrize(
    ("moved", "before", "expected"),
    [
        ("ada", None, ["bob", "cyd", "ada"]),
        ("cyd", "ada", ["cyd", "ada", "bob"]),
        ("cyd", "bob", ["ada", "cyd", "bob"]),
        ("ada", "cyd", ["bob", "ada", "cyd"]),
        ("bob", "bob", ["ada", "cyd", "bob"]),
    ],
)
def test_moving_places_an_account_before_another(store, moved, before, expected):
    old = everything(store)

    store.move(by_title(store, moved), by_title(store, before) if before else None)
    assert titles(store) == expected

    store.undo()
    assert everything(store) == old


def test_moving_between_accounts_of_equal_order_works(store):
    for a in store.accounts():
        store.edit(a.id, order="a5")
    first, second, third = (a.title for a in store.accounts())

    store.move(by_title(store, third), by_title(store, second))
    assert titles(store) == [first, third, second]

    store.undo()
    assert titles(store) == [first, second, third]


def test_moving_one_account_writes_one_account(store):
    before = store.document

    store.move(by_title(store, "cyd"), by_title(store, "ada"))

    changed = [i for i in store.document.records if store.document.records[i] is not before.records[i]]
    assert changed == [by_title(store, "cyd")]


def test_adopting_tells_which_accounts_differ(store, heard):
    clock = Clock()
    clock.time += 60
    other = Store(store.document, StampClock("there", clock), clock)
    ada = by_title(store, "ada")
    other.edit(ada, title="theirs")
    new = other.add(account("dot"))

    store.adopt(merge(store.document, other.document))

    assert [(c.kind, set(c.ids), c.origin) for c in heard] == [(ChangeKind.ADOPTED, {ada, *new}, Origin.DISK)]
    heard.clear()
    store.adopt(merge(store.document, other.document))
    assert heard == []


@pytest.mark.safety(13)
def test_a_read_only_store_refuses_every_edit_but_still_counts(heard):
    store = new_store("ada", read_only=True)
    ada = by_title(store, "ada")
    before = everything(store)

    acts = (
        lambda: store.add(account("x")),
        lambda: store.edit(ada, title="x"),
        lambda: store.trash(ada),
        lambda: store.untrash(ada),
        lambda: store.purge(ada),
        lambda: store.move(ada, None),
        store.undo,
    )
    for act in acts:
        with pytest.raises(NotPossible):
            act()
    store.note_use(ada)

    assert everything(store) == before


def test_a_listener_that_ended_hears_nothing(store, heard):
    other = []
    end = store.subscribe(other.append)
    end()
    end()

    store.add(account("x"))

    assert other == []


_ACTS = st.lists(
    st.tuples(st.sampled_from(["add", "edit", "trash", "untrash", "move", "pin"]), st.integers(0, 99)),
    max_size=12,
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(_ACTS)
def test_undoing_everything_gives_back_what_was_there_before(acts):
    store = new_store("ada", "bob", "cyd")
    store._steps.clear()
    before = everything(store)
    added = set()
    for act, number in acts:
        everyone = (*store.accounts(), *store.trashed())
        chosen = everyone[number % len(everyone)].id
        live = [a.id for a in store.accounts()]
        match act:
            case "add":
                added.update(store.add(account(f"new {number}")))
            case "edit" if chosen in live:
                store.edit(chosen, title=f"title {number}", tags=(str(number),))
            case "pin" if chosen in live:
                store.edit(chosen, pinned=not store.get(chosen).pinned)
            case "trash":
                store.trash(chosen)
            case "untrash":
                store.untrash(chosen)
            case "move" if chosen in live:
                store.move(chosen, live[number % len(live)])

    while store.can_undo:
        store.undo()

    after = everything(store)
    assert all(after.pop(i)[-1] for i in added), "what was added lies in the trash"
    assert after == before
