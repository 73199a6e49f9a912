"""From a fresh checkout to a running program, with nothing but Python.

Every start passes here, so a start with nothing to do imports nothing and reads one small file: the copy of
the lock that the environment was made from. Whatever is missing is made by ``preparing``, imported then.
Old Pythons read this file too, in order to say that they are too old.
"""

from __future__ import annotations

import os
import sys

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WINDOWS = os.name == "nt"


class Environment:
    """A virtual environment beside the checkout, and the lock that it follows."""

    def __init__(self, folder: str, lock: str) -> None:
        self.folder = os.path.join(ROOT, folder)
        self.lock = os.path.join(ROOT, "packaging", lock)
        self.python = os.path.join(self.folder, r"Scripts\python.exe" if WINDOWS else "bin/python")
        self.made_from = os.path.join(self.folder, "made-from.txt")
        self.window_ready = os.path.join(self.folder, "window-ready")

    def wanted(self) -> bytes:
        """What ``made_from`` holds in an environment that is whole and follows the lock."""
        return b"# Python %d.%d\n" % sys.version_info[:2] + read(self.lock)

    def is_ready(self) -> bool:
        """Whether nothing is missing to run without a window."""
        return read(self.made_from) == self.wanted() and is_fresh(ICONS, ICON_SOURCES)

    def is_ready_for_windows(self) -> bool:
        """Whether the system's libraries were looked at and the translations are compiled."""
        return os.path.exists(self.window_ready) and all(is_fresh(out, (ts,)) for ts, out in translations())


APP = Environment(".venv", "requirements.txt")
TESTS = Environment(".venv-tests", "requirements-tests.txt")

ICONS = os.path.join(ROOT, "resources", "icons.bin")
ICON_SOURCES = tuple(
    os.path.join(ROOT, *name.split("/"))
    for name in (
        "packaging/build_icons.py",
        "packaging/requirements-build.txt",
        "app/warifu/icons/catalogue.py",
        "app/warifu/icons/names.py",
        "app/warifu/icons/everyday.txt",
        "app/warifu/icons/services.txt",
        "packaging/more_brands.toml",
    )
)


def translations() -> list[tuple[str, str]]:
    """Each translation and the compiled file that belongs to it."""
    folder = os.path.join(ROOT, "resources", "translations")
    names = os.listdir(folder) if os.path.isdir(folder) else []
    sources = [os.path.join(folder, name) for name in sorted(names) if name.endswith(".ts")]
    return [(source, source[:-3] + ".qm") for source in sources]


def start_app(arguments: list[str]) -> int:
    """Run Warifu in its environment. Replaces this process where the system can."""
    if is_too_old():
        return 1
    whole = APP.is_ready()
    if not (whole and APP.is_ready_for_windows()):
        window = wants_window(arguments)
        if window or not whole:
            import preparing

            if not preparing.prepare_app(APP, window=window):
                return 1
    utf8 = ["-X", "utf8"] if WINDOWS else []  # else a pipe speaks whatever the code page is
    return run([APP.python, "-I", *utf8, "-m", "warifu", *arguments])


def start_tests(arguments: list[str]) -> int:
    """Run pytest in the tests' environment, from the root of the checkout."""
    if is_too_old():
        return 1
    import preparing

    if not preparing.prepare_tests(TESTS):
        return 1
    os.chdir(ROOT)
    return run([TESTS.python, "-m", "pytest", *preparing.pytest_defaults(arguments), *arguments])


def start_benchmarks(script: str, arguments: list[str]) -> int:
    """Run a script of ``tests/benchmarks`` in the tests' environment, with the programs that it measures."""
    if is_too_old():
        return 1
    import preparing

    if not preparing.prepare_benchmarks(TESTS):
        return 1
    return run([TESTS.python, script, *arguments])


def wants_window(arguments: list[str]) -> bool:
    """Whether Warifu will open a window, which needs more of the system than the command line does."""
    sys.path.insert(0, os.path.join(ROOT, "app"))
    from warifu.__main__ import has_display, window_options

    return has_display() and window_options(arguments) is not None


def is_too_old() -> bool:
    """Whether this Python cannot run Warifu; then says so."""
    if sys.version_info >= OLDEST:
        return False
    oldest, this = (".".join(str(part) for part in version[:2]) for version in (OLDEST, sys.version_info))
    command = ("py -" if WINDOWS else "python") + oldest
    sys.stderr.write(
        f"Warifu needs Python {oldest} or newer, and this is {this}; "
        f"install one and start it with: {command} {os.path.basename(sys.argv[0])}\n"
    )
    return True


def run(command: list[str]) -> int:
    """Become ``command``; where the system has no such thing, run it and give its exit status."""
    if not WINDOWS:
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    import signal
    import subprocess

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the program's to answer
    return subprocess.call(command)


def is_fresh(made: str, sources: tuple[str, ...]) -> bool:
    """Whether ``made`` is there and none of ``sources`` changed since."""
    try:
        when = os.stat(made).st_mtime_ns
        return all(os.stat(source).st_mtime_ns <= when for source in sources)
    except OSError:
        return False


def read(path: str) -> bytes:
    """The bytes of a file; nothing if it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""
