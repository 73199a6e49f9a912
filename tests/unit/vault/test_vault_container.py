"""The bytes of a vault: nothing in them can be changed, mixed or guessed from."""

from __future__ import annotations

import base64
import itertools
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest

from warifu.core.account import Account, Icon, Otp, OtpType
from warifu.core.errors import AppError, VaultDamaged, WrongPassword
from warifu.core.secret import Secret
from warifu.vault import aead, container, slots
from warifu.vault.container import Header, Keys
from warifu.vault.document import Document
from warifu.vault.file import open_vault, save_vault

VAULT_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"


def small_file(password: str = "", keys: Keys | None = None) -> tuple[bytes, Keys]:
    keys = keys or Keys.of(aead.random_key(), VAULT_ID)
    found = (slots.password_slot(password, keys.master, VAULT_ID, slots.FLOOR),) if password else ()
    return container.seal(Header(VAULT_ID, found), keys, Document.empty().to_json()), keys


def refused(content: bytes, keys: Keys) -> bool:
    try:
        container.unseal(container.parse(content), keys)
    except VaultDamaged:
        return True
    return False


@pytest.mark.safety(1)
def test_every_flipped_byte_is_refused(kit: Any) -> None:
    """Also when the attacker repairs the checksum, which needs no key."""
    content, keys = small_file(kit.password)
    assert not refused(content, keys)
    inner = content[:-32]
    for place in range(len(content)):
        for flip in (0x01, 0x80, 0xFF):
            changed = bytearray(content)
            changed[place] ^= flip
            assert refused(bytes(changed), keys), f"byte {place} flipped by {flip:#x}"
    for place in range(len(inner)):
        changed = bytearray(inner)
        changed[place] ^= 0x80
        assert refused(kit.with_checksum(bytes(changed)), keys), f"byte {place}, checksum repaired"


@pytest.mark.safety(1)
def test_every_cut_and_every_addition_is_refused(kit: Any) -> None:
    content, keys = small_file(kit.password)
    for length in range(len(content)):
        assert refused(content[:length], keys)
    for length in range(0, len(content) - 32, 7):
        assert refused(kit.with_checksum(content[:length]), keys)
    for more in (b"\0", b"x" * 32, b"\0" * 4096, content):
        assert refused(content + more, keys)
        assert refused(kit.with_checksum(content[:-32] + more), keys)


@pytest.mark.safety(1)
def test_any_field_of_the_header_changed_is_refused_by_opening(kit: Any, folder: Path) -> None:
    content = kit.vault(folder).path.read_bytes()
    header = kit.header(content)
    other = {"generation": 7, "epoch": 2, "vault_id": VAULT_ID, "salt": base64.b64encode(bytes(32)).decode()}
    for key, value in {**other, "unknown": 1, "v": 2, "min_reader": 0}.items():
        path = folder / f"{key}.warifu"
        path.write_bytes(kit.with_header(content, header | {key: value}))
        with pytest.raises((VaultDamaged, WrongPassword)):
            open_vault(path, kit.password)


@pytest.mark.safety(7)
def test_nothing_but_random_bytes_shows(kit: Any, folder: Path) -> None:
    canaries = {
        key: f"CANARY{key}"
        for key in ("title", "account", "issuer", "note", "order", "tag", "brand", "pin", "pc")
    }
    image = b"CANARYimage" * 3
    account = Account(
        Otp(Secret(b"CANARYsecret12345678"), OtpType.MOTP, pin=canaries["pin"]),
        icon=Icon(canaries["brand"], image),
        tags=(canaries["tag"],),
        uses=123_456_789,
        **{key: canaries[key] for key in ("title", "account", "issuer", "note", "order")},
    )
    vault = kit.vault(folder, account)
    named = vault.document.name_device("CANARYdevice", canaries["pc"], kit.stamps.next())
    save_vault(vault, named.note_use(account.id, "CANARYdevice", 1_800_000_000))
    content = vault.path.read_bytes()
    needles = [value.encode() for value in canaries.values()]
    needles += [b"CANARY", b"123456789", account.id.encode(), base64.b32encode(b"CANARYsecret12345678")[:16]]
    forms = [form for needle in needles for form in every_form(needle)]
    for haystack in (content, *inflated(content)):
        assert not [form for form in forms if form.lower() in haystack.lower()]


def every_form(needle: bytes) -> set[bytes]:
    text = needle.decode()
    encoded = {base64.b64encode(bytes(shift) + needle)[4:-4] for shift in range(3)}
    encoded |= {base64.b32encode(bytes(shift) + needle)[8:-8] for shift in range(5)}
    shown = {needle, needle.hex().encode(), text.encode("utf-16-le"), text.encode("utf-16-be")}
    return {form for form in shown | encoded if len(form) >= 6}


def inflated(content: bytes) -> list[bytes]:
    """Whatever zlib can make of the bytes from any place."""
    found = []
    for place, bits in itertools.product(range(len(content)), (15, -15)):
        try:
            found.append(zlib.decompressobj(bits).decompress(content[place:], 4096))
        except zlib.error:
            continue
    return found


