"""Files of newer versions of Warifu, and bodies that no version writes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from warifu.core.account import Otp, OtpType
from warifu.core.errors import NotPossible, VaultDamaged, VaultTooNew
from warifu.core.secret import Secret
from warifu.vault import container, slots
from warifu.vault.container import Header, Keys
from warifu.vault.file import change_password, open_vault, save_vault, vault_info

NEW_PASSWORD = "marble otter canyon violin"


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class TestVersions:
    """Files of newer versions of Warifu."""

    def newer(self, folder: Path, version: int, min_reader: int, password: str, document: bytes) -> Path:
        keys = Keys.of(bytearray(range(1, 33)), "0f8fad5b-d9cb-469f-a165-70867728950e")
        slot = slots.password_slot(password, keys.master, "0f8fad5b-d9cb-469f-a165-70867728950e", slots.FLOOR)
        header = Header(
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            ({**slot},),
            version=version,
            min_reader=min_reader,
            extra={"future": {"a": [1, "二"]}},
        )
        path = folder / "newer.warifu"
        path.write_bytes(container.seal(header, keys, document))
        return path

    @pytest.mark.safety(13)
    def test_a_newer_major_version_is_read_and_not_written(self, kit: Any, folder: Path) -> None:
        path = self.newer(folder, 2, 1, kit.password, kit.document().to_json())
        before = sha(path)
        opened = open_vault(path, kit.password)
        assert opened.read_only
        assert opened.document.accounts()
        assert vault_info(path).read_only
        for change in (
            lambda: save_vault(opened, opened.document),
            lambda: change_password(opened, kit.password, NEW_PASSWORD),
        ):
            with pytest.raises(NotPossible):
                change()
        assert sha(path) == before

    @pytest.mark.safety(13)
    def test_a_version_that_asks_for_a_newer_reader_is_refused(self, kit: Any, folder: Path) -> None:
        path = self.newer(folder, 3, 2, kit.password, b"a shape of the future")
        with pytest.raises(VaultTooNew):
            open_vault(path, kit.password)

    @pytest.mark.safety(13)
    def test_a_vault_upgraded_while_open_is_not_written(self, kit: Any, folder: Path) -> None:
        vault = kit.vault(folder)
        upgraded = container.seal(replace(vault.header, version=2), vault.keys, vault.document.to_json())
        vault.path.write_bytes(upgraded)
        with pytest.raises(NotPossible):
            save_vault(vault, vault.document)
        assert vault.path.read_bytes() == upgraded

    @pytest.mark.safety(13)
    def test_unknown_fields_survive_at_every_level(self, kit: Any, folder: Path) -> None:
        account = kit.account("Known")
        state = json.loads(kit.document(account).to_json())
        state["future"] = {"level": 1}
        state["accounts"][0]["future"] = {"level": 2}
        state["accounts"][0]["secrets"][0]["future"] = {"level": 3}
        state["devices"]["device9"] = {"stamp": kit.stamps.next(), "name": "PC", "future": 1.5}
        path = self.newer(folder, 1, 1, kit.password, json.dumps(state).encode())
        opened = open_vault(path, kit.password)
        document = opened.document.edit(account.id, kit.stamps.next(), title="Edited")
        document = document.edit(account.id, kit.stamps.next(), otp=Otp(Secret(b"new secret"), OtpType.HOTP))
        document = document.set_counter(account.id, 3).note_use(account.id, "device1", 5)
        save_vault(opened, document)
        reopened = open_vault(path, kit.password)
        after = json.loads(reopened.document.to_json())
        assert after["future"] == {"level": 1}
        assert after["accounts"][0]["future"] == {"level": 2}
        assert [version["future"] for version in after["accounts"][0]["secrets"]] == [{"level": 3}] * 2
        assert after["devices"]["device9"]["future"] == 1.5
        assert reopened.header.extra == {"future": {"a": [1, "二"]}}
        assert reopened.document.accounts()[0].title == "Edited"

    @pytest.mark.safety(13)
    def test_a_secret_of_an_unknown_type_is_kept_and_not_shown(self, kit: Any, folder: Path) -> None:
        known, unknown = kit.account("Known"), kit.account("Unknown", b"another secret")
        state = json.loads(kit.document(known, unknown).to_json())
        for row in state["accounts"]:
            if row["id"] == unknown.id:
                row["secrets"][0]["type"] = "quantum"
        path = self.newer(folder, 1, 1, kit.password, json.dumps(state).encode())
        opened = open_vault(path, kit.password)
        assert [account.id for account in opened.document.accounts()] == [known.id]
        save_vault(opened, opened.document.trash([known.id], kit.stamps.next(), 5))
        assert b'"quantum"' in open_vault(path, kit.password).document.to_json()


NOTHING = b'"stamp":"000000000000-0000-a"'
BAD_DOCUMENTS = (
    b"",
    b"null",
    b"[]",
    b"{}",
    b'{"accounts":[]}',
    b'{"accounts":{},"devices":[]}',
    b'{"accounts":[1],"devices":{}}',
    b'{"accounts":[{"id":"x"}],"devices":{}}',
    b'{"accounts":[{"id":"x",' + NOTHING + b',"secrets":[{' + NOTHING + b'}]}],"devices":{}}',
    b'{"accounts":[],"devices":{"a":{"stamp":1}}}',
    b'{"accounts":[],"devices":{"a":{"stamp":"x"}}}',
    b'{"accounts":[],"devices":{},"x":NaN}',
    b"[" * 50_000,
    b"\xff\xfe\0",
)


@pytest.mark.parametrize("number", range(len(BAD_DOCUMENTS)))
def test_a_body_that_makes_no_sense_is_damage(kit: Any, folder: Path, number: int) -> None:
    """Only somebody with the key can write one, but no crash comes of it."""
    vault = kit.vault(folder)
    vault.path.write_bytes(container.seal(vault.header, vault.keys, BAD_DOCUMENTS[number]))
    before = sha(vault.path)
    with pytest.raises(VaultDamaged):
        open_vault(vault.path, kit.password)
    with pytest.raises(VaultDamaged):
        save_vault(vault, vault.document)
    assert sha(vault.path) == before
