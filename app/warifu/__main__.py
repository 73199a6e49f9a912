"""``warifu``: the window without a command, the command line with one. Importing this does nothing.

The window comes up without the command line's modules, so what it understands is parsed by hand here.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# The schemes of platforms.url_scheme, which is not imported to start a window.
_LINKS = ("otpauth:", "otpauth-migration:", "apple-otpauth:")
_MISPLACED_LINK = (
    "warifu: A link is opened by: warifu [--profile DIR] [--vault FILE] LINK, with nothing behind it; "
    "commands read links from standard input\n"
)
_NO_DISPLAY = "warifu: There is no display to open a window on; the command line works here: see --help\n"


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """What the window understands."""

    profile: str = ""
    vault: str = ""
    hidden: bool = False
    link: str = field(default="", repr=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window or run a command; returns the exit status."""
    try:
        return _chosen(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return 130  # as shells expect of a program that was interrupted


def _chosen(given: list[str]) -> int:
    if given[:1] == ["--own-clipboard"] and len(given) == 2:
        from warifu.desktop.copy_helper import run as own_clipboard

        return own_clipboard(int(given[1]))
    if given == ["--decode-pictures"]:
        from warifu.scan.child import run as decode_pictures

        return decode_pictures()
    if given == ["--read-export"]:
        from warifu.services.export_child import run as read_export

        return read_export()
    if given == ["--print-sheet"]:
        from warifu.desktop.exporting.print_child import run as print_sheet

        return print_sheet()
    if given == ["--keystore"]:
        from warifu.platforms.keystore.child import run as reach_keystore

        return reach_keystore()
    if given[:1] == ["--portal-screenshot"] and len(given) == 2:
        from warifu.platforms.screenshot.portal import help_out

        return help_out(given[1])
    if given == ["--camera"]:
        from warifu.platforms.camera.child import run as hold_camera
        from warifu.services.scanning import PictureReader

        hold_camera(PictureReader())
    options = None if "_ARGCOMPLETE" in os.environ else window_options(given)
    if options is None and any(is_link(argument) for argument in given):
        if sys.stderr is not None:  # as it is in a program without a console
            sys.stderr.write(_MISPLACED_LINK)  # which does not repeat the secret in it
        return 2
    if options is None:
        from warifu.cli.main import main as run_command

        return run_command(given)
    return _open_window(options)


def window_options(arguments: Sequence[str]) -> WindowOptions | None:
    """What is asked of the window; None where the arguments are the command line's.

    Secrets are never arguments, but systems know no other way to hand a link to the program that opens it.
    It is taken as the last argument alone: on Windows, quotes in a hostile link end the argument that it is
    put into, and what follows must not pass for options. ``url_scheme.scrub`` wipes it at once.
    """
    found = {"--profile": "", "--vault": ""}
    hidden, link = False, ""
    rest = list(arguments)
    if rest and is_link(rest[-1]):
        link = rest.pop()
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name == "--hidden" and not equals:
            hidden = True
        elif name in found and (equals or rest) and not is_link(value if equals else rest[0]):
            found[name] = value if equals else rest.pop(0)
        else:
            return None
    return WindowOptions(found["--profile"], found["--vault"], hidden, link)


def is_link(argument: str) -> bool:
    """Whether an argument is a link of an account, or begins as one."""
    return argument.lstrip().lower().startswith(_LINKS)


def _open_window(options: WindowOptions) -> int:
    if options.link:
        from warifu.platforms.url_scheme.scrub import forget_argument

        forget_argument(options.link)
    from warifu.platforms.hardening import no_core_dumps

    no_core_dumps()
    if not has_display():
        sys.stderr.write(_NO_DISPLAY)
        return 1
    from warifu.desktop.app import run
    from warifu.services.paths import Profile, default_profile, in_full

    profile = Profile.at(options.profile) if options.profile else default_profile()
    vault = in_full(options.vault).absolute() if options.vault else None
    return run(profile, vault, options.hidden, options.link)


def has_display() -> bool:
    """Whether Qt can open a window; asked before Qt, which would end the process with a page of reasons."""
    if sys.platform in {"win32", "darwin", "cygwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    return bool(display) and not _is_dead(display)


def _is_dead(display: str) -> bool:
    """Whether a display of this computer has no server behind it; one of another computer is left to Qt."""
    host, _colon, number = display.rpartition(":")
    number = number.partition(".")[0]
    if host not in {"", "unix"} or not number.isdecimal():
        return False
    import socket

    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
    for address in ("\0" + path, path):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(2)
            if line.connect_ex(address) == 0:
                return False
    return True


if __name__ == "__main__":
    sys.exit(main())
