"""``python3 app`` in small checkouts: set up from a lock of one package, made here, without any network."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
MODULES = ("bootstrap", "preparing", "environments", "generated", "system_packages", "telling")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks into environments as POSIX has them")

PROGRAM = """
import sys, warifu_dependency
print("arguments", sys.argv[1:])
print("input", sys.stdin.read())
print("from", warifu_dependency.VERSION)
sys.exit(7)
"""


class Checkout:
    """A copy of the real bootstrap around a small program that answers with what it was given."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.wheels = root.parent / "wheels"
        self.packaging = root / "packaging"
        self.packaging.mkdir(parents=True)
        self.wheels.mkdir(exist_ok=True)
        for name in MODULES:
            shutil.copy(ROOT / "packaging" / f"{name}.py", self.packaging)
        (root / "app" / "warifu" / "icons").mkdir(parents=True)
        shutil.copy(ROOT / "app" / "__main__.py", root / "app")
        (root / "app" / "warifu" / "__init__.py").touch()
        (root / "app" / "warifu" / "__main__.py").write_text(
            "def has_display():\n    return False\n\ndef window_options(_arguments):\n    return None\n\n"
            f"if __name__ == '__main__':\n{textwrap.indent(PROGRAM, '    ')}"
        )
        self.make_generated()

    def make_generated(self) -> None:
        """Everything that the icon catalogue is made from, and a newer catalogue."""
        listed = "import bootstrap; print(*bootstrap.ICON_SOURCES, sep=chr(10))"
        told = subprocess.run(
            [sys.executable, "-c", listed], cwd=self.packaging, capture_output=True, text=True, check=True
        )
        for path in told.stdout.splitlines():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).touch()
        (self.root / "resources").mkdir()
        (self.root / "resources" / "icons.bin").touch()

    def lock(self, version: str, *, wrong: bool = False) -> None:
        """Lock the dependency at a version, with the hash of its wheel or a wrong one."""
        wheel = make_wheel(self.wheels, version)
        digest = "0" * 64 if wrong else hashlib.sha256(wheel.read_bytes()).hexdigest()
        text = f"warifu-dependency=={version} \\\n    --hash=sha256:{digest}\n"
        (self.packaging / "requirements.txt").write_text(text)

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(self.root / "app"), *arguments]

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME")}
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "PIP_CONFIG_FILE": os.devnull}
        return kept | offline | {"PYTHONWARNINGS": "error"} | more

    def run(self, *arguments: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments),
            input=typed,
            env=self.environment(**more),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


