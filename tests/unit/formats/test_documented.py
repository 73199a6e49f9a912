"""docs/formats.md lists every format as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from warifu.formats.base import Form
from warifu.formats.registry import FORMATS

PAGE = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")


def _said(forms: Form) -> str:
    return ", ".join((form.name or "").lower() for form in forms) or "–"


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.id)
def test_each_has_its_line_and_its_section(each) -> None:
    written = _said(each.writer.forms if each.writer else Form.NONE)
    assert f"| `{each.id}` | {each.name} | {_said(each.forms)} | {written} |" in PAGE
    assert any(
        f"`{each.id}`" in line or each.name in line for line in PAGE.splitlines() if line[:4] == "### "
    )


def test_ids_and_names_are_each_given_once() -> None:
    assert len({each.id for each in FORMATS}) == len(FORMATS)
    assert len({each.name for each in FORMATS}) == len(FORMATS)
