"""Backups on a real disk: proved after writing, and never fewer good ones than before."""

from __future__ import annotations

import dataclasses
import errno
import os
from pathlib import Path

import pytest

from warifu.core.errors import BackupError, TypingSlip, VaultShrinks, WrongKey, WrongPassword
from warifu.vault import backup_files, container, disk, key_slots, recovery_code, saving, slots
from warifu.vault.backups import Kind, from_name
from warifu.vault.document import Document
from warifu.vault.file import open_vault, save_vault
from warifu.vault.restore import make_vault, open_backup, with_password, with_password_or_code
from warifu.vault.shrink import living, lost

DAY = 86_400
NOON = 1_796_083_214
PASSWORD = "quartz lantern umbrella five"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    made = tmp_path / "backups"
    backup_files.prepare(made)
    return made


@pytest.fixture
def vault(kit, folder):
    return kit.vault(folder, *(kit.account(f"Site {n}", bytes([n]) * 20) for n in range(1, 25)))


def back_up(vault, shelf: Path, now: float = NOON, kind: Kind = Kind.AUTOMATIC):
    return backup_files.write(backup_files.make_copy(vault, kind, now), shelf)


def good(vault, shelf: Path) -> list[Path]:
    found = []
    for path in shelf.glob("*.warifu"):
        try:
            backup_files.read(path, vault.keys)
        except Exception:  # noqa: BLE001 - whatever makes it no backup
            continue
        found.append(path)
    return found


@pytest.mark.safety(41)
def test_a_backup_is_a_whole_vault_that_the_password_opens_anywhere(vault, shelf, tmp_path) -> None:
    made = back_up(vault, shelf)
    assert from_name(made.path.name) == (Kind.AUTOMATIC, NOON)
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert shelf.stat().st_mode & 0o777 == 0o700
    elsewhere = tmp_path / "usb" / "renamed by hand.warifu"
    elsewhere.parent.mkdir(mode=0o700)
    made.path.rename(elsewhere)
    opened = open_backup(elsewhere, with_password(PASSWORD))
    assert len(opened.document.accounts()) == 24
    assert (opened.kind, opened.time) == (Kind.AUTOMATIC, NOON)
    assert open_vault(elsewhere, PASSWORD).document == vault.document
    with pytest.raises(WrongPassword):
        open_backup(elsewhere, with_password("quartz lantern umbrella six"))


@pytest.mark.safety(16, 41)
def test_keys_that_belong_to_this_computer_stay_out_of_it(vault, shelf) -> None:
    own = {"id": "k1", "kind": "keystore", "key": "AAAA"}
    hello = {"id": "k2", "kind": "platform", "key": "AAAA"}
    header = dataclasses.replace(vault.header, slots=(*vault.header.slots, own, hello))
    made = back_up(dataclasses.replace(vault, header=header), shelf)
    kinds = {slot["kind"] for slot in container.parse(made.path.read_bytes()).header.slots}
    assert kinds == {slots.PASSWORD}
    assert slots.portable([own, hello]) == ()


def test_a_vault_that_nothing_portable_opens_gets_no_backup_that_nobody_could_open(vault, shelf) -> None:
    header = dataclasses.replace(vault.header, slots=({"id": "k", "kind": "keystore", "key": "AAAA"},))
    with pytest.raises(Exception, match="no password"):
        back_up(dataclasses.replace(vault, header=header), shelf)
    assert list(shelf.iterdir()) == []


@pytest.mark.safety(7)
def test_names_and_counts_of_accounts_stand_nowhere_in_clear(kit, folder, shelf) -> None:
    few = kit.vault(folder, kit.account("CANARY-TITLE", note="CANARY-NOTE"))
    content = back_up(few, shelf).path.read_bytes()
    assert b"CANARY" not in content
    assert b"accounts" not in content


def test_two_in_one_second_have_two_names(vault, shelf) -> None:
    first, second = back_up(vault, shelf), back_up(vault, shelf)
    assert first.path != second.path
    assert from_name(second.path.name) == (Kind.AUTOMATIC, NOON)
    assert len(good(vault, shelf)) == 2


@pytest.mark.safety(39, 41, 42)
@pytest.mark.parametrize(
    "harm", [lambda raw: raw[:-1], lambda raw: b"", lambda raw: raw[:200] + b"\0" + raw[201:]]
)
def test_what_does_not_come_back_as_written_is_told_and_prunes_nothing(
    vault, shelf, monkeypatch, harm
) -> None:
    before = back_up(vault, shelf, NOON - DAY)
    put_first = disk.put_first

    def rot(aside, target):
        put_first(aside, target)
        target.write_bytes(harm(target.read_bytes()))

    monkeypatch.setattr(disk, "put_first", rot)
    with pytest.raises(BackupError):
        back_up(vault, shelf)
    assert [path.name for path in shelf.iterdir()] == [before.path.name]


