"""``warifu clock``: whether the clock is right, and a correction for Warifu; it asks nobody by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.cli import output
from warifu.cli.context import settled
from warifu.cli.parser import add_command
from warifu.core.clock import uncorrected
from warifu.services.immediate import ImmediateTasks
from warifu.services.ports import Sync
from warifu.services.time_check import TimeCheck, corrected_by, described
from warifu.settings.file import Settings
from warifu.settings.schema import CLOCK_SERVER

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers
    from warifu.services.ports import Measured

_SAID = {
    Sync.KEPT: "The system keeps its clock right.",
    Sync.NOT_KEPT: "The system does not keep its clock right.",
    Sync.UNKNOWN: "The system does not tell whether its clock is right.",
}


def register(commands: Subparsers) -> None:
    """Add the command."""
    help_line = "whether the clock is right, without a network unless --check is given"
    parser = add_command(commands, "clock", help_line, run)
    parser.add_argument("--check", action="store_true", help="ask a time server once, over the network")
    parser.add_argument("--server", metavar="HOST", help=f"the one to ask; at first {CLOCK_SERVER.default}")
    parser.add_argument("--apply", action="store_true", help="check, and correct the clock inside Warifu")
    parser.add_argument("--reset", action="store_true", help="use the computer's clock as it is again")


def run(context: Context, options: argparse.Namespace) -> int:
    """Tell, check, correct or forget the correction."""
    settings = Settings(context.profile.settings)
    checking = time_check(context, settings)
    if options.reset:
        checking.reset()
    checking.look()
    found = _asked(checking, options.server or settings.get(CLOCK_SERVER)) if _asks(options) else None
    if options.apply:
        checking.apply()
    if settings.problem is not None:
        raise settings.problem
    if context.json:
        output.say_json(_as_json(checking, found))
        return 0
    output.say(_SAID[checking.sync])
    if found is not None:
        output.say(str(described(found)))
    if checking.correction:
        output.say(str(corrected_by(checking.correction)))
    return 0


def time_check(context: Context, settings: Settings) -> TimeCheck:
    """The check of one command."""
    from warifu.platforms.clock import system_sync
    from warifu.platforms.clock.udp import UdpTimeServer

    clock = uncorrected(context.clock)
    return TimeCheck(settings, ImmediateTasks(), clock, UdpTimeServer(), system_sync)


def warn(context: Context) -> None:
    """Tell beside a code that it is known to be wrong; asks the system only where there is a correction."""
    checking = time_check(context, Settings(context.profile.settings))
    if checking.correction:
        checking.look()
    sentence = checking.warning()
    if sentence is not None:
        output.note(f"{sentence} See: warifu clock")


def _asks(options: argparse.Namespace) -> bool:
    return bool(options.check or options.apply)


def _asked(checking: TimeCheck, server: str) -> Measured:
    answers: list[Measured] = []
    settled(lambda _done, failed: checking.ask(server, answers.append, failed))
    return answers[0]


def _as_json(checking: TimeCheck, found: Measured | None) -> dict[str, Any]:
    kept = {Sync.KEPT: True, Sync.NOT_KEPT: False, Sync.UNKNOWN: None}
    answer = {} if found is None else {"offset": round(found.offset, 3), "delay": round(found.delay, 3)}
    return {"kept_right": kept[checking.sync], "correction": checking.correction, **answer}
