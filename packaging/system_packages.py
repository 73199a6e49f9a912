"""What has to come from the operating system, and how it gets there.

Libraries are asked for by the name under which Qt loads them, so a system that has them is never touched.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from telling import Refused, output_of, say

if TYPE_CHECKING:
    from collections.abc import Sequence

# what Qt loads, and the Debian package that holds it; RPM finds packages by the library's name itself
WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}

_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_FONTS = (".ttf", ".otf", ".ttc", ".pfb")
_JAPANESE = (
    "cjk",
    "gothic",
    "mincho",
    "ipa",
    "takao",
    "migu",
    "mplus",
    "jp-",
    "jp_",
    "vlg",
    "droidsansfallback",
)

# what end-to-end tests drive: a desktop, and the hands and eyes of a person on it
TEST_PROGRAMS: dict[str, tuple[str, ...]] = {
    "apt-get": (
        "at-spi2-core", "dbus", "dbus-x11", "desktop-file-utils", "fonts-inter", "fonts-noto-cjk",
        "gir1.2-atspi-2.0", "gnome-keyring", "imagemagick", "keepassxc", "libsecret-tools", "libzbar0",
        "locales", "oathtool", "openbox", "openssh-client", "otpclient-cli", "procps", "pskctool",
        "python3-pyatspi", "strace", "trayer", "wmctrl", "x11-utils", "x11-xserver-utils", "xclip",
        "xdg-utils", "xdotool", "xvfb",
    ),
    "dnf": (
        "ImageMagick", "at-spi2-core", "dbus-daemon", "dbus-x11", "desktop-file-utils",
        "glibc-langpack-ja", "gnome-keyring", "google-noto-sans-cjk-fonts", "keepassxc", "libsecret",
        "oathtool", "openbox", "openssh-clients", "procps-ng", "python3-pyatspi", "rsms-inter-fonts",
        "strace", "trayer", "wmctrl", "xclip", "xdg-utils", "xdotool", "xdpyinfo",
        "xorg-x11-server-Xvfb", "xsetroot", "zbar-libs",
    ),
}  # fmt: skip

# what benchmarks measure Warifu beside
BENCHMARK_PROGRAMS: dict[str, tuple[str, ...]] = {
    "apt-get": ("keepassxc", "libzbar0"),
    "dnf": ("keepassxc", "zbar-libs"),
}


@dataclass(frozen=True, slots=True)
class Manager:
    """A package manager: its commands without the names of packages."""

    program: str
    install: tuple[str, ...]
    query: tuple[str, ...]  # fails for a package that is not installed
    update: tuple[str, ...] = ()


_APT = ("apt-get", "-o", "DPkg::Lock::Timeout=600")
MANAGERS = (
    Manager(
        "apt-get", (*_APT, "install", "-y", "-qq", "--no-install-recommends"),
        ("dpkg-query", "-W", "-f", "${db:Status-Abbrev}"), (*_APT, "update", "-qq"),
    ),
    Manager("dnf", ("dnf", "install", "-y", "-q"), ("rpm", "-q", "--whatprovides")),
    Manager("zypper", ("zypper", "--non-interactive", "--quiet", "install"), ("rpm", "-q", "--whatprovides")),
    Manager("pacman", ("pacman", "-S", "--noconfirm", "--needed", "--quiet"), ("pacman", "-Q")),
)  # fmt: skip


def manager() -> Manager | None:
    """The package manager of this system, if it has one that is known here."""
    if sys.platform in {"win32", "darwin"}:
        return None
    return next((each for each in MANAGERS if shutil.which(each.program)), None)


def for_environment() -> list[str]:
    """Packages without which no virtual environment can be made; Debian keeps that part of Python apart."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return []
    if not shutil.which("apt-get"):
        raise Refused(
            f"Warifu needs a Python that has the modules venv and ensurepip; {sys.executable} has not."
        )
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def for_window() -> list[str]:
    """Packages without which Qt opens no window. Under Wayland those for X servers can be done without."""
    wayland = os.environ.get("WAYLAND_DISPLAY")
    return _packages({key: name for key, name in WINDOW_LIBRARIES.items() if not (wayland and "xcb" in key)})


