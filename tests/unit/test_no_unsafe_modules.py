"""What Warifu never imports: readers that run what they read, and ways to the network."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

APP = Path(__file__).resolve().parents[2] / "app" / "warifu"
RUN_WHAT_THEY_READ = {
    "pickle", "cPickle", "dill", "shelve", "marshal", "yaml", "jsonpickle", "javaobj", "code", "imp",
}  # fmt: skip
XML = {"xml.etree", "xml.dom", "xml.sax", "xml.parsers", "lxml"}  # defusedxml stands before them
NETWORK = {
    "urllib.request", "http", "httpx", "requests", "aiohttp", "ftplib", "smtplib", "telnetlib", "poplib",
    "imaplib", "xmlrpc", "socketserver", "PySide6.QtNetwork", "PySide6.QtWebEngineWidgets",
}  # fmt: skip
SOCKETS = {
    "platforms/clock/udp.py": "a time server, on a click",
    "__main__.py": "whether an X server listens on this computer",
    "platforms/bus_listener.py": "the shutdown of a D-Bus connection",
    "platforms/single_instance/posix.py": "the door of the running copy, a Unix socket",
    "desktop/signals.py": "a pair of sockets that wakes the event loop",
    "desktop/strategies/instance_socket.py": "the door of the running copy, a Unix socket",
    "scan/limits.py": "what it takes away",
}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def users_of(banned: set[str]) -> set[str]:
    return {
        f"{path.relative_to(APP).as_posix()}: {name}"
        for path in APP.rglob("*.py")
        for name in imported(path)
        if any(name == each or name.startswith(f"{each}.") for each in banned)
    }


@pytest.mark.safety(52)
def test_nothing_is_read_by_what_runs_it() -> None:
    assert users_of(RUN_WHAT_THEY_READ) == set()
    calls = {"eval", "exec", "compile", "__import__"}
    for path in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in calls, f"{path.name}:{node.lineno}"


@pytest.mark.safety(52)
def test_xml_is_read_behind_defusedxml_alone() -> None:
    names = {entry.rsplit(".", 1)[-1] for entry in users_of(XML)}
    types = {"ParseError", "SAXParseException", "ContentHandler", "AttributesImpl", "Element"}
    assert names <= types | {"escape"}, "types, and what writing needs"


@pytest.mark.safety(32, 71)
def test_nothing_can_fetch_anything_or_renew_itself() -> None:
    local = {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
    assert {entry.split(": ")[1] for entry in users_of(NETWORK)} <= local


@pytest.mark.safety(32)
def test_sockets_are_in_few_hands() -> None:
    hands = {entry.split(":")[0] for entry in users_of({"socket", "asyncio", "ssl"})}
    assert hands <= set(SOCKETS), hands - set(SOCKETS)
