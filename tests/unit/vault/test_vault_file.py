"""Making, opening, saving: what is refused, and that nothing is lost by it."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from warifu.core.account import Account, Otp
from warifu.core.errors import (
    PasswordTooWeak,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultForeign,
    VaultMissing,
    VaultTooNew,
    VaultUnreadable,
    VaultUnwritable,
    WrongPassword,
)
from warifu.core.secret import Secret
from warifu.vault import slots
from warifu.vault.document import Document
from warifu.vault.file import change_password, create_vault, open_vault, probe, save_vault, vault_info
from warifu.vault.look import VaultState, problem

NEW_PASSWORD = "marble otter canyon violin"


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_was_saved_is_what_opens(kit: Any, folder: Path) -> None:
    account = kit.account("Wörd Préss", note="二行\nの備考", tags=("仕事", "x"), pinned=True, created=5)
    vault = kit.vault(folder, account)
    edited = vault.document.edit(account.id, kit.stamps.next(), title="MIKOLABO-FIRST")
    save_vault(vault, edited)
    opened = open_vault(vault.path, kit.password)
    assert opened.document == edited
    (shown,) = opened.document.accounts()
    assert replace(shown, order="") == replace(account, title="MIKOLABO-FIRST")
    assert not opened.needs_save
    assert not opened.read_only


def test_a_vault_is_never_made_over_a_file(kit: Any, folder: Path) -> None:
    vault = kit.vault(folder)
    before = sha(vault.path)
    with pytest.raises(VaultExists):
        kit.vault(folder)
    assert sha(vault.path) == before
    (folder / "empty.warifu").touch()
    with pytest.raises(VaultExists):
        create_vault(folder / "empty.warifu", kit.password, Document.empty())


def test_of_two_that_make_a_vault_at_once_one_is_refused(kit: Any, folder: Path, monkeypatch: Any) -> None:
    """The other one's file appears after we looked and before ours gets its name."""
    from warifu.vault import disk

    write_aside = disk.write_aside

    def and_somebody_else(target: Path, content: bytes) -> Path:
        aside = write_aside(target, content)
        target.write_bytes(b"theirs")
        return aside

    monkeypatch.setattr(disk, "write_aside", and_somebody_else)
    with pytest.raises(VaultExists):
        kit.vault(folder)
    assert (folder / "vault.warifu").read_bytes() == b"theirs"
    assert not list(folder.glob(".*.tmp"))


@pytest.mark.safety(10)
@pytest.mark.parametrize("password", ["", " ", "short", "password1234"])
def test_no_vault_without_a_good_password(kit: Any, folder: Path, password: str) -> None:
    with pytest.raises(PasswordTooWeak):
        create_vault(folder / "v", password, Document.empty())
    vault = kit.vault(folder)
    with pytest.raises(PasswordTooWeak):
        change_password(vault, kit.password, password)
    assert [path.name for path in folder.iterdir() if not path.name.endswith(".lock")] == ["vault.warifu"]
    assert open_vault(vault.path, kit.password)


PAIRS = {
    "NFC and NFD": ("café résumé naïve über", unicodedata.normalize("NFD", "café résumé naïve über")),
    "full-width letters of a Japanese IME": ("Ｗａｒｉｆｕ　ｐａｓｓ　ｗｏｒｄ", "Warifu pass word"),
    "half-width kana": ("ﾊﾟｽﾜｰﾄﾞｦﾆｭｳﾘｮｸ ｶｷﾞ", "パスワードヲニュウリョク カギ"),
    "kana with a separate voicing mark": ("か\u3099き\u3099く\u3099 わりふのかぎ", "がぎぐ わりふのかぎ"),
    "hangul": (unicodedata.normalize("NFD", "비밀번호가 매우 길다 열쇠"), "비밀번호가 매우 길다 열쇠"),
    "ligature": ("oﬃce giraﬀe waﬄe", "office giraffe waffle"),
}


@pytest.mark.safety(12)
@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_the_same_password_typed_elsewhere_opens(kit: Any, folder: Path, pair: tuple[str, str]) -> None:
    for count, (made, typed) in enumerate((pair, pair[::-1])):
        path = folder / f"{count}.warifu"
        create_vault(path, made, kit.document())
        assert open_vault(path, typed).document.accounts()


