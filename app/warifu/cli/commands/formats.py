"""``warifu formats``: which files of other apps are read and written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.cli import output
from warifu.cli.parser import add_command

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers
    from warifu.formats.base import Form, Format


def register(commands: Subparsers) -> None:
    """Add the command."""
    add_command(commands, "formats", "list the files of other apps that are read and written", run)


def run(context: Context, _options: argparse.Namespace) -> int:
    """Print every format by its name for ``--format``."""
    from warifu.formats.base import Form
    from warifu.services.exporting import all_formats

    if context.json:
        output.say_json([_as_json(each) for each in all_formats()])
        return 0
    rows = [
        (each.id, each.name, _said(each.forms), _said(each.writer.forms if each.writer else Form.NONE))
        for each in sorted(all_formats(), key=lambda each: each.id)
    ]
    output.table([("FORMAT", "APP", "READ", "WRITTEN"), *rows])
    return 0


def _as_json(each: Format) -> dict[str, Any]:
    return {
        "format": each.id,
        "name": each.name,
        "read": _forms(each.forms),
        "written": _forms(each.writer.forms) if each.writer else [],
    }


def _forms(forms: Form) -> list[str]:
    return [(form.name or "").lower() for form in forms]


def _said(forms: Form) -> str:
    return ", ".join(_forms(forms)) or "-"
