"""Default programs in ``mimeapps.list`` (freedesktop.org, MIME Application Associations 1.0.1); pure text.

A key of ``[Default Applications]`` lists desktop files, and the first that is installed is used. So ours is
put before what is there, and taking it out again brings back what was before. Other lines stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

DEFAULTS = "[Default Applications]"
_REMOVED = "[Removed Associations]"


def first_default(text: str, mime_type: str) -> str:
    """The desktop file that the text names first for a type; empty where it says nothing of it."""
    for group, line in _grouped(text):
        if group == DEFAULTS and _key(line) == mime_type and (names := _names(line)):
            return names[0]
    return ""


def with_first(text: str, mime_types: Iterable[str], name: str) -> str:
    """The text with ``name`` as the first default of every type, and no longer among the removed ones."""
    wanted = list(mime_types)
    there = {_key(line) for group, line in _grouped(text) if group == DEFAULTS}

    def changed(group: str, line: str) -> str | None:
        if _key(line) not in wanted:
            return line
        others = [each for each in _names(line) if each != name]
        if group == DEFAULTS:
            return _line(_key(line), [name, *others])
        return _line(_key(line), others) if group == _REMOVED else line

    new = [_line(mime_type, [name]) for mime_type in wanted if mime_type not in there]
    return _with_lines(_mapped(text, changed), [line for line in new if line])


def without(text: str, mime_types: Iterable[str], name: str) -> str:
    """The text that no longer names ``name`` for these types; a key or group that held it alone goes."""
    wanted = set(mime_types)

    def changed(group: str, line: str) -> str | None:
        if group == _REMOVED or _key(line) not in wanted or name not in _names(line):
            return line
        return _line(_key(line), [each for each in _names(line) if each != name])

    return _mapped(text, changed)


def _grouped(text: str) -> list[tuple[str, str]]:
    """Each line with the group it stands in; the group's own line with its own name."""
    group, lines = "", []
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip()
        lines.append((group, line))
    return lines


def _mapped(text: str, change: Callable[[str, str], str | None]) -> str:
    kept = [new for group, line in _grouped(text) if (new := change(group, line)) is not None]
    return "".join(f"{line}\n" for line in kept)


def _with_lines(text: str, new: list[str]) -> str:
    """The text with new lines at the head of the defaults, which are made where there are none."""
    if not new:
        return text
    lines = text.splitlines()
    heads = [number for number, line in enumerate(lines) if line.strip() == DEFAULTS]
    if not heads:
        lines += [*([""] if lines and lines[-1] else []), DEFAULTS]
        heads = [len(lines) - 1]
    lines[heads[0] + 1 : heads[0] + 1] = new
    return "".join(f"{line}\n" for line in lines)


def _key(line: str) -> str:
    return "" if line.startswith(("#", "[")) else line.partition("=")[0].strip()


def _names(line: str) -> list[str]:
    return [name for each in line.partition("=")[2].split(";") if (name := each.strip())]


def _line(key: str, names: list[str]) -> str | None:
    return f"{key}={';'.join(names)};" if names else None