def make_wheel(folder: Path, version: str) -> Path:
    """A package of one line, as a wheel (the binary distribution format of packaging.python.org)."""
    info = f"warifu_dependency-{version}.dist-info"
    files = {
        "warifu_dependency.py": f"VERSION = '{version}'\n",
        # pip compiles it, and leaves a folder among the programs
        f"warifu_dependency-{version}.data/scripts/warifu_tool.py": "#!python\nprint('a program')\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: warifu-dependency\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    for name, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")
        record += f"{name},sha256={digest},{len(text)}\n"
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n"
    path = folder / f"warifu_dependency-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in files.items():
            wheel.writestr(zipfile.ZipInfo(name), text)
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout that was set up once, and that no test changes."""
    checkout = Checkout(tmp_path_factory.mktemp("made") / "a checkout")
    checkout.lock("1.0")
    first = checkout.run("--help")
    assert first.returncode == 7, first.stderr
    assert "Setting up Warifu" in first.stderr
    return checkout


@pytest.fixture
def checkout(made: Checkout, tmp_path: Path) -> Checkout:
    """A copy of it, moved elsewhere: everything still works there."""
    root = tmp_path / "moved"
    shutil.copytree(made.root, root, symlinks=True)
    copy = Checkout.__new__(Checkout)
    copy.root, copy.packaging, copy.wheels = root, root / "packaging", made.wheels
    return copy


def test_arguments_input_and_exit_status_go_through(checkout: Checkout) -> None:
    told = checkout.run("code", "two words", "割符", "--json", "", typed="first\nsecond")
    assert told.stderr == ""
    assert told.returncode == 7
    assert "arguments ['code', 'two words', '割符', '--json', '']" in told.stdout
    assert "input first\nsecond" in told.stdout


def test_a_start_with_nothing_to_do_imports_nothing(checkout: Checkout) -> None:
    for module in MODULES[1:]:
        (checkout.packaging / f"{module}.py").unlink()  # nothing of the set-up is even there
    looked = (
        "import os, sys; before = set(sys.modules); import bootstrap; "
        "whole = bootstrap.APP.is_ready(); print(whole, sorted(set(sys.modules) - before))"
    )
    told = subprocess.run(
        [sys.executable, "-S", "-c", looked],
        cwd=checkout.packaging,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "True ['__future__', 'bootstrap']"
    assert checkout.run("list").returncode == 7


def test_a_changed_lock_is_followed(checkout: Checkout) -> None:
    checkout.lock("2.0")
    told = checkout.run("list")
    assert "from 2.0" in told.stdout
    assert "Python packages" in told.stderr
    assert checkout.run("list").stderr == ""
    assert not list(checkout.root.glob(".venv.new")) + list(checkout.root.glob(".venv.old"))


@pytest.mark.safety(71)
def test_a_package_that_is_not_the_locked_one_is_refused_and_what_worked_stays(checkout: Checkout) -> None:
    checkout.lock("3.0", wrong=True)
    told = checkout.run("list")
    assert told.returncode == 1
    assert told.stdout == ""
    assert "HASH" in told.stderr.upper()
    assert "The set-up stopped" in told.stderr
    checkout.lock("1.0")
    assert "from 1.0" in checkout.run("list").stdout


def test_an_interrupted_set_up_is_made_again(checkout: Checkout) -> None:
    (checkout.root / ".venv").rename(checkout.root / ".venv.new")  # killed before it was put in its place
    (checkout.root / ".venv.new" / "made-from.txt").unlink()
    told = checkout.run("list")
    assert told.returncode == 7
    assert "from 1.0" in told.stdout
    assert not (checkout.root / ".venv.new").exists()


def test_two_at_once_make_it_once(checkout: Checkout) -> None:
    checkout.lock("2.0")
    both = [
        subprocess.Popen(
            checkout.command("list"),
            env=checkout.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    told = [each.communicate(timeout=120) for each in both]
    assert all("from 2.0" in output for output, _ in told)
    assert sum("virtual environment" in error for _, error in told) == 1
    assert any("waiting" in error for _, error in told)


def test_a_folder_that_cannot_be_written_is_told(checkout: Checkout) -> None:
    (checkout.root / ".venv.lock").unlink()
    (checkout.root / ".venv.lock").mkdir()
    checkout.lock("2.0")
    told = checkout.run("list")
    assert told.returncode == 1
    assert str(checkout.root) in told.stderr
    assert "Traceback" not in told.stderr


def test_programs_of_the_environment_know_where_they_are(made: Checkout) -> None:
    paths = [path for path in (made.root / ".venv" / "bin").iterdir() if not path.is_symlink()]
    assert [path.name for path in paths if path.is_dir()] == ["__pycache__"]
    programs = [path for path in paths if path.is_file()]
    assert "warifu_tool.py" in {path.name for path in programs}
    assert not [path.name for path in programs if b".venv.new" in path.read_bytes()]


def test_an_older_python_is_told_which_it_needs(checkout: Checkout) -> None:
    old = "import sys, bootstrap; sys.version_info = (3, 9, 2); sys.argv = ['app']; bootstrap.start_app([])"
    told = subprocess.run(
        [sys.executable, "-c", old], cwd=checkout.packaging, capture_output=True, text=True, check=False
    )
    assert told.stderr == (
        "Warifu needs Python 3.11 or newer, and this is 3.9; install one and start it with: python3.11 app\n"
    )
