"""Where a user's files are."""

from __future__ import annotations

import contextlib
import os
import zlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Profile:
    """One folder with everything that a user of Warifu has: vault, settings, logs and backups."""

    root: Path

    @staticmethod
    def at(folder: Path | str) -> Profile:
        """The profile in ``folder``, whether or not that exists yet."""
        return Profile(in_full(folder).absolute())

    @property
    def vault(self) -> Path:
        """The vault file."""
        return self.root / "vault.warifu"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.root / "settings.json"

    @property
    def logs(self) -> Path:
        """The folder of the logs."""
        return self.root / "logs"

    @property
    def backups(self) -> Path:
        """Backups beside the vault: of a profile that is not the user's own, and of old formats."""
        return self.root / "backups"

    @property
    def backup_folder(self) -> Path:
        """Where backups go unless the user says otherwise: with the documents, so that they are not lost with
        the vault's folder and are part of what people copy to another disk.
        """
        if self != default_profile():
            return self.backups
        import platformdirs

        return platformdirs.user_documents_path() / "Warifu"

    @property
    def backup_record(self) -> Path:
        """What is known of the backups."""
        return self.root / "backups.json"

    @property
    def socket_name(self) -> str:
        """What the running window of this profile answers to; another profile has another name."""
        return f"warifu-{zlib.crc32(str(self.root).encode('utf-8', 'surrogatepass')):08x}"

    def door_name(self, vault: Path | None) -> str:
        """The same for a window of another vault than the profile's own."""
        if vault is None:
            return self.socket_name
        return f"{self.socket_name}-{zlib.crc32(os.fsencode(vault.absolute())):08x}"

    def prepare(self) -> None:
        """Keep other users out of the folder if nothing but our own files is in it."""
        ours = {path.name for path in (self.settings, self.logs, self.backups, self.backup_record)}
        with contextlib.suppress(OSError):
            if {entry.name for entry in self.root.iterdir()} <= ours:
                self.root.chmod(0o700)


def in_full(path: str | Path) -> Path:
    """The path with ``~`` for the home folder; where it stands for nobody's, it is a letter of the name."""
    with contextlib.suppress(RuntimeError):
        return Path(path).expanduser()
    return Path(path)


def default_profile() -> Profile:
    """The user's own: under ``%APPDATA%``, ``~/Library/Application Support`` or ``$XDG_DATA_HOME``."""
    import platformdirs

    return Profile.at(platformdirs.user_data_path("warifu", appauthor=False, roaming=True))
