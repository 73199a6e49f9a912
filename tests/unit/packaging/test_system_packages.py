"""What is asked of the operating system, with package managers that only note what they were told."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="package managers of Linux")


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A system with only the programs that a test puts there, none of Qt's libraries, and no fonts."""
    monkeypatch.syspath_prepend(Path(__file__).resolve().parents[3] / "packaging")
    import system_packages

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(system_packages, "_loads", lambda _library: False)
    monkeypatch.setattr(system_packages, "_FONT_FOLDERS", ())
    return System(tmp_path, system_packages, monkeypatch)


class System:
    def __init__(self, folder: Path, module, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.module = module
        self._patch = monkeypatch

    def has(self, *programs: str, status: int = 0) -> None:
        """Put programs there that write down their arguments."""
        for name in programs:
            path = self.folder / name
            path.write_text(
                f'#!/bin/sh\necho "{name} $@" >> {self.folder}/told\necho no luck\nexit {status}\n'
            )
            path.chmod(0o755)

    def user(self, number: int) -> None:
        self._patch.setattr(os, "geteuid", lambda: number)

    def told(self) -> list[str]:
        path = self.folder / "told"
        return path.read_text().splitlines() if path.exists() else []


def test_root_on_debian_gets_what_is_missing(system) -> None:
    system.has("apt-get")
    system.user(0)
    system.module.install(system.module.for_window(), system.module.nice_to_have())
    update, install, *welcome = system.told()
    assert update.endswith("update -qq")
    assert "libxcb-cursor0" in install
    assert "libegl1" in install
    assert [line.split()[-1] for line in welcome] == ["fonts-dejavu-core", "fonts-noto-cjk"]


def test_a_user_without_rights_is_told_the_command_and_nothing_is_tried(system) -> None:
    system.has("apt-get")
    system.has("sudo", status=1)
    system.user(1000)
    with pytest.raises(system.module.Refused) as refused:
        system.module.install(["python3.11-venv", "libegl1"], ["fonts-noto-cjk"])
    assert str(refused.value).endswith("type: sudo apt-get install python3.11-venv libegl1")
    assert set(system.told()) == {"sudo -n true"}


def test_a_user_who_may_without_a_password_does(system) -> None:
    system.has("apt-get", "sudo")
    system.user(1000)
    system.module.install(["libegl1"])
    assert any(line.startswith("sudo -n") and line.endswith("libegl1") for line in system.told())


def test_only_nice_things_missing_never_stops_a_user(system) -> None:
    system.has("apt-get")
    system.user(1000)
    system.module.install([], ["fonts-noto-cjk"])
    assert system.told() == []


def test_a_manager_that_fails_is_quoted(system) -> None:
    system.has("apt-get", status=100)
    system.user(0)
    with pytest.raises(system.module.Refused, match=r"sudo apt-get install libegl1 \(no luck\)"):
        system.module.install(["libegl1"])


@pytest.mark.parametrize(
    ("manager", "package"),
    [("dnf", "libEGL.so.1()(64bit)"), ("zypper", "libEGL.so.1()(64bit)"), ("pacman", "qt6-base")],
)
def test_other_systems_are_asked_in_their_own_words(system, manager: str, package: str) -> None:
    system.has(manager)
    system.user(0)
    needed = system.module.for_window()
    assert package in needed
    system.module.install(needed)
    assert package in system.told()[-1]


def test_wayland_needs_no_libraries_of_x_servers(system, monkeypatch) -> None:
    system.has("apt-get")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert "libegl1" in system.module.for_window()
    assert not [name for name in system.module.for_window() if "xcb" in name]


def test_an_unknown_system_is_told_which_libraries(system) -> None:
    system.user(0)
    with pytest.raises(system.module.Refused, match=r"libEGL\.so\.1, "):
        system.module.install(system.module.for_window())


def test_a_system_that_has_everything_is_left_alone(system, monkeypatch) -> None:
    system.has("apt-get")
    monkeypatch.setattr(system.module, "_loads", lambda _library: True)
    assert system.module.for_window() == []