def nice_to_have() -> list[str]:
    """Packages that Warifu does without: letters where the system has none."""
    names = []
    fonts = [name.lower() for name in _font_files()]
    if shutil.which("apt-get"):
        if not fonts:
            names.append("fonts-dejavu-core")
        if not any(mark in name for name in fonts for mark in _JAPANESE):
            names.append("fonts-noto-cjk")
    return names


def for_tests() -> list[str]:
    """Programs that end-to-end tests drive, as far as this system has them packaged."""
    here = manager()
    return _missing_packages(here, TEST_PROGRAMS.get(here.program, ()) if here else ())


def for_benchmarks() -> list[str]:
    """The peers that Warifu is measured beside."""
    here = manager()
    return _missing_packages(here, BENCHMARK_PROGRAMS.get(here.program, ()) if here else ())


def require(needed: Sequence[str]) -> None:
    """Raise Refused with the command to type if something is needed that we may not install."""
    here = manager()
    if needed and (here is None or _rights() is None):
        raise Refused(_what_to_type(here, needed))


def install(needed: Sequence[str], welcome: Sequence[str] = ()) -> None:
    """Install what is needed, and what is welcome as far as possible. Raises Refused as ``require`` does."""
    require(needed)
    here = manager()
    prefix = _rights()
    if here is None or prefix is None or not (needed or welcome):
        return
    say("system packages: " + " ".join([*needed, *welcome]))
    if here.update:
        _run([*prefix, *here.update])
    if needed and (problem := _run([*prefix, *here.install, *needed])):
        raise Refused(f"{_what_to_type(here, needed)} ({problem})")
    for name in welcome:
        if _run([*prefix, *here.install, name]):
            say(f"left out, since it could not be installed: {name}")


def make_locale(name: str) -> None:
    """Make a language's locale where it is missing and may be made."""
    prefix = _rights()
    if prefix is None or not shutil.which("localedef"):
        return
    known = [each.lower().replace("-", "") for each in output_of(["locale", "-a"])[1]]
    if name.lower().replace("-", "") not in known:
        _run([*prefix, "localedef", "-i", name.partition(".")[0], "-f", "UTF-8", name])


def _packages(libraries: dict[str, str]) -> list[str]:
    if sys.platform in {"win32", "darwin"}:
        return []
    missing = [library for library in libraries if not _loads(library)]
    here = manager()
    if not missing or here is None or here.program in {"dnf", "zypper"}:
        bits = "()(64bit)" if here and sys.maxsize > 2**32 else ""
        return [library + bits for library in missing]
    if here.program == "pacman":
        return ["qt6-base"]
    return [libraries[library] for library in missing]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _missing_packages(here: Manager | None, wanted: Sequence[str]) -> list[str]:
    return [name for name in wanted if here and not _is_installed(here, name)]


def _font_files() -> list[str]:
    folders = [Path(name).expanduser() for name in _FONT_FOLDERS]
    return [
        path.name
        for folder in folders
        if folder.is_dir()
        for path in folder.rglob("*")
        if path.suffix in _FONTS
    ]


def _is_installed(here: Manager, name: str) -> bool:
    status, lines = output_of([*here.query, name])
    return status == 0 and (here.program != "apt-get" or lines[:1] == ["ii"])


def _rights() -> list[str] | None:
    """What to write before a command that only an administrator may give; None if we may not."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and output_of([sudo, "-n", "true"])[0] == 0:
        return [sudo, "-n"]
    return None


def _what_to_type(here: Manager | None, names: Sequence[str]) -> str:
    if here is None:
        return "Warifu needs parts of the operating system that are missing here: " + ", ".join(names)
    quoted = " ".join(f"'{name}'" if "(" in name else name for name in names)
    command = f"{here.program} {'-S' if here.program == 'pacman' else 'install'} {quoted}"
    return f"Warifu needs parts of the operating system that are missing here; type: sudo {command}"


def _run(command: Sequence[str]) -> str:
    """Run it quietly; the last line of what it said if it failed."""
    status, lines = output_of(command, DEBIAN_FRONTEND="noninteractive")
    return "" if status == 0 else (lines[-1] if lines else f"exit status {status}")
