"""What a wheel needs besides the code: the resources, with the generated ones made first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface):
    """Builds the icon catalogue and compiles the translations, and ships them as ``warifu/resources``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make what is missing; an editable install finds the checkout's own resources."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "packaging"))
        import bootstrap
        import generated

        if not bootstrap.is_fresh(bootstrap.ICONS, bootstrap.ICON_SOURCES):
            subprocess.run([sys.executable, bootstrap.ICON_SOURCES[0]], check=True)
        for source, target in bootstrap.translations():
            generated.compile_translation(sys.executable, source, target)
        if version == "editable":
            return
        resources = root / "resources"
        for path in sorted(resources.rglob("*")):
            if path.is_file() and path.suffix != ".ts":
                name = path.relative_to(resources).as_posix()
                build_data["force_include"][str(path)] = f"warifu/resources/{name}"
