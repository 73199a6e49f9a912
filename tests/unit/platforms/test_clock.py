"""What each system says of its clock, without a network."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from private_bus import private_bus
from warifu.platforms.clock import linux, system_sync
from warifu.platforms.clock.linux import LinuxTime
from warifu.platforms.clock.windows import WindowsTime
from warifu.services.ports import Sync

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.safety(70)
FAKE = Path(__file__).resolve().parents[2] / "fake_timedate.py"
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus")


@contextlib.contextmanager
def timedated(answer: str) -> Iterator[dict[str, str]]:
    """The environment in which the system bus has a service that answers so."""
    with private_bus() as address:
        command = [sys.executable, str(FAKE), address, answer]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as service:
            assert service.stdout is not None
            assert service.stdout.readline() == "ready\n"
            yield {"DBUS_SYSTEM_BUS_ADDRESS": address}
            service.kill()


@on_linux
@pytest.mark.parametrize(
    ("answer", "kernel", "said"),
    [
        ("yes", Sync.NOT_KEPT, Sync.KEPT),
        ("no", Sync.KEPT, Sync.NOT_KEPT),
        ("error", Sync.KEPT, Sync.KEPT),
        ("odd", Sync.NOT_KEPT, Sync.NOT_KEPT),
        ("silent", Sync.UNKNOWN, Sync.UNKNOWN),
    ],
)
def test_the_service_is_asked_or_else_the_kernel(monkeypatch, answer, kernel, said) -> None:
    monkeypatch.setattr(linux, "of_kernel", lambda: kernel)
    monkeypatch.setattr(linux, "_QUICK", 0.5)
    with timedated(answer) as environ:
        assert LinuxTime(environ).read() is said


@on_linux
def test_without_a_bus_the_kernel_is_asked(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(linux, "of_kernel", lambda: Sync.KEPT)
    assert LinuxTime({"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={tmp_path}/none"}).read() is Sync.KEPT


@on_linux
def test_the_real_kernel_answers_and_agrees_with_its_own_flag() -> None:
    said = linux.of_kernel()
    if said is not Sync.UNKNOWN:
        told = linux._Timex(modes=0)
        import ctypes

        assert ctypes.CDLL(None).adjtimex(ctypes.byref(told)) >= 0
        assert (told.maxerror < 16_000_000) is (said is Sync.KEPT)
        assert 0 <= told.maxerror <= 16_000_000 * 2


_ENGLISH = "Leap Indicator: {leap}(no warning)\r\nStratum: 4 (secondary reference - syncd by (S)NTP)\r\n"
_JAPANESE = "閏インジケーター: {leap}(警告なし)\r\n階層: 4 (二次参照 - (S)NTP で同期)\r\n"


@pytest.mark.parametrize("printed", [_ENGLISH, _JAPANESE, "\r\n" + _ENGLISH])
@pytest.mark.parametrize(("leap", "said"), [("0", Sync.KEPT), ("1", Sync.KEPT), ("3", Sync.NOT_KEPT)])
def test_windows_prints_it_in_any_language(printed, leap, said) -> None:
    assert WindowsTime(lambda: "NTP", lambda: printed.format(leap=leap)).read() is said


def test_windows_that_keeps_no_time_is_not_asked_further() -> None:
    assert WindowsTime(lambda: "NoSync", lambda: _ENGLISH.format(leap=0)).read() is Sync.NOT_KEPT


def failing(problem: Exception):
    def fail() -> str:
        raise problem

    return fail


@pytest.mark.parametrize(
    "status",
    [
        failing(subprocess.CalledProcessError(1, "w32tm")),
        failing(subprocess.TimeoutExpired("w32tm", 5)),
        failing(FileNotFoundError()),
        lambda: "",
        lambda: "The service has not been started. (0x80070426)",
    ],
)
def test_windows_that_does_not_tell_is_unknown(status) -> None:
    assert WindowsTime(lambda: "NTP", status).read() is Sync.UNKNOWN
    assert WindowsTime(failing(OSError()), status).read() is Sync.UNKNOWN


def test_elsewhere_it_is_not_known() -> None:
    assert system_sync("darwin") is Sync.UNKNOWN
    if sys.platform != "win32":
        assert system_sync("win32") is Sync.UNKNOWN
