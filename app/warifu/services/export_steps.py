"""What to do with a written file in the app that it is for, in the words of its menus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warifu.core.text import Text

if TYPE_CHECKING:
    from warifu.formats.base import Format

_STEPS: Final = {
    "warifu": Text(
        "In Warifu on any computer: “Backups”, “Show backups”, “Another file…”. It opens with the password "
        "that you gave it."
    ),
    "aegis": Text("In Aegis: Settings, “Import & Export”, “Import from file”, “Aegis”."),
    "2fas": Text("In 2FAS: Settings, “2FAS Backup”, “Import”."),
    "ente": Text("In Ente Auth: Settings, “Data”, “Import codes”."),
    "proton": Text("In Proton Authenticator: Settings, “Import”, “Proton Authenticator”."),
    "stratum": Text("In Stratum: “Restore” in its menu."),
    "andotp": Text("In andOTP: “Backups” in its menu, and “Restore” of the kind that you have written."),
    "bitwarden": Text("In Bitwarden: Tools, “Import data”, “Bitwarden (json)”."),
    "bitwarden-authenticator": Text(
        "In Bitwarden Authenticator: Settings, “Import”, “Authenticator Export (JSON)”."
    ),
    "freeotp-plus": Text("In FreeOTP+: “Import JSON format” in its menu."),
    "kdbx": Text("Open the file in KeePassXC or another KeePass, or merge it there with the one you have."),
    "google": Text("Make a QR code of each line, and scan it with Google Authenticator’s “Import accounts”."),
    "otpauth": Text(
        "Most authenticators read such a list: look for “Import” or “Restore” in their settings."
    ),
    "pskc": Text("Hand the file to the server or the tool that asks for PSKC."),
    "sheet": Text(
        "Open the file in a browser and print it. What is on paper is scanned by any authenticator."
    ),
    "sheet-pdf": Text("Print the file. What is on paper is scanned by any authenticator."),
}


def steps_after(target: Format) -> Text:
    """How the file gets into the app."""
    return _STEPS.get(target.id) or Text("In {app}: look for “Import” or “Restore”.", app=target.name)
