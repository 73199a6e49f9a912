"""Makes a virtual environment aside and puts it in its place when it is whole."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import bootstrap
from telling import Refused, output_of, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootstrap import Environment

_PIP = (
    "install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-warn-script-location",
    "--progress-bar", "off", "--require-hashes", "--only-binary", ":all:",
)  # fmt: skip
_LAST_LINES = 12


def make(environment: Environment) -> None:
    """Have the environment follow its lock. Raises Refused with the last words of what failed."""
    wanted = environment.wanted()
    if bootstrap.read(environment.made_from) == wanted:
        return
    fresh = Path(environment.folder + ".new")
    remove(fresh)
    say(f"virtual environment in {Path(environment.folder).name}")
    run([sys.executable, "-I", "-m", "venv", "--prompt", "warifu", str(fresh)])
    python = str(fresh / Path(environment.python).relative_to(environment.folder))
    say("Python packages, the largest of them Qt")
    run([python, "-m", "pip", *_PIP, "-r", environment.lock])
    _find_warifu(fresh)
    run([python, "-I", "-m", "compileall", "-q", str(Path(bootstrap.ROOT, "app", "warifu"))])
    _rename_inside(fresh, Path(environment.folder))
    (fresh / Path(environment.made_from).name).write_bytes(wanted)
    _put(fresh, Path(environment.folder))


def install_aside(environment: Environment, lock: str, folder: Path) -> None:
    """Install another lock into a folder of its own, for the length of a build."""
    run([environment.python, "-m", "pip", *_PIP, "--target", str(folder), "-r", lock])


def run(command: Sequence[str], **variables: str) -> None:
    """Run it quietly. Raises Refused with its last lines if it fails."""
    status, lines = output_of(command, **variables)
    if status:
        what = " ".join(command[1:4])
        raise Refused(
            "\n".join([*lines[-_LAST_LINES:], f"The set-up stopped, since this failed: python {what}"])
        )


def remove(folder: Path) -> None:
    """Delete a folder that may not be there."""
    if folder.exists():
        shutil.rmtree(folder)


def _find_warifu(folder: Path) -> None:
    """Let the environment import Warifu from the checkout, wherever the two are moved to together."""
    site = next(path for path in folder.rglob("site-packages") if path.parent.parent.name != "_vendor")
    up = [os.pardir] * (len(site.relative_to(folder).parts) + 1)
    (site / "warifu-checkout.pth").write_text(f"{Path(*up, 'app')}\n", encoding="utf-8")


def _rename_inside(folder: Path, final: Path) -> None:
    """Programs of an environment name its folder; drop those that cannot be told the new one."""
    for path in (folder / ("Scripts" if bootstrap.WINDOWS else "bin")).iterdir():
        if path.is_symlink() or path.is_dir() or path.name.startswith("python"):
            continue
        content = path.read_bytes()
        if path.suffix == ".exe":
            path.unlink()
        elif os.fsencode(folder) in content:
            path.write_bytes(content.replace(os.fsencode(folder), os.fsencode(final)))


def _put(fresh: Path, final: Path) -> None:
    """Swap the new environment in; whatever was there is deleted last."""
    old = Path(f"{final}.old")
    remove(old)
    if final.exists():
        _rename(final, old)
    _rename(fresh, final)
    shutil.rmtree(old, ignore_errors=True)


def _rename(source: Path, target: Path) -> None:
    """Rename a folder, patiently: on Windows a virus scanner may still hold its files."""
    for wait in (0.1, 0.5, 2.0, 5.0):
        try:
            source.rename(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    source.rename(target)
