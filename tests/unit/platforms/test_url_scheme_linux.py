"""The desktop file and the default programs of a user, in a home of the test's own, as xdg-utils see them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.core.errors import NotPossible
from warifu.platforms.url_scheme import handler, mimeapps
from warifu.platforms.url_scheme.base import SCHEMES, Reading, State
from warifu.platforms.url_scheme.command import opening_command
from warifu.platforms.url_scheme.linux import NAME, TYPES, LinuxHandler, desktop_entry

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="desktop files")
COMMAND = (sys.executable, "-I", "-m", "warifu")
ON, OFF = Reading(State.ON), Reading(State.OFF)
OTHER = "[Desktop Entry]\nType=Application\nName=Other\nExec=true %u\nMimeType=x-scheme-handler/otpauth;\n"
LISTED = """# mine
[Added Associations]
text/plain=editor.desktop;

[Default Applications]
text/html=firefox.desktop
x-scheme-handler/otpauth=other.desktop
\t# odd   line = kept

[Removed Associations]
x-scheme-handler/otpauth=bad.desktop;warifu-links.desktop;
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    return tmp_path


def files(home: Path) -> dict[str, str]:
    return {
        str(path.relative_to(home)): path.read_text()
        for path in home.rglob("*")
        if path.is_file() and path.name != "mimeinfo.cache"
    }


def asked(scheme: str) -> str:
    """What xdg-mime takes for the program of a scheme."""
    command = ["xdg-mime", "query", "default", f"x-scheme-handler/{scheme}"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def test_on_and_off_leave_nothing_behind(home: Path) -> None:
    links = LinuxHandler(COMMAND)
    assert links.read() == OFF
    links.turn_on()
    assert links.read() == ON
    assert LinuxHandler(COMMAND).read() == ON, "it is the system that knows"
    links.turn_on()
    assert links.read() == ON
    links.turn_off()
    assert links.read() == OFF
    assert files(home) == {}
    links.turn_off()


@pytest.mark.skipif(not shutil.which("xdg-mime"), reason="xdg-utils")
def test_other_programs_see_it_and_see_the_old_one_again(home: Path) -> None:
    other = home / "data" / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text(OTHER)
    (home / "config").mkdir()
    (home / "config" / "mimeapps.list").write_text(LISTED)
    assert asked("otpauth") == "other.desktop"
    links = LinuxHandler(COMMAND)
    links.turn_on()
    assert [asked(scheme) for scheme in SCHEMES] == [NAME] * 3
    links.turn_off()
    assert asked("otpauth") == "other.desktop"
    assert [asked(scheme) for scheme in SCHEMES[1:]] == ["", ""]


def test_what_others_wrote_into_the_list_stays(home: Path) -> None:
    path = home / "config" / "mimeapps.list"
    path.parent.mkdir()
    path.write_text(LISTED)
    path.chmod(0o640)
    links = LinuxHandler(COMMAND)
    links.turn_on()
    text = path.read_text()
    assert f"x-scheme-handler/otpauth={NAME};other.desktop;\n" in text
    assert "x-scheme-handler/otpauth=bad.desktop;\n" in text
    assert path.stat().st_mode & 0o777 == 0o640
    links.turn_off()
    kept = LISTED.replace("bad.desktop;warifu-links.desktop;", "bad.desktop;")
    assert path.read_text() == kept.replace("=other.desktop\n", "=other.desktop;\n")


def test_a_list_of_the_running_desktop_has_the_say(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "Ubuntu:GNOME")
    path = home / "config" / "gnome-mimeapps.list"
    path.parent.mkdir()
    before = "[Default Applications]\nx-scheme-handler/otpauth=other.desktop;\n"
    path.write_text(before)
    links = LinuxHandler(COMMAND)
    links.turn_on()
    assert links.read() == ON
    path.write_text(before)
    assert links.read() == OFF, "the user chose another program there"
    links.turn_on()
    links.turn_off()
    assert files(home) == {"config/gnome-mimeapps.list": before}


def test_a_link_to_the_list_stays_one(home: Path) -> None:
    (home / "dotfiles").mkdir()
    real = home / "dotfiles" / "mimeapps"
    real.write_text("")
    (home / "config").mkdir()
    (home / "config" / "mimeapps.list").symlink_to(real)
    links = LinuxHandler(COMMAND)
    links.turn_on()
    assert NAME in real.read_text()
    links.turn_off()
    assert (home / "config" / "mimeapps.list").is_symlink()
    assert NAME not in real.read_text()


def test_another_copy_is_another_program(home: Path) -> None:
    LinuxHandler(COMMAND).turn_on()
    moved = LinuxHandler(("/somewhere/else/warifu",))
    assert moved.read() == OFF
    moved.turn_on()
    assert moved.read() == ON
    assert LinuxHandler(COMMAND).read() == OFF
    moved.turn_off()
    assert files(home) == {}


@pytest.mark.parametrize("place", ["data", "config"])
def test_a_place_that_cannot_be_written_is_one_sentence(home: Path, place: str) -> None:
    (home / place).write_text("in the way")
    with pytest.raises(NotPossible) as refusal:
        LinuxHandler(COMMAND).turn_on()
    assert "could not be written" in str(refusal.value)
    assert (home / place).read_text() == "in the way"
    assert LinuxHandler(COMMAND).read() == OFF


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils")
@pytest.mark.parametrize(
    "command", [COMMAND, ("/a b/100%/w$`\\\"'ö", "--profile", "/tmp/x y"), opening_command()]
)
def test_the_desktop_file_is_valid(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / NAME
    path.write_text(desktop_entry(command))
    told = subprocess.run(["desktop-file-validate", str(path)], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (0, "")


def test_arguments_are_quoted_as_the_specification_says() -> None:
    text = desktop_entry(("/a b/w", "--profile", "/100%/$x\\y"))
    assert 'Exec="/a b/w" --profile "/100%%/\\\\$x\\\\\\\\y" %u\n' in text
    assert "TryExec=/a b/w\n" in text


def test_the_command_starts_this_warifu(home: Path) -> None:
    command = [*opening_command(), "--version"]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=os.sep)
    assert told.stdout.startswith("Warifu ")
    assert isinstance(handler(command), LinuxHandler)


_LINES = st.lists(
    st.sampled_from(
        [
            "[Default Applications]",
            "[Added Associations]",
            "[Removed Associations]",
            "",
            "# note",
            "text/plain=a.desktop",
            f"{TYPES[0]}=b.desktop;c.desktop;",
            f"{TYPES[1]}=d.desktop;",
            f"{TYPES[0]}=",
            "=;",
            "noise",
        ]
    ),
    max_size=12,
)


@given(_LINES)
def test_the_first_default_is_ours_and_then_what_it_was(lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    before = [mimeapps.first_default(text, each) for each in TYPES]
    on = mimeapps.with_first(text, TYPES, NAME)
    assert [mimeapps.first_default(on, each) for each in TYPES] == [NAME] * len(TYPES)
    assert mimeapps.with_first(on, TYPES, NAME) == on
    off = mimeapps.without(on, TYPES, NAME)
    assert NAME not in off
    assert [mimeapps.first_default(off, each) for each in TYPES] == before
    other = [line for line in lines if not line.startswith("x-scheme") and line != mimeapps.DEFAULTS]
    assert [line for line in off.splitlines() if line in other and line] == [line for line in other if line]