@pytest.mark.safety(7)
def test_the_size_does_not_tell_the_number_of_accounts(kit: Any, folder: Path) -> None:
    (folder / "a").mkdir(mode=0o700)
    (folder / "b").mkdir(mode=0o700)
    one = kit.vault(folder / "a").path.stat().st_size
    accounts = [
        kit.account(
            f"Service {n}",
            os.urandom(20),
            account=f"somebody{n}@example.com",
            issuer=f"Service {n}",
            tags=("work",),
        )
        for n in range(20)
    ]
    assert kit.vault(folder / "b", *accounts).path.stat().st_size == one
    for length in (0, 1, 16_383, 16_384, 16_385, 100_000):
        keys = Keys.of(aead.random_key(), VAULT_ID)
        body = container.parse(container.seal(Header(VAULT_ID, ()), keys, b" " * length)).body
        assert len(body) == max(16_384, -(-length // 4096) * 4096) + 16


@pytest.mark.safety(8)
def test_no_salt_and_no_ciphertext_ever_repeats() -> None:
    """100,000 seals of one tiny document under one key."""
    keys = Keys.of(aead.random_key(), VAULT_ID)
    header = Header(VAULT_ID, ())
    count, seen_salts, seen_bodies = 100_000, set(), set()
    find_salt = re.compile(rb'"salt":"([^"]{44})"')
    for _ in range(count):
        content = container.seal(header, keys, b"{}")
        match = find_salt.search(content, 0, 400)
        assert match is not None
        seen_salts.add(match[1])
        seen_bodies.add(content[-64:-32])
    assert len(seen_salts) == count
    assert len(seen_bodies) == count


CLONE = """
import os, random, sys
from warifu.vault import aead, container
keys = container.Keys.of(bytearray(range(1, 33)), "0f8fad5b-d9cb-469f-a165-70867728950e")
header = container.Header("0f8fad5b-d9cb-469f-a165-70867728950e", ())
random.seed(1)
container.seal(header, keys, b"{}")
for child in range(4):
    if os.fork() == 0:
        random.seed(1)
        salt = container.parse(container.seal(header, keys, b"{}")).header.salt
        os.write(1, salt.hex().encode() + bytes([10]))
        os._exit(0)
while True:
    try:
        os.wait()
    except ChildProcessError:
        break
"""


@pytest.mark.safety(8)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="clones of a process are made by fork")
def test_cloned_processes_make_different_salts() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CLONE], capture_output=True, text=True, check=True, env=app_environment()
    )
    salts = done.stdout.split()
    assert len(salts) == len(set(salts)) == 4


def app_environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


@pytest.mark.safety(14)
def test_parts_of_two_vaults_do_not_mix(kit: Any, folder: Path) -> None:
    """Every splice of two files with one password, and of two generations of one vault, is refused."""
    (folder / "a").mkdir(mode=0o700)
    (folder / "b").mkdir(mode=0o700)
    first = kit.vault(folder / "a", kit.account("One"))
    second = kit.vault(folder / "b", kit.account("Two"))
    before = first.path.read_bytes()
    save_vault(first, first.document)
    for one, other in ((before, second.path.read_bytes()), (before, first.path.read_bytes())):
        for choice in itertools.product((0, 1), repeat=3):
            if len(set(choice)) == 1:
                continue
            picked = [parts(kit, (one, other)[which])[part] for part, which in enumerate(choice)]
            path = folder / "spliced.warifu"
            path.write_bytes(kit.with_checksum(b"".join(picked)))
            with pytest.raises(AppError) as caught:
                open_vault(path, kit.password)
            assert isinstance(caught.value, VaultDamaged), choice


def parts(kit: Any, content: bytes) -> tuple[bytes, bytes, bytes]:
    end = 12 + kit.header_length(content)
    return content[:end], content[end : end + 32], content[end + 32 : -32]


@pytest.mark.safety(14)
def test_a_slot_of_another_vault_is_refused(kit: Any, folder: Path) -> None:
    (folder / "a").mkdir(mode=0o700)
    (folder / "b").mkdir(mode=0o700)
    mine = kit.vault(folder / "a").path
    theirs = kit.header(kit.vault(folder / "b").path.read_bytes())
    header = kit.header(mine.read_bytes())
    mine.write_bytes(kit.with_header(mine.read_bytes(), header | {"slots": theirs["slots"]}))
    with pytest.raises((WrongPassword, VaultDamaged)):
        open_vault(mine, kit.password)


def test_keys_are_overwritten_when_forgotten(kit: Any, folder: Path) -> None:
    vault = kit.vault(folder)
    again = save_vault(vault, vault.document)
    assert any(again.keys.master)
    vault.forget()
    assert not any(again.keys.master), "what a save returned shares the keys"
    assert not any(again.keys.header)
    before = vault.path.read_bytes()
    with pytest.raises(AppError):
        save_vault(vault, vault.document)
    assert vault.path.read_bytes() == before, "nothing is ever sealed with overwritten keys"
