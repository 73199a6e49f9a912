"""Which marks keep a code out of clipboard histories, on each system."""

from __future__ import annotations

import ast
import struct
from pathlib import Path

import pytest

import warifu
from warifu.platforms.clipboard import confidential_formats

SOURCES = Path(warifu.__file__).parent


@pytest.mark.safety(27)
def test_windows_keeps_codes_out_of_history_cloud_and_viewers() -> None:
    no = struct.pack("<I", 0)
    assert confidential_formats("win32") == {
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': no,
        'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': no,
        'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': no,
        'application/x-qt-windows-mime;value="Clipboard Viewer Ignore"': no,
    }


@pytest.mark.safety(27)
def test_macos_conceals_and_says_that_it_is_transient() -> None:
    assert set(confidential_formats("darwin")) == {
        "org.nspasteboard.ConcealedType",
        "org.nspasteboard.TransientType",
    }


@pytest.mark.safety(27)
@pytest.mark.parametrize("platform", ["linux", "freebsd14"])
def test_other_desktops_get_the_password_managers_hint(platform: str) -> None:
    assert confidential_formats(platform) == {"x-kde-passwordManagerHint": b"secret"}


def test_nobody_can_change_the_table_by_accident() -> None:
    confidential_formats("linux").clear()
    assert confidential_formats("linux")


@pytest.mark.safety(28)
def test_one_module_alone_touches_the_clipboard() -> None:
    assert [path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.py") if _touches(path)] == [
        "desktop/strategies/clipboard.py"
    ]


def _touches(path: Path) -> bool:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and any(name.name == "QClipboard" for name in node.names):
            return True
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "clipboard"
        ):
            return True
    return False
