"""docs/performance.md in sections, each written by a benchmark of its own and left alone by the others."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
_TITLE = "# Performance\n"


def write_section(name: str, text: str, page: Path = PAGE) -> None:
    """Put ``text`` into the section of that name, at the end of the page if there is none yet."""
    begin, end = f"<!-- begin {name} -->\n", f"<!-- end {name} -->\n"
    section = f"{begin}{text.strip()}\n{end}"
    old = page.read_text(encoding="utf-8") if page.exists() else _TITLE
    place = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    new = place.sub(lambda _: section, old) if place.search(old) else f"{old.rstrip()}\n\n{section}"
    page.write_text(new, encoding="utf-8")
