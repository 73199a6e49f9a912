"""How bytes reach the disk: the order of the calls, damage on the way, and who may look."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from warifu.core.errors import VaultUnwritable
from warifu.vault import container, disk, places
from warifu.vault.document import Document
from warifu.vault.file import create_vault, open_vault, save_vault

SAVE_ONCE = """
import sys
from pathlib import Path
from warifu.vault import disk
from warifu.vault.file import open_vault, save_vault
if sys.argv[3] == "without exchange":
    disk._exchange = lambda one, other: False
vault = open_vault(Path(sys.argv[1]), sys.argv[2])
save_vault(vault, vault.document)
"""
CALLS = (
    "openat,open,creat,write,pwrite64,fsync,rename,renameat,renameat2,unlink,unlinkat,truncate,ftruncate,link"
)


@pytest.mark.safety(36)
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("way", ["with exchange", "without exchange"])
def test_a_save_syncs_and_replaces_at_once(kit: Any, folder: Path, tmp_path: Path, way: str) -> None:
    """Seen by strace: O_EXCL 0600 in the folder, write, fsync, rename, fsync of the folder; no truncation."""
    vault = kit.vault(folder)
    script, trace = tmp_path / "save.py", tmp_path / "trace"
    script.write_text(SAVE_ONCE)
    command = [
        sys.executable,
        str(kit.tests / "with_cheap_kdf.py"),
        str(script),
        str(vault.path),
        kit.password,
        way,
    ]
    subprocess.run(
        ["strace", "-f", "-y", "-s", "16", "-e", f"trace={CALLS}", "-o", str(trace), *command], check=True
    )
    calls = [line.split(" ", 1)[1].strip() for line in trace.read_text().splitlines() if str(folder) in line]
    name = re.escape(f"{folder}/")
    aside = rf"{name}\.vault\.warifu\.[0-9a-f]{{16}}\.tmp"
    order = [
        rf'openat\(.*"{aside}", O_WRONLY\|O_CREAT\|O_EXCL\|O_NOFOLLOW\|O_CLOEXEC, 0600\) = ',
        rf"write\(\d+<{aside}>, .* = \d+",
        rf"fsync\(\d+<{aside}>\) += 0",
        rf'rename(at2?)?\(.*"{aside}", .*"{name}vault\.warifu"(, RENAME_EXCHANGE)?\) = 0',
        rf"fsync\(\d+<{re.escape(str(folder))}>\) += 0",
        r'unlink(at)?\(.*\.tmp"(, 0)?\) = 0',
    ]
    places_found = []
    for pattern in order:
        matches = [place for place, call in enumerate(calls) if re.match(pattern, call)]
        assert matches, f"{pattern} not in\n" + "\n".join(calls)
        places_found.append(matches[0])
    assert places_found == sorted(places_found), "\n".join(calls)
    assert not [call for call in calls if re.match(r"(f?truncate|creat)", call) or "O_TRUNC" in call]
    assert not [call for call in calls if call.startswith("unlink") and f'"{folder}/vault.warifu"' in call]
    assert not [call for call in calls if re.match(rf"p?write(64)?\(\d+<{name}vault\.warifu>", call)]
    assert len([call for call in calls if "RENAME_EXCHANGE" in call]) == (way == "with exchange")


@pytest.mark.safety(36)
def test_macos_asks_the_drive_to_empty_its_cache(tmp_path: Path, monkeypatch: Any) -> None:
    fcntl = pytest.importorskip("fcntl")
    asked: list[Any] = []
    monkeypatch.setattr(fcntl, "fcntl", lambda *call: asked.append(call))
    with (tmp_path / "x").open("wb") as file:
        disk.sync_file(file.fileno(), "darwin")
        assert asked == [(file.fileno(), 51)]

    def not_known_here(*_: Any) -> None:
        raise OSError(errno.ENOTSUP, "")

    synced: list[int] = []
    monkeypatch.setattr(fcntl, "fcntl", not_known_here)
    monkeypatch.setattr(os, "fsync", synced.append)
    disk.sync_file(7, "darwin")
    assert synced == [7]


@pytest.mark.safety(36)
@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM])
def test_windows_tries_again_while_a_scanner_has_the_file(number: int, monkeypatch: Any) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(disk.time, "sleep", pauses.append)
    tries = iter([True] * 3 + [False])

    def busy() -> None:
        if next(tries):
            raise OSError(number, "busy")

    disk.patiently(busy, "win32")
    assert pauses == list(disk.PATIENCE[:3])
    assert list(disk.PATIENCE) == sorted(disk.PATIENCE)

    def always() -> None:
        raise OSError(number, "busy")

    for platform, count in (("win32", len(disk.PATIENCE)), ("linux", 0)):
        pauses.clear()
        with pytest.raises(OSError, match="busy"):
            disk.patiently(always, platform)
        assert len(pauses) == count


@pytest.mark.safety(36)
def test_windows_does_not_retry_a_full_disk(monkeypatch: Any) -> None:
    monkeypatch.setattr(disk.time, "sleep", lambda _: pytest.fail("waited"))

    def full() -> None:
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        disk.patiently(full, "win32")
    disk.sync_folder(Path("no such folder"), "win32")


@pytest.mark.safety(39)
@pytest.mark.parametrize("exchange", [True, False])
@pytest.mark.parametrize("rot", ["flip", "cut", "empty", "gone"])
def test_rot_between_writing_and_reading_back_restores_the_old_file(
    kit: Any, folder: Path, monkeypatch: Any, exchange: bool, rot: str
) -> None:
    vault = kit.vault(folder)
    before = vault.path.read_bytes()
    if not exchange:
        monkeypatch.setattr(disk, "_exchange", lambda *_: False)
    sync_folder = disk.sync_folder
    left = [1]

    def and_rot(where: Path) -> None:
        sync_folder(where)
        if left and left.pop():
            content = bytearray(vault.path.read_bytes())
            content[5000] ^= 1
            damaged = {"flip": bytes(content), "cut": bytes(content[:-1]), "empty": b"", "gone": b""}[rot]
            vault.path.unlink() if rot == "gone" else vault.path.write_bytes(damaged)

    monkeypatch.setattr(disk, "sync_folder", and_rot)
    changed = vault.document.add(kit.account("Second", b"another secret"), kit.stamps.next())
    with pytest.raises(VaultUnwritable):
        save_vault(vault, changed)
    assert vault.path.read_bytes() == before
    assert not list(folder.glob(".*.tmp"))
    saved = save_vault(vault, changed)
    assert open_vault(vault.path, kit.password).document == saved.document == changed


@pytest.mark.safety(39)
def test_a_file_that_holds_something_else_than_was_to_be_saved_is_taken_back(
    kit: Any, folder: Path, monkeypatch: Any
) -> None:
    """As where memory is faulty: the file is whole and lies as it was written, with another document."""
    vault = kit.vault(folder)
    before = vault.path.read_bytes()
    changed = vault.document.add(kit.account("Second", b"another secret"), kit.stamps.next())
    seal = container.seal
    with monkeypatch.context() as patch:
        patch.setattr(
            container, "seal", lambda *given: seal(*given[:2], given[2].replace(b"Second", b"Sucond"))
        )
        with pytest.raises(VaultUnwritable):
            save_vault(vault, changed)
    assert vault.path.read_bytes() == before
    assert save_vault(vault, changed).document == changed


@pytest.mark.safety(39)
def test_rot_in_a_new_vault_leaves_none(kit: Any, folder: Path, monkeypatch: Any) -> None:
    sync_folder = disk.sync_folder

    def and_rot(where: Path) -> None:
        sync_folder(where)
        (folder / "vault.warifu").write_bytes(b"rotten")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync_folder", and_rot)
        with pytest.raises(VaultUnwritable):
            kit.vault(folder)
    assert not (folder / "vault.warifu").exists()
    assert kit.vault(folder).path.exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT])
@pytest.mark.parametrize("call", ["open", "write", "fsync", "close", "link", "replace"])
@pytest.mark.parametrize("exchange", [True, False])
def test_a_refusal_of_the_system_loses_nothing(
    kit: Any, folder: Path, monkeypatch: Any, call: str, number: int, exchange: bool
) -> None:
    """Every call of a save fails once, at its first, second and third time; the next save works."""
    vault = kit.vault(folder)
    if not exchange:
        monkeypatch.setattr(disk, "_exchange", lambda *_: False)
    document = vault.document
    for ordinal in range(3):
        before = vault.path.read_bytes()
        document = document.add(kit.account(str(ordinal), os.urandom(20)), kit.stamps.next())
        count = iter(range(100))
        real = getattr(os, call)

        def failing(
            *args: Any, _real: Any = real, _count: Any = count, _ordinal: int = ordinal, **kwargs: Any
        ) -> Any:
            if next(_count) == _ordinal:
                if call == "close":
                    _real(*args)
                raise OSError(number, os.strerror(number))
            return _real(*args, **kwargs)

        failed = False
        with monkeypatch.context() as patch:
            patch.setattr(os, call, failing)
            try:
                vault = save_vault(vault, document)
            except VaultUnwritable:
                failed = True
        if failed:
            assert vault.path.read_bytes() == before
            assert open_vault(vault.path, kit.password).document == vault.document
        vault = save_vault(vault, document)
        assert open_vault(vault.path, kit.password).document == document
        assert not list(folder.glob(".*.tmp"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="becoming nobody needs root")
@pytest.mark.parametrize("where", ["create", "save"])
def test_a_read_only_folder_ends_in_one_sentence(kit: Any, where: str) -> None:
    """As the user nobody, because root may write everywhere."""
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        vault = kit.vault(folder) if where == "save" else None
        for path in (folder, *folder.iterdir()):
            os.chown(path, 65534, 65534)
        folder.chmod(0o500)
        child = os.fork()
        if child == 0:
            os.setuid(65534)
            status = 1
            try:
                if vault is not None:
                    opened = open_vault(vault.path, kit.password)
                    save_vault(opened, opened.document)
                else:
                    create_vault(folder / "vault.warifu", kit.password, Document.empty())
            except VaultUnwritable as error:
                status = 0 if "cannot be written to" in str(error) else 2
            finally:
                os._exit(status)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        if vault is not None:
            assert open_vault(vault.path, kit.password).document == vault.document


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="mounting a small disk needs root on Linux"
)
def test_a_full_disk_ends_in_one_sentence(kit: Any, folder: Path) -> None:
    """A real one, of 64 KiB; without the right to mount, the size of files is limited instead."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k,mode=0700", "none", str(folder)], check=False
    )
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        vault = kit.vault(folder)
        before = vault.path.read_bytes()
        large = vault.document.add(kit.account(note="x" * 60_000), kit.stamps.next())
        with pytest.raises(VaultUnwritable) as caught:
            save_vault(vault, large)
        assert str(caught.value.title) == "The disk is full."
        assert vault.path.read_bytes() == before
        assert {path.name for path in folder.iterdir()} == {"vault.warifu", ".vault.warifu.lock"}
        small = vault.document.add(kit.account("Small", b"another secret"), kit.stamps.next())
        save_vault(vault, small)
        assert open_vault(vault.path, kit.password).document == small
    finally:
        subprocess.run(["umount", str(folder)], check=True)