@pytest.mark.safety(12)
def test_spaces_around_a_password_belong_to_it(kit: Any, folder: Path) -> None:
    path = folder / "v.warifu"
    create_vault(path, f"  {kit.password} ", kit.document())
    assert open_vault(path, f"  {kit.password} ")
    for other in (kit.password, f" {kit.password} ", f"  {kit.password}"):
        with pytest.raises(WrongPassword):
            open_vault(path, other)


@pytest.mark.safety(11)
def test_a_password_may_have_1024_characters(kit: Any, folder: Path) -> None:
    long = "warifu " * 146 + "鍵"
    long += "x" * (1024 - len(long))
    create_vault(folder / "v", long, kit.document())
    assert open_vault(folder / "v", long)
    for other in (long[:-1], long[:72], long + "x"):
        with pytest.raises(WrongPassword):
            open_vault(folder / "v", other)
    with pytest.raises(PasswordTooWeak):
        create_vault(folder / "w", long + "x", kit.document())


@pytest.mark.safety(25)
def test_a_hundred_wrong_passwords_change_nothing(kit: Any, folder: Path) -> None:
    vault = kit.vault(folder)
    before, modified = sha(vault.path), vault.path.stat().st_mtime_ns
    for count in range(100):
        with pytest.raises(WrongPassword):
            open_vault(vault.path, f"wrong password {count}")
    assert (sha(vault.path), vault.path.stat().st_mtime_ns) == (before, modified)
    assert open_vault(vault.path, kit.password).document == vault.document


@pytest.mark.parametrize("odd", ["", "\ud800 lone half of a pair", "\0", "x" * 100_000])
def test_odd_passwords_are_wrong_passwords(kit: Any, folder: Path, odd: str) -> None:
    vault = kit.vault(folder)
    with pytest.raises(WrongPassword):
        open_vault(vault.path, odd)


@pytest.mark.safety(26)
def test_wrong_password_and_damage_are_told_apart(kit: Any, folder: Path) -> None:
    """Whatever byte is damaged, and whichever password is tried, it is damage."""
    vault = kit.vault(folder)
    content = vault.path.read_bytes()
    with pytest.raises(WrongPassword):
        open_vault(vault.path, "wrong password")
    for place in (*range(8, 900, 7), *range(900, len(content), 997)):
        damaged = bytearray(content)
        damaged[place] ^= 0x10
        vault.path.write_bytes(bytes(damaged))
        for password in (kit.password, "wrong password"):
            with pytest.raises(VaultDamaged):
                open_vault(vault.path, password)
    vault.path.write_bytes(content)
    assert open_vault(vault.path, kit.password)
    assert not issubclass(WrongPassword, VaultDamaged)
    assert not issubclass(VaultDamaged, WrongPassword)