@pytest.mark.safety(42, 43)
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
@pytest.mark.parametrize("step", ["open", "write", "fsync", "link", "unlink", "close"])
@pytest.mark.parametrize("turn", [1, 2])
def test_a_fault_at_any_step_leaves_the_good_ones(vault, shelf, monkeypatch, step, error, turn) -> None:
    for hour in range(14, 0, -1):
        back_up(vault, shelf, NOON - hour * 3600)
    before = set(good(vault, shelf))
    real, calls = getattr(os, step), [0]

    def fails(*arguments, **named):
        calls[0] += 1
        if calls[0] == turn:
            raise OSError(error, os.strerror(error))
        return real(*arguments, **named)

    monkeypatch.setattr(os, step, fails)
    try:
        made = back_up(vault, shelf)
        backup_files.Pruner().prune(made, vault.keys, NOON)
    except (OSError, BackupError):
        monkeypatch.undo()
        assert set(good(vault, shelf)) == before
    else:
        monkeypatch.undo()
        assert made.path in good(vault, shelf)
        assert len(good(vault, shelf)) >= 10


@pytest.mark.safety(41, 42)
def test_the_files_own_times_decide_nothing(vault, shelf) -> None:
    made = [back_up(vault, shelf, NOON - day * DAY // 2) for day in range(100)]
    for number, each in enumerate(made):
        os.utime(each.path, (NOON - number, NOON - (100 - number) * DAY))
    newest = made[0]
    backup_files.Pruner().prune(newest, vault.keys, NOON)
    left = {each.path for each in backup_files.find(shelf)}
    assert {each.path for each in made[:10]} <= left
    assert 12 <= len(left) <= 33


@pytest.mark.safety(42)
def test_renamed_files_are_ordered_by_what_they_hold(vault, shelf) -> None:
    made = [back_up(vault, shelf, NOON - hour * 3600) for hour in range(40)]
    renamed = made[0].path.with_name("warifu-19990101T000000Z-00000000.warifu")
    made[0].path.rename(renamed)
    backup_files.Pruner().prune(made[1], vault.keys, NOON)
    assert renamed.exists()
    assert not made[30].path.exists()


@pytest.mark.safety(42)
def test_a_damaged_one_never_takes_the_place_of_a_good_one(vault, shelf) -> None:
    made = [back_up(vault, shelf, NOON - hour * 3600) for hour in range(15)]
    for each in made[1:10]:
        raw = bytearray(each.path.read_bytes())
        raw[-500] ^= 1
        each.path.write_bytes(raw)
    gone = backup_files.Pruner().prune(made[0], vault.keys, NOON)
    assert gone == ()
    assert len(good(vault, shelf)) == 6
    assert len(list(shelf.iterdir())) == 15


@pytest.mark.safety(42)
def test_nothing_is_removed_that_another_key_wrote(kit, vault, shelf, tmp_path) -> None:
    own = tmp_path / "other"
    own.mkdir(mode=0o700)
    stranger = kit.vault(own)
    header = dataclasses.replace(stranger.header, vault_id=vault.header.vault_id)  # pretends
    keys = container.Keys.of(bytearray(stranger.keys.master), header.vault_id)
    posing = dataclasses.replace(stranger, header=header, keys=keys)
    theirs = [back_up(posing, shelf, NOON - 13 * 3600 - second) for second in range(1, 61)]
    mine = [back_up(vault, shelf, NOON - hour * 3600) for hour in range(1, 15)]
    gone = backup_files.Pruner().prune(mine[0], vault.keys, NOON)
    assert all(each.path.exists() for each in theirs)
    assert {each.path for each in gone} <= {each.path for each in mine[10:]}


@pytest.mark.safety(13, 42)
def test_copies_before_a_restore_and_the_users_own_are_never_removed(vault, shelf) -> None:
    kinds = [kind for kind in Kind if kind not in {Kind.AUTOMATIC, Kind.COPY}]
    special = [back_up(vault, shelf, NOON - 900 * DAY + n, kind) for n, kind in enumerate(kinds * 20)]
    own = shelf / "vault.warifu"
    own.write_bytes(vault.path.read_bytes())
    latest = back_up(vault, shelf, NOON)
    for n in range(1, 20):
        back_up(vault, shelf, NOON - n)
    backup_files.Pruner().prune(latest, vault.keys, NOON)
    assert all(each.path.exists() for each in special)
    assert own.exists()


@pytest.mark.safety(13)
def test_the_file_of_an_older_format_is_kept_for_ever(vault, tmp_path, monkeypatch) -> None:
    shelf = tmp_path / "profile" / "backups"
    before = vault.path.read_bytes()
    kept = backup_files.keep_original(vault.path, shelf, NOON)
    assert backup_files.keep_original(vault.path, shelf, NOON + 5) == kept
    assert kept.read_bytes() == before
    assert from_name(kept.name) == (Kind.BEFORE_UPDATE, NOON)


def test_folders_with_all_sorts_of_things_are_read(vault, shelf) -> None:
    (shelf / "folder.warifu").mkdir()
    (shelf / "empty.warifu").write_bytes(b"")
    (shelf / "text.warifu").write_text("not a vault")
    (shelf / "circle.warifu").symlink_to(shelf / "circle.warifu")
    os.mkfifo(shelf / "pipe.warifu")
    made = back_up(vault, shelf)
    assert [each.path for each in backup_files.find(shelf)] == [made.path]


# from a backup to a vault


@pytest.mark.safety(21)
def test_a_backup_and_the_recovery_code_are_enough(vault, shelf, tmp_path) -> None:
    code = recovery_code.new()
    slot = key_slots.recovery_slot(code, vault.keys.master, vault.header.vault_id)
    header = dataclasses.replace(vault.header, slots=(*vault.header.slots, slot))
    made = back_up(dataclasses.replace(vault, header=header), shelf)
    for typed in (code.text(), code.text().lower().replace("-", " "), PASSWORD):
        opened = open_backup(made.path, with_password_or_code(typed))
        assert opened.document == vault.document
    target = tmp_path / "new" / "vault.warifu"
    fresh = make_vault(open_backup(made.path, with_password_or_code(code.text())), target, NOON)
    assert {each["kind"] for each in fresh.header.slots} == {slots.PASSWORD, slots.RECOVERY}
    letter = "A" if code.text()[4] != "A" else "B"
    with pytest.raises(TypingSlip):
        open_backup(made.path, with_password_or_code(code.text()[:4] + letter + code.text()[5:]))
    with pytest.raises(WrongKey):
        open_backup(made.path, with_password_or_code(recovery_code.new().text()))
    with pytest.raises(WrongPassword):
        open_backup(made.path, with_password_or_code("some other five words"))


@pytest.mark.safety(40)
@pytest.mark.parametrize("there", ["nothing", "garbage", "folder", "circle"])
def test_a_vault_is_made_from_it_and_what_lay_there_is_kept(vault, shelf, tmp_path, there) -> None:
    made = back_up(vault, shelf)
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    target = home / "vault.warifu"
    if there == "garbage":
        target.write_bytes(b"garbage")
    elif there == "folder":
        target.mkdir()
    elif there == "circle":
        target.symlink_to(target)
    opened = make_vault(open_backup(made.path, with_password(PASSWORD)), target, NOON)
    assert opened.document == vault.document
    again = open_vault(target, PASSWORD)
    assert again.document == vault.document
    assert "backup" not in again.header.extra
    aside = list(home.glob("vault-unreadable-*"))
    assert len(aside) == (there != "nothing")
    if there == "garbage":
        assert aside[0].read_bytes() == b"garbage"


def test_a_vault_that_cannot_be_made_leaves_what_was_there(vault, shelf, tmp_path, monkeypatch) -> None:
    made = back_up(vault, shelf)
    target = tmp_path / "home" / "vault.warifu"
    target.parent.mkdir(mode=0o700)
    target.write_bytes(b"garbage")

    def full(*_arguments):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(disk, "write_aside", full)
    with pytest.raises(Exception, match="full"):
        make_vault(open_backup(made.path, with_password(PASSWORD)), target, NOON)
    assert target.read_bytes() == b"garbage"


# accounts that vanish


@pytest.mark.safety(46)
def test_a_save_that_would_make_accounts_vanish_is_refused(vault) -> None:
    before = vault.path.read_bytes()
    rows = list(vault.document.records.items())
    with pytest.raises(VaultShrinks):
        save_vault(vault, Document.empty())
    with pytest.raises(VaultShrinks):
        save_vault(vault, Document(dict(rows[:21]), {}, {}))
    assert vault.path.read_bytes() == before
    save_vault(vault, Document(dict(rows[:22]), {}, {}))


@pytest.mark.safety(46)
def test_a_merge_that_loses_accounts_is_refused(kit, vault, monkeypatch) -> None:
    other = open_vault(vault.path, PASSWORD)
    save_vault(other, other.document.add(kit.account("Elsewhere", b"e" * 20), kit.stamps.next()))
    before = vault.path.read_bytes()
    monkeypatch.setattr(saving, "merge", lambda one, two: Document.empty())
    with pytest.raises(VaultShrinks):
        save_vault(vault, vault.document)
    assert vault.path.read_bytes() == before


@pytest.mark.safety(46, 47)
def test_what_the_user_deletes_may_go(kit, vault) -> None:
    ids = [account.id for account in vault.document.accounts()]
    trashed = vault.document.trash(ids, kit.stamps.next(), NOON)
    purged = trashed.purge(ids, kit.stamps.next())
    assert lost(living(vault.document), purged) == ()
    assert save_vault(vault, purged).document.accounts() == ()


def test_of_too_many_files_the_latest_are_found(vault, shelf, monkeypatch) -> None:
    monkeypatch.setattr(backup_files, "_MOST_FILES", 3)
    made = [back_up(vault, shelf, NOON + day * DAY) for day in range(5)]
    assert {each.path for each in backup_files.find(shelf)} == {each.path for each in made[-3:]}
