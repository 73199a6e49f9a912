r"""Windows: keys below ``HKEY_CURRENT_USER\Software``, so no administrator is asked.

``Classes\<scheme>`` says what opens a scheme; ``RegisteredApplications`` puts Warifu among the programs that
Windows offers in its settings. There the user may choose another one, which Windows keeps in ``UserChoice``,
signed so that no program can change it: then only a sentence helps.
"""

from __future__ import annotations

import contextlib
import ctypes
import subprocess
import sys
from typing import TYPE_CHECKING

from warifu.core.errors import NotPossible
from warifu.core.text import Text
from warifu.platforms.url_scheme.base import SCHEMES, Reading, State

assert sys.platform == "win32"  # noqa: S101 - tells type checkers which system's modules there are
import winreg  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CLASSES = r"Software\Classes"
PROGRAM_ID = "Warifu.Link"
CAPABILITIES = r"Software\Warifu\Capabilities"
KEPT = r"Software\Warifu\Replaced"  # what opened a scheme before, to be put back
REGISTERED = r"Software\RegisteredApplications"
_CHOICE = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\{scheme}\UserChoice"
_COMMAND = r"shell\open\command"
_DESCRIPTION = "Your two-factor codes, from an encrypted file on your own computer."
_ASSOCIATIONS_CHANGED = 0x08000000  # SHCNE_ASSOCCHANGED
_DEEPEST = 16  # keys below each other; a class has four

_OTHER_CHOICE = Text("Windows opens some of them with another program: see its settings, Default apps.")

Values = list[tuple[str, int | str | list[str] | bytes | None, int]]


class WindowsHandler:
    """The registry of this user."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = f'{subprocess.list2cmdline(command)} "%1"'
        self._icon = f'"{command[0]}",0'

    def read(self) -> Reading:
        """On if every scheme has our command; a note where the user chose another program in the settings."""
        if any(_command_of(rf"{CLASSES}\{scheme}") != self._command for scheme in SCHEMES):
            return Reading(State.OFF)
        if any(_choice(scheme) not in {"", PROGRAM_ID} for scheme in SCHEMES):
            return Reading(State.ON, _OTHER_CHOICE)
        return Reading(State.ON)

    def turn_on(self) -> None:
        """Write all keys, keeping what another program had written there."""
        with _refusals():
            self._write_class(PROGRAM_ID, "Warifu link")
            for scheme in SCHEMES:
                self._keep(scheme)
                self._write_class(scheme, f"URL:{scheme}")
            self._write_capabilities()
        _tell_shell()

    def turn_off(self) -> None:
        """Delete what is ours; a class that another program has taken since is left to it."""
        with _refusals():
            for scheme in SCHEMES:
                if self._is_ours(scheme):
                    _delete(rf"{CLASSES}\{scheme}")
                    _copy(rf"{KEPT}\{scheme}", rf"{CLASSES}\{scheme}")
            for path in (KEPT, CAPABILITIES, rf"{CLASSES}\{PROGRAM_ID}"):
                _delete(path)
            with contextlib.suppress(FileNotFoundError), _open(REGISTERED, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, "Warifu")
            with contextlib.suppress(OSError):  # as long as it holds something else
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, r"Software\Warifu")
        _tell_shell()

    def _is_ours(self, scheme: str) -> bool:
        """Whether a Warifu wrote the class: this copy, or the one that was registered last."""
        command = _command_of(rf"{CLASSES}\{scheme}")
        return bool(command) and command in {self._command, _command_of(rf"{KEPT}\{scheme}\Warifu")}

    def _keep(self, scheme: str) -> None:
        """Put a class of another program aside."""
        path, kept = rf"{CLASSES}\{scheme}", rf"{KEPT}\{scheme}"
        if not self._is_ours(scheme):
            _delete(kept)
            _copy(path, kept)
        _delete(path)
        _set(rf"{kept}\Warifu\{_COMMAND}", "", self._command)

    def _write_class(self, name: str, title: str) -> None:
        path = rf"{CLASSES}\{name}"
        _set(path, "", title)
        _set(path, "URL Protocol", "")
        _set(rf"{path}\DefaultIcon", "", self._icon)
        _set(rf"{path}\{_COMMAND}", "", self._command)

    def _write_capabilities(self) -> None:
        _set(CAPABILITIES, "ApplicationName", "Warifu")
        _set(CAPABILITIES, "ApplicationDescription", _DESCRIPTION)
        _set(CAPABILITIES, "ApplicationIcon", self._icon)
        for scheme in SCHEMES:
            _set(rf"{CAPABILITIES}\URLAssociations", scheme, PROGRAM_ID)
        _set(REGISTERED, "Warifu", CAPABILITIES)


def _open(path: str, access: int = winreg.KEY_READ) -> winreg.HKEYType:
    return winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, 0, access)


def _set(path: str, name: str, value: str) -> None:
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, path) as key:
        winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)


def _value(path: str, name: str) -> str:
    try:
        with _open(path) as key:
            return str(winreg.QueryValueEx(key, name)[0])
    except OSError:
        return ""


def _command_of(path: str) -> str:
    return _value(rf"{path}\{_COMMAND}", "")


def _choice(scheme: str) -> str:
    return _value(_CHOICE.format(scheme=scheme), "ProgId")


def _content(path: str) -> tuple[Values, list[str]]:
    """Values and names of the keys below a key. Raises FileNotFoundError where there is none."""
    with _open(path) as key:
        below, values, _changed = winreg.QueryInfoKey(key)
        return (
            [winreg.EnumValue(key, number) for number in range(values)],
            [winreg.EnumKey(key, number) for number in range(below)],
        )


def _copy(source: str, target: str, depth: int = _DEEPEST) -> None:
    """Copy a key with all below it, except our own mark; nothing where there is none."""
    try:
        values, below = _content(source)
    except FileNotFoundError:
        return
    below = [name for name in below if not (name == "Warifu" and source.startswith(KEPT))]
    if depth == _DEEPEST and not values and not below:
        return
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, target) as key:
        for name, value, kind in values:
            winreg.SetValueEx(key, name, 0, kind, value)
    for name in below if depth else []:
        _copy(rf"{source}\{name}", rf"{target}\{name}", depth - 1)


def _delete(path: str) -> None:
    """Delete a key with all below it; harmless where there is none."""
    try:
        _values, below = _content(path)
    except FileNotFoundError:
        return
    for name in below:
        _delete(rf"{path}\{name}")
    winreg.DeleteKey(winreg.HKEY_CURRENT_USER, path)


@contextlib.contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise NotPossible(
            "Windows did not let Warifu change which program opens links.",
            str(problem.strerror or problem),
            "An administrator of this computer may have forbidden it.",
        ) from None


def _tell_shell() -> None:
    """Have Windows read the keys again now instead of at the next login."""
    ctypes.windll.shell32.SHChangeNotify(_ASSOCIATIONS_CHANGED, 0, None, None)
