"""What Warifu says of itself."""

from __future__ import annotations

from itertools import pairwise

import pytest

from warifu.desktop import i18n
from warifu.desktop.about import About


@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_lies_over_anything(qapp, qtbot, language: str) -> None:
    i18n.install(qapp, language)
    try:
        about = About()
    finally:
        i18n.install(qapp, "en")
    qtbot.addWidget(about)
    with qtbot.waitExposed(about):
        about.show()
    column = about.layout()
    items = [item for place in range(column.count()) if (item := column.itemAt(place)).widget()]
    for above, below in pairwise(item.widget() for item in items):
        assert above.geometry().bottom() < below.geometry().top()
        assert below.height() >= below.heightForWidth(below.width())
