"""A key that is held while the vault is locked opens the epoch that it was taken from, and no other."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from warifu.core.errors import WrongKey
from warifu.vault import container, ways
from warifu.vault.held import Stale, hold, reopen

NEW_PASSWORD = "marble otter canyon violin"


def secret() -> bytearray:
    return bytearray(b"a secret of the run")


@pytest.mark.safety(14, 19, 20)
def test_it_opens_its_own_epoch_by_its_own_secret(owner: Any) -> None:
    held = hold(owner.opened, secret())
    assert reopen(owner.path, held, secret()).document.accounts() == owner.opened.document.accounts()
    with pytest.raises(WrongKey):
        reopen(owner.path, held, bytearray(b"another secret"))
    held.forget()
    with pytest.raises(Stale):
        reopen(owner.path, held, secret())


@pytest.mark.safety(6, 14)
def test_it_does_not_open_the_key_that_came_after(owner: Any) -> None:
    held = hold(owner.opened, secret())
    ways.rotate(owner.opened, owner.kit.password, NEW_PASSWORD, owner.mark())
    with pytest.raises(Stale):
        reopen(owner.path, held, secret())


@pytest.mark.safety(14)
@pytest.mark.parametrize("epoch", [0, 2, 7])
def test_a_file_that_names_another_epoch_is_not_opened_though_its_key_fits(owner: Any, epoch: int) -> None:
    """The header's MAC is right here, so only the comparison of the epochs stands in the way."""
    opened = owner.opened
    held = hold(opened, secret())
    sealed = container.parse(owner.path.read_bytes())
    plain = bytes(container.unseal(sealed, opened.keys))
    other = dataclasses.replace(opened.header, epoch=epoch)
    owner.path.write_bytes(container.seal(other, opened.keys, plain))
    assert container.fits(container.parse(owner.path.read_bytes()), opened.keys)
    with pytest.raises(Stale) as caught:
        reopen(owner.path, held, secret())
    assert caught.value.__cause__ is None, "it was tried with the key"
