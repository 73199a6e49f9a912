"""``warifu doctor``: what is well and what is not, without a secret and without a name of an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli import checks, output
from warifu.cli.parser import add_command

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    """Add the command."""
    help_line = "check the vault and this computer; with --password-stdin the password, too"
    add_command(commands, "doctor", help_line, run)


def run(context: Context, _options: argparse.Namespace) -> int:
    """Print every check; 1 when one found a problem."""
    findings = checks.all_findings(context)
    if context.json:
        output.say_json([{"check": f.check, "state": f.state.value, "text": f.text} for f in findings])
    else:
        for finding in findings:
            output.say(f"{finding.state.value:<8} {finding.check:<12} {finding.text}")
    bad = sum(finding.state is checks.State.PROBLEM for finding in findings)
    if bad:
        output.note(f"{bad} of {len(findings)} checks found a problem.")
    return 1 if bad else 0
