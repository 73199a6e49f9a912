"""The programs that are compared, each with twenty accounts behind a password."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

PASSWORD = "copper lantern ninety tides"
ACCOUNTS = 20
_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.resize(440, 700)
window.show()
sys.exit(app.exec())
"""
_KEEPASSXC = """[General]
ConfigVersion=2
RememberLastDatabases=false
RememberLastKeyFiles=false
UpdateCheckMessageShown=true
[GUI]
CheckForUpdates=false
ShowTrayIcon=true
MinimizeOnClose=true
MinimizeToTray=true
"""


@dataclass(frozen=True, slots=True)
class Program:
    """How a program is started: ``command`` shows its lock screen; ``stdin`` with ``unlocked`` opens it."""

    name: str
    command: tuple[str, ...]
    unlocked: tuple[str, ...] = ()
    stdin: str = ""
    environment: dict[str, str] = field(default_factory=dict)


def bare() -> Program:
    """One empty Widgets window."""
    return Program("bare window", (sys.executable, "-c", _BARE))


def warifu(folder: Path) -> Program:
    """Warifu with a vault of twenty in ``folder``."""
    from accounts import make_profile

    make_profile(folder, ACCOUNTS)
    return Program("Warifu", (sys.executable, "-m", "warifu", "--profile", str(folder)))


def keepassxc(folder: Path) -> Program:
    """KeePassXC, as Debian has it, with a database of twenty TOTP entries in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    database, settings = folder / "twenty.kdbx", folder / "keepassxc.ini"
    settings.write_text(_KEEPASSXC)
    if not database.exists():
        _cli(folder, ("db-create", "--set-password", str(database)), f"{PASSWORD}\n{PASSWORD}\n")
        for number in range(ACCOUNTS):
            entry = ("add", "--username", f"user{number}@example.com", "--generate")
            _cli(folder, (*entry, str(database), f"Account {number}"), f"{PASSWORD}\n")
    command = ("keepassxc", "--config", str(settings), "--localconfig", str(folder / "local.ini"))
    unlocked = (*command, "--pw-stdin", str(database))
    return Program("KeePassXC", (*command, str(database)), unlocked, f"{PASSWORD}\n")


def _cli(home: Path, arguments: tuple[str, ...], stdin: str) -> None:
    subprocess.run(
        ["keepassxc-cli", *arguments],
        input=stdin,
        text=True,
        check=True,
        capture_output=True,
        env={
            "QT_QPA_PLATFORM": "offscreen",
            "PATH": "/usr/bin:/bin",
            "HOME": str(home),
        },
    )
