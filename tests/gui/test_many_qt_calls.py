"""A process that calls Qt for a long time lives; see docs/decisions/qt-version.md."""

from __future__ import annotations

import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

class Teller(QObject):
    told = Signal(int)

app = QApplication([])
widget, teller, heard = QWidget(), Teller(), []
teller.told.connect(heard.append)
for number in range(30_000):
    widget.setToolTip(str(number))
    widget.setEnabled(number % 2 == 0)
    widget.update()
    teller.told.emit(number)
    widget.parent()
print(len(heard))
"""


def test_150_000_calls_into_qt_end_no_process() -> None:
    lived = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, timeout=60, check=False
    )
    assert lived.stderr == ""
    assert lived.returncode == 0
    assert lived.stdout.strip() == "30000"
