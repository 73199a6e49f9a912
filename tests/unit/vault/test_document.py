"""What a document does with accounts: add, edit, delete, count, remember."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from warifu.core.account import Account, Icon, Otp, OtpType
from warifu.core.errors import AccountNotFound, NotPossible
from warifu.core.secret import Secret
from warifu.vault import registers
from warifu.vault.document import Document
from warifu.vault.merge import merge
from warifu.vault.stamp import StampClock

DAY = 86_400


def hotp(secret: bytes = b"hotp secret") -> Otp:
    return Otp(Secret(secret), OtpType.HOTP)


@pytest.fixture
def clocks(fake_clock: Any) -> tuple[StampClock, StampClock]:
    """Two devices that have not met."""
    return StampClock("here", fake_clock), StampClock("there", fake_clock)


def test_every_field_comes_back(kit: Any) -> None:
    account = Account(
        Otp(Secret(b"x" * 7), OtpType.YANDEX, digits=8, period=60, pin="1234"),
        title="t",
        account="a",
        issuer="i",
        icon=Icon("github", b"\x89PNG"),
        tags=("x", "y"),
        note="n\nm",
        pinned=True,
        counter=5,
        order="a5",
        uses=3,
        last_used=9,
        created=7,
    )
    document = Document.from_json(kit.document(account).to_json())
    assert document.accounts() == (account,)
    assert document.get(account.id) == account


def test_a_document_is_never_changed(kit: Any) -> None:
    document = kit.document()
    before = document.to_json()
    (account,) = document.accounts()
    document.edit(account.id, kit.stamps.next(), title="x")
    document.trash([account.id], kit.stamps.next(), 5)
    document.purge([account.id], kit.stamps.next())
    document.note_use(account.id, "d", 5)
    assert document.to_json() == before
    assert document.accounts() == (account,)


@pytest.mark.safety(38)
def test_same_label_other_secret_both_are_kept(kit: Any) -> None:
    first = kit.account("GitHub", b"first secret", issuer="GitHub", account="ada")
    second = kit.account("GitHub", b"second secret", issuer="GitHub", account="ada")
    document = kit.document(first).add(second, kit.stamps.next())
    assert {account.otp for account in document.accounts()} == {first.otp, second.otp}
    assert [account.id for account in document.twins(first.otp)] == [first.id]


@pytest.mark.safety(38)
def test_an_id_that_is_there_is_not_added_again(kit: Any) -> None:
    account = kit.account()
    document = kit.document(account)
    for again in (account, replace(account, otp=Otp(Secret(b"other")))):
        with pytest.raises(NotPossible):
            document.add(again, kit.stamps.next())
    with pytest.raises(NotPossible):
        Document.empty().add_all([account, account], kit.stamps.next())
    trashed = document.trash([account.id], kit.stamps.next(), 5)
    with pytest.raises(NotPossible):
        trashed.add(account, kit.stamps.next())


def test_accounts_keep_the_order_in_which_they_were_added(kit: Any) -> None:
    accounts = [kit.account(str(number), bytes([number] * 9)) for number in range(200)]
    document = kit.document(*accounts[:100])
    for account in accounts[100:]:
        document = document.add(account, kit.stamps.next())
    assert [account.title for account in document.accounts()] == [str(number) for number in range(200)]
    assert max(len(account.order) for account in document.accounts()) <= 3


@pytest.mark.parametrize("field", ["id", "uses", "trashed", "created", "nonsense"])
def test_what_is_not_the_users_to_edit_is_refused(kit: Any, field: str) -> None:
    document = kit.document()
    (account,) = document.accounts()
    with pytest.raises(TypeError):
        document.edit(account.id, kit.stamps.next(), **{field: 1})


def test_an_edit_that_changes_nothing_writes_nothing(kit: Any) -> None:
    document = kit.document()
    (account,) = document.accounts()
    assert document.edit(account.id, kit.stamps.next(), title=account.title, otp=account.otp) is document


@pytest.mark.parametrize("step", ["edit", "trash", "untrash", "purge", "note_use", "set_counter"])
def test_steps_on_accounts_that_are_gone_are_refused(kit: Any, step: str) -> None:
    stamp = kit.stamps.next()
    document = kit.document()
    (account,) = document.accounts()
    document = document.purge([account.id], kit.stamps.next())
    for account_id in ("unknown", account.id):
        with pytest.raises(AccountNotFound):
            {
                "edit": lambda i=account_id: document.edit(i, stamp, title="x"),
                "trash": lambda i=account_id: document.trash([i], stamp, 5),
                "untrash": lambda i=account_id: document.untrash([i], stamp),
                "purge": lambda i=account_id: document.purge([i], stamp),
                "note_use": lambda i=account_id: document.note_use(i, "d", 5),
                "set_counter": lambda i=account_id: document.set_counter(i, 5),
            }[step]()


class TestTrash:
    """Deleting is moving; only a purge forgets."""

    @pytest.mark.safety(47)
    def test_it_goes_and_comes_back_whole(self, kit: Any) -> None:
        document = kit.document(kit.account("Keep", b"keep"), kit.account("Throw", b"throw", note="n"))
        keep, throw = document.accounts()
        trashed = document.trash([throw.id], kit.stamps.next(), 1000)
        assert trashed.accounts() == (keep,)
        assert trashed.trashed() == (replace(throw, trashed=1000),)
        assert trashed.untrash([throw.id], kit.stamps.next()).accounts() == (keep, throw)

    @pytest.mark.safety(47)
    def test_it_stays_thirty_days_and_then_still_needs_a_purge(self, kit: Any) -> None:
        document = kit.document()
        (account,) = document.accounts()
        document = document.trash([account.id], kit.stamps.next(), 1000)
        assert document.expired(1000 + 30 * DAY - 1) == ()
        assert document.expired(1000 + 30 * DAY) == (account.id,)
        assert document.trashed()

    def test_an_edit_that_the_delete_did_not_know_of_beats_it(
        self, clocks: Any, kit: Any, fake_clock: Any
    ) -> None:
        """Also when it was made before, on a device that was offline."""
        here, there = clocks
        document = kit.document()
        (account,) = document.accounts()
        edited = document.edit(account.id, there.next(), note="still needed")
        fake_clock.advance(3600)
        trashed = document.trash([account.id], here.next(), 1000)
        joined = merge(trashed, edited)
        assert [each.note for each in joined.accounts()] == ["still needed"]
        here.observe(joined.newest())
        again = joined.trash([account.id], here.next(), 2000)
        assert merge(again, edited).accounts() == ()

    def test_using_a_code_does_not_bring_it_back(self, clocks: Any, kit: Any) -> None:
        here, _ = clocks
        document = kit.document()
        (account,) = document.accounts()
        trashed = document.trash([account.id], here.next(), 1000)
        assert merge(trashed, document.note_use(account.id, "there", 5)).accounts() == ()


class TestPurge:
    """What was purged stays away from old copies and gives way to edits that it did not know of."""

    def test_nothing_of_it_is_left(self, kit: Any) -> None:
        account = kit.account("CANARYtitle", b"CANARYsecret", note="CANARYnote", tags=("CANARYtag",))
        document = kit.document(account).edit(account.id, kit.stamps.next(), otp=Otp(Secret(b"CANARYother")))
        purged = document.purge([account.id], kit.stamps.next())
        assert purged.get(account.id) is None
        assert purged.history(account.id) == ()
        text = purged.to_json()
        for canary in (
            b"CANARY",
            account.otp.secret.base32().encode(),
            Secret(b"CANARYother").base32().encode(),
        ):
            assert canary not in text

    def test_an_old_copy_does_not_bring_it_back(self, kit: Any) -> None:
        document = kit.document()
        (account,) = document.accounts()
        used = document.note_use(account.id, "there", 5)
        purged = document.purge([account.id], kit.stamps.next())
        for old in (document, used):
            joined = merge(purged, old)
            assert joined.get(account.id) is None
            assert account.otp.secret.base32().encode() not in joined.to_json()

    def test_an_edit_that_it_did_not_know_of_keeps_the_secret(
        self, clocks: Any, kit: Any, fake_clock: Any
    ) -> None:
        here, there = clocks
        document = kit.document()
        (account,) = document.accounts()
        for late in (False, True):
            purged = document.purge([account.id], here.next())
            fake_clock.advance(600 if late else -60)
            edited = document.edit(account.id, there.next(), title="Still needed")
            kept = merge(purged, edited).get(account.id)
            assert kept is not None
            assert kept.otp == account.otp
            assert not late or kept.title == "Still needed"

    def test_undoing_it_puts_the_account_back(self, kit: Any) -> None:
        account = kit.account(note="n")
        document = kit.document(account)
        (before,) = document.accounts()
        purged = document.purge([account.id], kit.stamps.next())
        back = purged.add(before, kit.stamps.next())
        assert back.accounts() == (before,)
        assert merge(back, merge(purged, document)).accounts() == (before,)


class TestSecrets:
    """The secret with its type, algorithm, digits, period and pin is one register with a history."""

    def test_the_last_five_are_kept(self, kit: Any) -> None:
        document = kit.document(kit.account(secret=b"secret 0"))
        (account,) = document.accounts()
        for number in range(1, 9):
            document = document.edit(
                account.id, kit.stamps.next(), otp=Otp(Secret(f"secret {number}".encode()))
            )
        assert [otp.secret.reveal()[-1:] for otp in document.history(account.id)] == [
            b"7",
            b"6",
            b"5",
            b"4",
            b"3",
        ]

    def test_two_concurrent_secrets_one_is_shown_the_other_is_history(self, clocks: Any, kit: Any) -> None:
        here, there = clocks
        document = kit.document()
        (account,) = document.accounts()
        one, other = Otp(Secret(b"one"), digits=8), Otp(Secret(b"other"), period=60)
        joined = merge(
            document.edit(account.id, here.next(), otp=one),
            document.edit(account.id, there.next(), otp=other),
        )
        shown = joined.get(account.id)
        assert shown is not None
        assert shown.otp in {one, other}
        assert {shown.otp, *joined.history(account.id)} == {account.otp, one, other}

    def test_a_version_outlives_newer_ones_that_a_purge_knew(self) -> None:
        """Dropping the sixth-newest at once would lose the one secret that an edit elsewhere still needs."""
        kept_elsewhere = {
            "secret": "A",
            "stamp": "000000000001-0000-a",
            "kept": ["000000000001-0000-a", "000000000099-0000-b"],
        }
        newer = [{"secret": "B", "stamp": f"{n:012x}-0000-a"} for n in range(2, 12)]
        versions = registers.join_versions(newer, [kept_elsewhere], [])
        assert kept_elsewhere in versions
        assert len(versions) == 7
        left = registers.join_versions(versions, [], ["00000000000b-0000-a"])
        assert [version["secret"] for version in left] == ["A"]


class TestCounters:
    """The counter of an HOTP secret only grows; a new secret begins anew."""

    def test_the_higher_one_wins(self, kit: Any) -> None:
        account = Account(hotp(), counter=5)
        document = kit.document(account)
        here, there = document.set_counter(account.id, 8), document.set_counter(account.id, 7)
        joined = merge(there, here).get(account.id)
        assert joined is not None
        assert joined.counter == 8
        assert merge(there, here).set_counter(account.id, 3).get(account.id) == joined

    def test_a_new_secret_begins_at_zero_and_other_fields_keep_it(self, kit: Any) -> None:
        account = Account(hotp(), counter=5)
        document = kit.document(account)
        longer = document.edit(account.id, kit.stamps.next(), otp=replace(hotp(), digits=8))
        assert longer.accounts()[0].counter == 5
        other = document.edit(account.id, kit.stamps.next(), otp=hotp(b"another"))
        assert other.accounts()[0].counter == 0
        given = document.edit(account.id, kit.stamps.next(), otp=hotp(b"another"), counter=3)
        assert given.accounts()[0].counter == 3

    def test_a_user_may_set_it_back(self, kit: Any) -> None:
        account = Account(hotp(), counter=50)
        document = kit.document(account)
        back = document.edit(account.id, kit.stamps.next(), counter=2)
        assert back.accounts()[0].counter == 2
        assert merge(back, document.set_counter(account.id, 60)).accounts()[0].counter == 2
        assert back.history(account.id) == ()
        assert back.edit(account.id, kit.stamps.next(), counter=9).accounts()[0].counter == 9


def test_uses_of_two_devices_add_up(kit: Any) -> None:
    document = kit.document()
    (account,) = document.accounts()
    here = document.note_use(account.id, "here", 100).note_use(account.id, "here", 50)
    there = document.note_use(account.id, "there", 70)
    (joined,) = merge(merge(here, there), here).accounts()
    assert (joined.uses, joined.last_used) == (3, 100)


def test_concurrent_edits_of_different_fields_are_both_kept(clocks: Any, kit: Any) -> None:
    here, there = clocks
    document = kit.document()
    (account,) = document.accounts()
    joined = merge(
        document.edit(account.id, here.next(), title="New title"),
        document.edit(account.id, there.next(), tags=("a",)),
    )
    assert (joined.accounts()[0].title, joined.accounts()[0].tags) == ("New title", ("a",))


def test_device_names_follow_the_latest(clocks: Any) -> None:
    here, there = clocks
    named = Document.empty().name_device("here", "PC", here.next())
    there.observe(named.newest())
    renamed = named.name_device("here", "Desk", there.next())
    assert merge(named, renamed).device_names() == {"here": "Desk"}


def test_text_that_utf8_cannot_hold_does_not_stop_a_save(kit: Any) -> None:
    document = kit.document(kit.account("half \ud83d of a pair"))
    assert Document.from_json(document.to_json()) == document
