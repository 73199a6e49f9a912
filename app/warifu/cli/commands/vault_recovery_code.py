"""``warifu vault recovery-code``: make one, or check the one on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.context import settled
from warifu.cli.parser import add_command

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers
    from warifu.services.session import Session


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(
        commands, "recovery-code", "make a code that opens the vault when the password is forgotten", run
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="make none, but tell whether the one that is typed opens the vault",
    )


def run(context: Context, options: argparse.Namespace) -> int:
    """Show a new code once and have it typed back; a script confirms it later with ``--check``."""
    with context.opened() as vault:
        if options.check:
            _confirm(context, vault.session)
        else:
            _make(context, vault.session)
    return 0


def _make(context: Context, session: Session) -> None:
    from warifu.vault.recovery_code import new

    code = new()
    text = code.text()
    try:
        settled(lambda done, failed: session.ways.add_code(code, done, failed))
    finally:
        code.forget()
    if context.json:
        output.say_json({"recovery_code": text, "confirmed": False})
        return
    output.say(text)
    output.note("Write the code down and keep it apart from this computer. It is not shown again.")
    if context.input.scripted:
        output.note("Confirm it with: warifu vault recovery-code --check")
    else:
        _confirm(context, session, "Type it back from paper: ")


def _confirm(context: Context, session: Session, prompt: str = "Recovery code: ") -> None:
    typed = context.input.recovery_code(prompt)
    settled(lambda done, failed: session.ways.confirm_code(typed, done, failed))
    if context.json:
        output.say_json({"confirmed": True})
    else:
        output.say("The code opens this vault.")
