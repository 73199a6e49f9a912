"""``warifu vault info``: what the file says without its password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.parser import add_command

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers
    from warifu.vault.look import SlotInfo, VaultInfo


def register(commands: Subparsers) -> None:
    """Add the command."""
    add_command(commands, "info", "what can be told of the vault without its password", run)


def run(context: Context, _options: argparse.Namespace) -> int:
    """Print facts, none of them secret; the whole file is checked for damage on the way."""
    from warifu.vault.look import vault_info

    info = vault_info(context.vault)
    if context.json:
        output.say_json(_as_json(context, info))
        return 0
    output.say(f"File        {context.vault}")
    output.say(f"Vault       {info.vault_id}")
    output.say(f"Format      version {info.version}{', for reading only' if info.read_only else ''}")
    output.say(f"Saved       {info.generation} times")
    output.say(f"Size        {info.size:,} bytes")
    for slot in info.slots:
        output.say(f"Opens with  {_described(slot)}")
    return 0


def _described(slot: SlotInfo) -> str:
    if slot.kdf is None:
        return slot.kind
    cost = f"{slot.kdf.memory_kib // 1024} MiB, {slot.kdf.passes} passes, {slot.kdf.lanes} lanes"
    return f"{slot.kind} (Argon2id, {cost})"


def _as_json(context: Context, info: VaultInfo) -> dict[str, object]:
    return {
        "path": str(context.vault),
        "vault_id": info.vault_id,
        "version": info.version,
        "generation": info.generation,
        "epoch": info.epoch,
        "size": info.size,
        "read_only": info.read_only,
        "slots": [_slot_as_json(slot) for slot in info.slots],
    }


def _slot_as_json(slot: SlotInfo) -> dict[str, object]:
    kdf = slot.kdf
    cost = {"memory_kib": kdf.memory_kib, "passes": kdf.passes, "lanes": kdf.lanes} if kdf else {}
    return {"id": slot.id, "kind": slot.kind, **cost}