class TestLeftovers:
    """What a killed save leaves."""

    def test_half_a_file_is_swept(self, kit: Any, folder: Path) -> None:
        vault = kit.vault(folder)
        half = folder / ".vault.warifu.0123456789abcdef.tmp"
        for content in (b"", vault.path.read_bytes()[:1000], os.urandom(500)):
            half.write_bytes(content)
            opened = open_vault(vault.path, kit.password)
            assert not half.exists()
            assert not opened.needs_save

    def test_a_whole_one_is_taken_in_first(self, kit: Any, folder: Path) -> None:
        """An exchange was killed before it looked at what it displaced: another one’s edit lies there."""
        vault = kit.vault(folder)
        edited = vault.document.add(kit.account("Second", b"another secret"), kit.stamps.next())
        before = vault.path.read_bytes()
        save_vault(vault, edited)
        left = folder / ".vault.warifu.0123456789abcdef.tmp"
        vault.path.rename(left)
        vault.path.write_bytes(before)
        opened = open_vault(vault.path, kit.password)
        assert opened.document == edited
        assert opened.needs_save
        assert left.exists(), "until the join is on the disk"
        save_vault(opened, opened.document)
        assert not left.exists()
        assert open_vault(vault.path, kit.password).document == edited

    def test_files_of_others_are_let_be(self, kit: Any, folder: Path) -> None:
        vault = kit.vault(folder)
        others = [folder / name for name in ("x.tmp", ".vault.warifu.bak", ".other.warifu.00.tmp")]
        for other in others:
            other.write_bytes(b"x")
        save_vault(open_vault(vault.path, kit.password), vault.document)
        assert all(other.exists() for other in others)

    def test_without_the_lock_only_old_ones_are_swept(self, kit: Any, folder: Path, monkeypatch: Any) -> None:
        vault = kit.vault(folder)
        young, old = (folder / f".vault.warifu.{letter * 16}.tmp" for letter in "ab")
        for path in (young, old):
            path.write_bytes(b"x")
        os.utime(old, (1, 1))

        def no_locks(_: int) -> None:
            raise OSError(errno.ENOLCK, "")

        monkeypatch.setattr(disk, "try_lock", no_locks)
        save_vault(vault, vault.document)
        assert young.exists()
        assert not old.exists()


