"""A vault as its owner opens it, with every byte changed, cut off at every length, and added to."""

from __future__ import annotations

from pathlib import Path

import pytest

from warifu.core.errors import VaultError
from warifu.vault import places, slots, ways
from warifu.vault.kek import Kek

GOLDEN = Path(__file__).resolve().parents[1] / "vectors" / "vaults" / "v1-ways.warifu"
KEY = bytes(range(100, 132))  # that a keystore would have kept for it: no time is spent on deriving


def opens(path: Path) -> bool:
    """Whether the file opens; anything but a refusal in one sentence is an error."""
    try:
        ways.open_with_key(path, slots.KEYSTORE, Kek(bytearray(KEY))).forget()
    except VaultError as problem:
        return not str(problem.title).endswith(".")
    return True


@pytest.fixture
def vault(folder: Path, cheap_kdf: None) -> tuple[Path, bytes]:
    path = folder / "vault.warifu"
    path.write_bytes(GOLDEN.read_bytes())
    path.chmod(0o600)
    assert opens(path)
    return path, path.read_bytes()


@pytest.mark.safety(1, 40)
def test_no_byte_can_be_changed(vault: tuple[Path, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """By 0x01, 0x80 and 0xFF, in each of its bytes; and the file stays as it is, whatever is in it."""
    path, content = vault
    changed = bytearray(content)
    monkeypatch.setattr(places, "read", lambda _: bytes(changed))
    assert opens(path)
    for place in range(len(content)):
        for flip in (0x01, 0x80, 0xFF):
            changed[place] ^= flip
            assert not opens(path), f"byte {place} changed by {flip:#x}"
            changed[place] ^= flip
    assert path.read_bytes() == content


@pytest.mark.safety(1, 40)
def test_no_length_but_its_own_opens(vault: tuple[Path, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    path, content = vault
    given = [content[:length] for length in range(len(content))]
    given += [content + more for more in (b"\0", b"\n", bytes(32), bytes(4096), content)]
    for each in given:
        monkeypatch.setattr(places, "read", lambda _, each=each: each)
        assert not opens(path), len(each)


@pytest.mark.safety(26, 40)
@pytest.mark.parametrize("length", [0, 1, 11, 500, 4096])
def test_a_damaged_file_on_the_disk_is_refused_and_left_as_it_is(
    vault: tuple[Path, bytes], length: int
) -> None:
    path, content = vault
    path.write_bytes(content[:length])
    assert not opens(path)
    assert path.read_bytes() == content[:length]
    assert [each.name for each in path.parent.iterdir()] == [path.name]
