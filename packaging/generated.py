"""Resources that are made from others: the icon catalogue and the compiled translations."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import bootstrap
import environments
from telling import Refused, say

if TYPE_CHECKING:
    from bootstrap import Environment


def make_icons(environment: Environment) -> None:
    """Build the icon catalogue unless it is there already. What it is made from is not kept."""
    icons = Path(bootstrap.ICONS)
    if bootstrap.is_fresh(bootstrap.ICONS, bootstrap.ICON_SOURCES):
        return
    say("brand icons")
    aside = Path(environment.folder) / "icon-sources"
    environments.remove(aside)
    script, lock = bootstrap.ICON_SOURCES[:2]
    try:
        environments.install_aside(environment, lock, aside)
        environments.run([environment.python, script], PYTHONPATH=str(aside))
    finally:
        environments.remove(aside)
    _mark_fresh(icons, bootstrap.ICON_SOURCES)


def make_translations(environment: Environment) -> None:
    """Compile each translation that changed; without the compiler the window speaks English."""
    for source, target in bootstrap.translations():
        if bootstrap.is_fresh(target, (source,)):
            continue
        say(f"translation {Path(source).stem}")
        compile_translation(environment.python, source, target)


def compile_translation(python: str, source: str, target: str) -> None:
    """Compile one translation with Qt's own compiler, which comes with PySide6."""
    tool = "from PySide6.scripts.pyside_tool import lrelease; lrelease()"
    aside = Path(target + ".new")
    environments.run([python, "-I", "-c", tool, "-silent", source, "-qm", str(aside)])
    if not aside.exists():
        raise Refused(f"The translation {source} could not be compiled.")
    aside.replace(target)
    _mark_fresh(Path(target), (source,))


def _mark_fresh(made: Path, sources: tuple[str, ...]) -> None:
    """Date it after what it is made from, also where a clock is wrong, or each start would make it again."""
    when = max([time.time_ns(), *(Path(source).stat().st_mtime_ns for source in sources)])
    os.utime(made, ns=(when, when))