@pytest.mark.safety(36)
def test_a_file_that_another_program_has_open_on_windows_is_called_that() -> None:
    in_use = PermissionError(errno.EACCES, "Access is denied")
    in_use.winerror = 5  # type: ignore[attr-defined]
    closed_folder = PermissionError(errno.EACCES, "Permission denied")
    closed_folder.winerror = None  # type: ignore[attr-defined]

    assert "Another program has the vault file open" in str(places.unwritable(in_use))
    assert "folder" in str(places.unwritable(closed_folder))


@pytest.mark.safety(36)
def test_windows_reads_again_when_a_scanner_has_the_file(monkeypatch: Any) -> None:
    monkeypatch.setattr(disk.time, "sleep", lambda _: None)
    tries = iter([True, True, False])

    def read() -> str:
        if next(tries):
            raise PermissionError(errno.EACCES, "busy")
        return "content"

    assert disk.patiently(read, "win32") == "content"


@pytest.mark.safety(36)
def test_a_save_without_the_lock_whose_file_is_swept_goes_another_round(
    kit: Any, folder: Path, monkeypatch: Any
) -> None:
    vault = kit.vault(folder)
    other = open_vault(vault.path, kit.password)
    write_aside, lock = disk.write_aside, disk._lock

    def swept_meanwhile(target: Path, content: bytes) -> Path:
        aside = write_aside(target, content)
        monkeypatch.setattr(disk, "write_aside", write_aside)
        monkeypatch.setattr(disk, "_lock", lock)
        save_vault(other, other.document.add_all([kit.account("theirs")], kit.stamps.next()))
        assert not aside.exists()
        return aside

    monkeypatch.setattr(disk, "_lock", lambda _descriptor: False)
    monkeypatch.setattr(disk, "write_aside", swept_meanwhile)
    saved = save_vault(vault, vault.document.add_all([kit.account("ours")], kit.stamps.next()))

    expected = {"GitHub", "ours", "theirs"}
    assert {account.title for account in saved.document.accounts()} == expected
    found = open_vault(vault.path, kit.password).document.accounts()
    assert {account.title for account in found} == expected
    assert not disk.leftovers(vault.path, locked=True)


@pytest.mark.safety(36)
@pytest.mark.parametrize(("number", "tries"), [(errno.EACCES, 3), (0, 3), (errno.ENOLCK, 1)])
def test_only_a_lock_that_is_taken_is_waited_for(number: int, tries: int, monkeypatch: Any) -> None:
    asked: list[int] = []

    def refuse(descriptor: int) -> None:
        asked.append(descriptor)
        if len(asked) < 3:
            raise OSError(number, "no lock")

    monkeypatch.setattr(disk, "try_lock", refuse)
    assert disk._lock(7) is (tries == 3)
    assert len(asked) == tries
