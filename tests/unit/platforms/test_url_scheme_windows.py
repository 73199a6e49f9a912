"""The registry of the user who runs the test, whose keys for these schemes are kept and put back."""

from __future__ import annotations

import sys

import pytest

if sys.platform != "win32":
    pytest.skip("the registry", allow_module_level=True)

import winreg

from warifu.platforms.url_scheme.base import SCHEMES, Reading, State
from warifu.platforms.url_scheme.windows import (
    CAPABILITIES,
    CLASSES,
    KEPT,
    PROGRAM_ID,
    REGISTERED,
    WindowsHandler,
    _content,
    _copy,
    _delete,
    _set,
    _value,
)

COMMAND = (r"C:\Program Files\Warifu\Warifu.exe",)
OPENS = '"C:\\Program Files\\Warifu\\Warifu.exe" "%1"'
ASIDE = r"Software\WarifuTest"


@pytest.fixture(autouse=True)
def _as_before():
    for scheme in SCHEMES:
        _copy(rf"{CLASSES}\{scheme}", rf"{ASIDE}\{scheme}")
        _delete(rf"{CLASSES}\{scheme}")
    yield
    WindowsHandler(COMMAND).turn_off()
    for scheme in SCHEMES:
        _delete(rf"{CLASSES}\{scheme}")
        _copy(rf"{ASIDE}\{scheme}", rf"{CLASSES}\{scheme}")
    _delete(ASIDE)


def exists(path: str) -> bool:
    try:
        _content(path)
    except FileNotFoundError:
        return False
    return True


def test_on_and_off_leave_nothing_behind() -> None:
    links = WindowsHandler(COMMAND)
    assert links.read() == Reading(State.OFF)
    links.turn_on()
    links.turn_on()
    assert links.read() == Reading(State.ON)
    for scheme in SCHEMES:
        assert _value(rf"{CLASSES}\{scheme}", "") == f"URL:{scheme}"
        assert ("URL Protocol", "", winreg.REG_SZ) in _content(rf"{CLASSES}\{scheme}")[0]
        assert _value(rf"{CLASSES}\{scheme}\shell\open\command", "") == OPENS
        assert _value(rf"{CAPABILITIES}\URLAssociations", scheme) == PROGRAM_ID
    assert _value(REGISTERED, "Warifu") == CAPABILITIES
    links.turn_off()
    assert links.read() == Reading(State.OFF)
    assert not any(exists(rf"{CLASSES}\{name}") for name in (*SCHEMES, PROGRAM_ID))
    assert not exists(r"Software\Warifu")
    assert _value(REGISTERED, "Warifu") == ""


def test_what_another_program_had_written_comes_back() -> None:
    _set(rf"{CLASSES}\otpauth", "", "URL:Other")
    _set(rf"{CLASSES}\otpauth", "URL Protocol", "")
    _set(rf"{CLASSES}\otpauth\shell\open\command", "", 'other.exe "%1"')
    before = _content(rf"{CLASSES}\otpauth")
    links = WindowsHandler(COMMAND)
    links.turn_on()
    moved = WindowsHandler((r"D:\elsewhere\Warifu.exe",))
    assert moved.read() == Reading(State.OFF)
    moved.turn_on()
    assert moved.read() == Reading(State.ON)
    moved.turn_off()
    assert _content(rf"{CLASSES}\otpauth") == before
    assert _value(rf"{CLASSES}\otpauth\shell\open\command", "") == 'other.exe "%1"'
    assert not exists(KEPT)


def test_a_program_that_took_the_scheme_since_keeps_it() -> None:
    links = WindowsHandler(COMMAND)
    links.turn_on()
    _set(rf"{CLASSES}\otpauth\shell\open\command", "", 'new.exe "%1"')
    assert links.read() == Reading(State.OFF)
    links.turn_off()
    assert _value(rf"{CLASSES}\otpauth\shell\open\command", "") == 'new.exe "%1"'
    assert not exists(rf"{CLASSES}\apple-otpauth")


def test_a_choice_in_the_settings_of_windows_is_said() -> None:
    choice = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\otpauth\UserChoice"
    links = WindowsHandler(COMMAND)
    links.turn_on()
    _set(choice, "ProgId", "Other.Program")
    try:
        reading = links.read()
        assert reading.state is State.ON
        assert "another program" in str(reading.note)
    finally:
        _delete(choice.rpartition("\\")[0])
