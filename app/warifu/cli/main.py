"""The command line from its arguments to its exit status.

0 done, 1 refused with one sentence on standard error, 2 usage, 3 wrong password, 4 damaged vault, 5 no such
account. An interruption ends quietly with 130, as a shell expects, and a reader that went away with 1.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from warifu.core.errors import AppError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit status; for a wrong usage argparse raises SystemExit."""
    from warifu.cli import output
    from warifu.cli.parser import make_parser

    speak_plainly()
    if "_ARGCOMPLETE" not in os.environ:
        from warifu.platforms.hardening import close_memory

        close_memory()
    parser = make_parser()
    if "_ARGCOMPLETE" in os.environ:
        import argcomplete

        argcomplete.autocomplete(parser)
    try:
        status = _run(_parsed(parser, arguments))
        output.finish()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _swallow_output()
        return 1
    except output.NotShown as problem:
        _swallow_output()
        return output.refuse(problem)
    return status


def _parsed(parser: ArgumentParser, arguments: Sequence[str]) -> Namespace:
    """The arguments understood; help that was asked for is printed before argparse ends the command."""
    from warifu.cli import output
    from warifu.cli.parser import parse

    try:
        return parse(parser, arguments)
    except SystemExit:
        output.finish()
        raise


def _run(options: object) -> int:
    from warifu.cli import output
    from warifu.cli.finding import Ambiguous, told
    from warifu.cli.parser import run_of

    try:
        return run_of(options)
    except Ambiguous as problem:
        output.note(f"{problem}: {told(problem.candidates, output.shown)}".replace(".:", ":"))
        return problem.exit_status
    except (KeyboardInterrupt, BrokenPipeError, output.NotShown):
        raise
    except AppError as problem:
        return output.refuse(problem)
    except Exception as problem:  # noqa: BLE001 - a traceback may hold what nobody should see
        output.note(f"Something went wrong inside Warifu ({type(problem).__name__}).")
        return 1


def speak_plainly(platform: str = sys.platform) -> None:
    """Never fail on a character or without a stream; let pipes of Windows carry UTF-8 under any code page."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # as a program for windows finds them without a console
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - until the end
    encoding = "utf-8" if platform == "win32" else None
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _swallow_output() -> None:
    """Let the interpreter flush into nothing, so that it does not complain on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
