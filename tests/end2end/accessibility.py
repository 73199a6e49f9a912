"""Tell what a screen reader finds in an application, as a line of JSON for each line of input.

It is run by the system's Python, which has pyatspi.
"""

from __future__ import annotations

import json
import os
import sys

from gi.repository import Atspi, GLib, GObject  # noqa: F401 - loaded for all that follow

LIMIT = 400  # children of one thing


def tell(node, found: list[dict]) -> None:
    """Add a node that is shown and all below it."""
    try:
        states = [pyatspi.stateToString(state) for state in node.getState().getStates()]
        extents = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        row = {
            "role": node.getRoleName(),
            "name": node.name or "",
            "description": node.description or "",
            "text": text_of(node),
            "states": states,
            "x": extents.x,
            "y": extents.y,
            "width": extents.width,
            "height": extents.height,
        }
    except Exception:  # noqa: BLE001 - things come and go while they are looked at
        return
    if "showing" in states or row["role"] == "application":
        found.append(row)
    for child in children(node):
        tell(child, found)


def children(node) -> list:
    """What lies directly below; nothing where the node has gone."""
    try:
        return [node.getChildAtIndex(index) for index in range(min(node.childCount, LIMIT))]
    except Exception:  # noqa: BLE001
        return []


def text_of(node) -> str:
    """What a field holds."""
    try:
        return node.queryText().getText(0, -1)
    except Exception:  # noqa: BLE001 - has no text
        return ""


def name_of(application) -> str:
    """What an application is called; nothing where it has just gone or only just come."""
    try:
        return application.name or ""
    except Exception:  # noqa: BLE001
        return ""


def look(wanted: str) -> list[dict]:
    """Everything in the applications that are called so."""
    found: list[dict] = []
    for application in children(pyatspi.Registry.getDesktop(0)):
        if application and wanted.lower() in name_of(application).lower():
            for window in children(application):
                tell(window, found)
    return found


def main() -> None:
    """Answer each line, the name of an application, by a line.

    Each is answered by a process of its own, which remembers nothing of what was there before; what takes
    long to load is loaded once, and no more than loaded.
    """
    for line in sys.stdin:
        if os.fork() == 0:
            global pyatspi  # noqa: PLW0603
            import pyatspi  # which connects itself

            sys.stdout.write(json.dumps(look(line.strip())) + "\n")
            sys.stdout.flush()
            os._exit(0)
        os.wait()


if __name__ == "__main__":
    main()
