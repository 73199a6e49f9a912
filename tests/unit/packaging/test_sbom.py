"""The bill of materials: every locked package, and nothing that is not locked."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LOCK = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8")

pytestmark = pytest.mark.safety(71)


def test_it_names_every_locked_package_with_all_its_hashes() -> None:
    command = [sys.executable, "-P", str(ROOT / "packaging" / "sbom.py")]
    told = subprocess.run(command, capture_output=True, check=True).stdout
    assert subprocess.run(command, capture_output=True, check=True).stdout == told
    bill = json.loads(told)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    named = {(each["name"], each["version"]) for each in bill["components"]}
    assert named == set(re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", LOCK, re.MULTILINE))
    hashes = [each["content"] for component in bill["components"] for each in component["hashes"]]
    assert sorted(hashes) == sorted(re.findall(r"sha256:([0-9a-f]{64})", LOCK))
    references = [each["bom-ref"] for each in bill["components"]]
    assert len(set(references)) == len(references)


def test_a_line_that_is_no_pin_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import sbom

    with pytest.raises(ValueError, match="not a pinned package"):
        sbom.components("somewhere @ file:///x \\\n    --hash=sha256:00")
