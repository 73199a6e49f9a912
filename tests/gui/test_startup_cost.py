"""What the first window must not wait for."""

from __future__ import annotations

import subprocess
import sys

_SCRIPT = """
import sys
from pathlib import Path
from PySide6 import QtCore
from warifu.desktop.app import _bare_application
from warifu.desktop.main_window import MainWindow
from warifu.settings.file import Settings

app = _bare_application()
window = MainWindow()
window.take_place(Settings(Path(sys.argv[1])))
window.show()
heavy = ("cryptography", "pyotp", "zxcvbn", "platformdirs", "PySide6.QtNetwork")
late = ("warifu.desktop.theme", "warifu.vault", "warifu.desktop.accounts", "warifu.core.otp")
print("Qt" in QtCore.__dict__, [name for name in heavy + late if name in sys.modules])
"""


def test_the_frame_needs_no_enumerations_no_colours_and_no_vault(tmp_path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(tmp_path / "settings.json")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "False []\n", done.stderr


_SPARING = """
import sys
from warifu.desktop.sparing import load_one_openssl, read_no_sources
load_one_openssl()
read_no_sources()
import hashlib, hmac, linecache
import warifu.desktop.main_window, warifu.desktop.compose
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
print(len(linecache.cache), [name for name in ("_hashlib", "_ssl") if sys.modules.get(name)])
print(hashlib.sha256(b"abc").hexdigest()[:8], hmac.digest(b"k", b"abc", "sha512").hex()[:8])
"""


def test_pyside_reads_no_sources_and_no_second_openssl_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", _SPARING], capture_output=True, text=True, check=False)
    assert done.stdout == "0 []\nba7816bf bb9ec770\n", done.stderr
