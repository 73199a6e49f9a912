"""What Warifu is made of, as CycloneDX 1.5 JSON: ``python packaging/sbom.py > warifu.cdx.json``.

Read from the lock alone, so it names what every installation may have; packages that only some systems or
versions of Python get carry their condition. The same lock and version give the same bytes.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.txt"
_PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^\s;\\]+)(?: ; (?P<condition>[^\\]+?))? \\?$")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def version() -> str:
    """The version of Warifu, without importing it."""
    text = (ROOT / "app" / "warifu" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise ValueError("no version in app/warifu/__init__.py")
    return found[1]


def components(lock: str) -> list[dict[str, Any]]:
    """Every pinned package with the hashes of all its files. Raises ValueError for a line that is no pin."""
    made = []
    for entry in re.split(r"\n(?=\S)", lock.strip()):
        pin = _PIN.match(entry.partition("\n")[0])
        if pin is None:
            raise ValueError(f"not a pinned package: {entry.partition(' ')[0]}")
        purl = f"pkg:pypi/{pin['name']}@{pin['version']}"
        component: dict[str, Any] = {
            "type": "library", "bom-ref": purl, "name": pin["name"], "version": pin["version"], "purl": purl,
            "hashes": [{"alg": "SHA-256", "content": each} for each in _HASH.findall(entry)],
        }  # fmt: skip
        if pin["condition"]:
            component["properties"] = [{"name": "warifu:condition", "value": pin["condition"]}]
        made.append(component)
    return made


def bill(lock: str) -> dict[str, Any]:
    """The whole bill of materials."""
    own = {"type": "application", "bom-ref": "warifu", "name": "warifu", "version": version()}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": own | {"licenses": [{"license": {"id": "GPL-3.0-or-later"}}]}},
        "components": components(lock),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(bill(LOCK.read_text(encoding="utf-8")), indent=1) + "\n")
