"""Keep the translations complete: ``python packaging/translations.py [--check]``.

Reads from the source every sentence that the window can show: the literals of ``tr`` and ``tr_n``, of
``Text`` and of the errors. Without an option the .ts files are brought up to date: new sentences are marked
unfinished, vanished ones dropped, translations kept. With ``--check`` nothing is written, and whatever is
out of date, unfinished or names other fields than its English is told. The command line speaks English only.
"""

from __future__ import annotations

import ast
import re
import string
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "app" / "warifu"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("ja",)
CONTEXT = "Warifu"

_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{}" sourcelanguage="en">
"""
_HAND_ON = {"desktop/i18n.py", "core/errors.py", "services/export_wire.py"}  # say what others give them
_CLASS = re.compile(r"^class (\w+)\((\w+)\):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One English sentence; of one with plural forms, the one for many things is its name."""

    english: str
    plural: bool
    file: str


class NotLiteral(Exception):
    """A sentence that cannot be read from the source; the message says where it is."""


def main() -> int:
    """Update or check every language; gives the exit status."""
    checking = sys.argv[1:] == ["--check"]
    found = sentences()
    problems: list[str] = []
    for language in LANGUAGES:
        path = FOLDER / f"warifu_{language}.ts"
        known = translated(path)
        wanted = as_ts(language, found, known)
        if checking:
            problems += problems_of(path, found, known, wanted)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted, encoding="utf-8")
            missing = sum(not known.get(each) for each in unique(found))
            print(f"{path.name}: {len(unique(found))} sentences, {missing} without a translation")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def sentences(folder: Path = SOURCE) -> list[Sentence]:
    """Every sentence of the source in its order, with repetitions. Raises NotLiteral."""
    files = [path for path in sorted(folder.rglob("*.py")) if path.relative_to(folder).parts[0] != "cli"]
    errors = error_names("\n".join(path.read_text(encoding="utf-8") for path in files))
    return [
        Sentence(english, plural, path.relative_to(folder.parent).as_posix())
        for path in files
        for english, plural in _in_file(path, errors)
    ]


def error_names(source: str) -> frozenset[str]:
    """AppError and the classes that come from it, wherever they are."""
    names = {"AppError"}
    bases = _CLASS.findall(source)
    for _ in range(len(bases)):
        more = {name for name, base in bases if base in names}
        if more <= names:
            break
        names |= more
    return frozenset(names)


def translated(path: Path) -> dict[str, str]:
    """The finished translations that a .ts file holds, by their English."""
    if not path.exists():
        return {}
    found = {}
    for message in ET.parse(path).iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        if translation is None or translation.get("type") == "unfinished":
            continue
        form = translation.find("numerusform")
        text = (translation if form is None else form).text or ""
        if text:
            found[message.findtext("source", "")] = text
    return found


def as_ts(language: str, found: list[Sentence], known: dict[str, str]) -> str:
    """The .ts file for these sentences."""
    plural = {each.english for each in found if each.plural}
    parts = [_HEAD.format(language), f"<context>\n    <name>{CONTEXT}</name>\n"]
    for english, files in unique(found).items():
        parts.append('    <message numerus="yes">\n' if english in plural else "    <message>\n")
        parts += [f'        <location filename="../../app/{file}"/>\n' for file in files]
        parts.append(f"        <source>{escape(english)}</source>\n")
        text = escape(known.get(english, ""))
        if english in plural:
            text = f"\n            <numerusform>{text}</numerusform>\n        "
        mark = "" if english in known else ' type="unfinished"'
        parts.append(f"        <translation{mark}>{text}</translation>\n    </message>\n")
    return "".join([*parts, "</context>\n</TS>\n"])


def unique(found: list[Sentence]) -> dict[str, list[str]]:
    """Each sentence once, with the files that say it."""
    files: dict[str, list[str]] = {}
    for each in found:
        places = files.setdefault(each.english, [])
        if each.file not in places:
            places.append(each.file)
    return files


def problems_of(path: Path, found: list[Sentence], known: dict[str, str], wanted: str) -> list[str]:
    """What keeps a translation from being complete, as lines."""
    name = path.name
    problems = [f"{name}: no translation of: {english}" for english in unique(found) if english not in known]
    problems += [
        f"{name}: not the fields of the English: {text}"
        for english, text in known.items()
        if english in unique(found) and fields(text) != fields(english)
    ]
    if not path.exists() or messages(path.read_text(encoding="utf-8")) != messages(wanted):
        problems.append(f"{name} is out of date: run python packaging/translations.py")
    return problems


def messages(ts: str) -> set[tuple[str, bool]]:
    """The sentences of a .ts file, each with whether it has plural forms; order and places may lag behind."""
    return {
        (message.findtext("source", ""), message.get("numerus") == "yes")
        for message in ET.fromstring(ts).iter("message")  # noqa: S314 - our own file
    }


def fields(text: str) -> frozenset[str]:
    """The names between braces."""
    try:
        return frozenset(name for _text, name, _format, _conversion in string.Formatter().parse(text) if name)
    except ValueError:
        return frozenset({text})


def _in_file(path: Path, errors: frozenset[str]) -> Iterator[tuple[str, bool]]:
    if path.as_posix().endswith(tuple(_HAND_ON)):
        return
    calls = [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name in {"tr", "Text"}:
            yield from ((text, False) for text in _literals(call.args[0], path, strict=True))
        elif name == "tr_n":
            yield from ((text, True) for text in _literals(call.args[2], path, strict=True))
        elif name in errors:
            said = [
                *call.args,
                *(key.value for key in call.keywords if key.arg in {"title", "detail", "hint"}),
            ]
            yield from ((text, False) for each in said for text in _literals(each, path, strict=False))


def _literals(node: ast.expr, path: Path, *, strict: bool) -> Iterator[str]:
    """The texts that an expression can be. What is no literal is refused where ``strict``."""
    match node:
        case ast.Constant(value=str(text)):
            if text:
                yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _literals(body, path, strict=strict)
            yield from _literals(orelse, path, strict=strict)
        case _ if strict or isinstance(node, ast.JoinedStr):
            raise NotLiteral(f"{path}:{node.lineno}: this sentence is no literal: {ast.unparse(node)}")


if __name__ == "__main__":
    sys.exit(main())
