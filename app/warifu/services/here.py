"""Which slots of which vaults are this computer's own, as the settings remember it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from warifu.core.errors import AppError

if TYPE_CHECKING:
    from pathlib import Path

    from warifu.settings.file import Settings
    from warifu.settings.schema import Setting


class OwnSlots:
    """Slot ids, and what else belongs to them, by vault id, in one text setting as JSON."""

    def __init__(self, settings: Settings, setting: Setting[str]) -> None:
        self._settings = settings
        self._setting = setting

    def of(self, path: Path) -> tuple[str, dict[str, Any]] | None:
        """The vault's id and what is known of this computer's slot; None where the vault has none of ours."""
        from warifu.vault.held import vault_and_slots

        known = self._read()
        if not known:
            return None  # and the file is not even looked at
        try:
            vault_id, there = vault_and_slots(path)
        except AppError:
            return None
        entry = known.get(vault_id)
        return (vault_id, entry) if entry and entry.get("slot") in there else None

    def lost(self, path: Path) -> tuple[str, dict[str, Any]] | None:
        """The same where we had a slot that the vault has no more."""
        from warifu.vault.held import vault_and_slots

        known = self._read()
        if not known:
            return None
        try:
            vault_id, there = vault_and_slots(path)
        except AppError:
            return None
        entry = known.get(vault_id)
        return (vault_id, entry) if entry and entry.get("slot") not in there else None

    def note(self, vault_id: str, slot: str, **more: str) -> None:
        """Remember a slot as ours."""
        self._write({**self._read(), vault_id: {"slot": slot, **more}})

    def drop(self, vault_id: str) -> None:
        """Have none for this vault."""
        self._write({key: entry for key, entry in self._read().items() if key != vault_id})

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            found = json.loads(self._settings.get(self._setting) or "{}")
        except ValueError:
            return {}
        if not isinstance(found, dict):
            return {}
        return {key: entry for key, entry in found.items() if isinstance(entry, dict)}

    def _write(self, entries: dict[str, dict[str, Any]]) -> None:
        self._settings.set(self._setting, json.dumps(entries, sort_keys=True) if entries else "")
