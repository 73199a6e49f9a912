"""Tell what a screen reader finds in an application, as JSON; for the system's Python, which has pyatspi."""

from __future__ import annotations

import json
import sys

import pyatspi

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


def main() -> None:
    """Look through the applications of the desktop."""
    found: list[dict] = []
    for application in children(pyatspi.Registry.getDesktop(0)):
        if application and sys.argv[1].lower() in name_of(application).lower():
            for window in children(application):
                tell(window, found)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