def unreadable_files(kit: Any, folder: Path) -> dict[str, tuple[type[VaultError], VaultState]]:
    """Everything that may lie where the vault should be, with what is said of it."""
    content = kit.vault(folder).path.read_bytes()
    header = kit.header(content)
    files = {
        "zero": (b"", VaultDamaged, VaultState.DAMAGED),
        "one byte": (content[:1], VaultDamaged, VaultState.DAMAGED),
        "magic": (content[:8], VaultDamaged, VaultState.DAMAGED),
        "half": (content[: len(content) // 2], VaultDamaged, VaultState.DAMAGED),
        "all but one": (content[:-1], VaultDamaged, VaultState.DAMAGED),
        "zeros": (bytes(len(content)), VaultForeign, VaultState.FOREIGN),
        "garbage": (os.urandom(20_000), VaultForeign, VaultState.FOREIGN),
        "wrong magic": (b"\x89Warifo\n" + content[8:], VaultForeign, VaultState.FOREIGN),
        "text": (b"otpauth://totp/x", VaultForeign, VaultState.FOREIGN),
        "newer": (
            kit.with_header(content, header | {"v": 9, "min_reader": 9}),
            VaultTooNew,
            VaultState.TOO_NEW,
        ),
        "newer shape": (
            kit.with_header(content, {"min_reader": 2, "a": []}),
            VaultTooNew,
            VaultState.TOO_NEW,
        ),
        "tail zeroed": (content[:-9000] + bytes(9000), VaultDamaged, VaultState.PRESENT),
    }
    for name, (bad, _, _) in files.items():
        (folder / name).write_bytes(bad)
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "nowhere").symlink_to(folder / "not mounted" / "vault")
    return {name: (error, state) for name, (_, error, state) in files.items()} | {
        "folder": (VaultForeign, VaultState.FOREIGN),
        "pipe": (VaultForeign, VaultState.FOREIGN),
        "loop": (VaultUnreadable, VaultState.UNREADABLE),
        "nowhere": (VaultUnreadable, VaultState.UNREADABLE),
        "absent": (VaultMissing, VaultState.MISSING),
        "absent/absent": (VaultMissing, VaultState.MISSING),
    }


@pytest.mark.safety(26, 40)
@pytest.mark.skipif(sys.platform == "win32", reason="has no pipes among files")
def test_what_cannot_be_read_is_named_and_never_overwritten(kit: Any, folder: Path) -> None:
    expected = unreadable_files(kit, folder)
    vault = open_vault(folder / "vault.warifu", kit.password)
    for name, (error, state) in expected.items():
        path = folder / name
        before = path.read_bytes() if path.is_file() else sorted(path.iterdir()) if path.is_dir() else None
        assert probe(path) is state, name
        assert (problem(path) is None) == (state is VaultState.PRESENT), name
        with pytest.raises(error) as caught:
            open_vault(path, kit.password)
        assert type(caught.value) is error, name
        with pytest.raises(error):
            vault_info(path)
        if path.exists() or path.is_symlink():
            with pytest.raises((VaultExists, VaultUnreadable)):
                create_vault(path, kit.password, Document.empty())
            with pytest.raises(VaultError):
                save_vault(replace(vault, path=path), vault.document)
        after = path.read_bytes() if path.is_file() else sorted(path.iterdir()) if path.is_dir() else None
        assert after == before, name
    assert not list(folder.glob(".*.tmp"))


@pytest.mark.safety(40)
def test_a_vault_replaced_by_another_is_not_overwritten(kit: Any, folder: Path) -> None:
    (folder / "other").mkdir(mode=0o700)
    mine, theirs = kit.vault(folder), kit.vault(folder / "other")
    mine.path.write_bytes(theirs.path.read_bytes())
    with pytest.raises(VaultUnwritable):
        save_vault(mine, mine.document)
    assert mine.path.read_bytes() == theirs.path.read_bytes()
    assert not list(folder.glob(".*.tmp"))


def test_a_vault_that_vanished_is_written_again(kit: Any, folder: Path) -> None:
    vault = kit.vault(folder)
    vault.path.unlink()
    save_vault(vault, vault.document)
    assert open_vault(vault.path, kit.password).document == vault.document


def test_a_vault_behind_a_link_stays_behind_it(kit: Any, folder: Path) -> None:
    (folder / "real").mkdir(mode=0o700)
    real = kit.vault(folder / "real").path
    link = folder / "link.warifu"
    link.symlink_to(real)
    opened = open_vault(link, kit.password)
    document = opened.document.add(kit.account("Second", b"another secret"), kit.stamps.next())
    save_vault(opened, document)
    assert link.is_symlink()
    assert open_vault(real, kit.password).document == document


def test_info_tells_without_a_password(kit: Any, folder: Path) -> None:
    vault = kit.vault(folder)
    save_vault(vault, vault.document)
    info = vault_info(vault.path)
    assert (info.version, info.generation, info.epoch, info.read_only) == (1, 2, 1, False)
    assert info.vault_id == vault.header.vault_id
    assert info.size == vault.path.stat().st_size
    assert [(slot.kind, slot.kdf) for slot in info.slots] == [("password", slots.FLOOR)]


def test_nothing_secret_shows_in_a_repr(kit: Any, folder: Path) -> None:
    account = Account(Otp(Secret(b"CANARYsecret"), pin="CANARYpin"), title="CANARYtitle", note="CANARYnote")
    vault = kit.vault(folder, account)
    record = vault.document.records[account.id]
    for value in (vault, vault.document, record, vault.keys, vault.header):
        assert "CANARY" not in repr(value)
        assert bytes(vault.keys.master).hex() not in repr(value)
        assert repr(bytes(vault.keys.master)) not in repr(value)
