"""What goes between Warifu and the process that reads other apps' files, over two pipes, once each.

    request   length(4) | JSON: format, name, lengths | the file | the key file | files beside it
              and the passwords as JSON, before the file
    answer    length(4) | JSON: contents, or the kind of error with its sentences

An answer is untrusted: the process has worked on a file of somebody else. Everything in it is checked and
cleaned again. A sentence in it can name its fields and nothing else, a picture is a small PNG, and what would
become far more in memory than it is on the wire is not even parsed.
"""

from __future__ import annotations

import base64
import json
import re
import struct
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from warifu.core.account import Icon
from warifu.core.clean import HIDDEN, clean_line
from warifu.core.errors import BadText
from warifu.core.problem import Problem
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats import errors
from warifu.formats.base import Contents, Imported, Keys
from warifu.formats.entries import MAX_ENTRIES, imported
from warifu.scan.errors import PictureRefused
from warifu.scan.headers import Kind, kind_of, size_of
from warifu.scan.icon_picture import MAX_BYTES, SIDE
from warifu.vault.account_json import otp_from_json, otp_to_json

if TYPE_CHECKING:
    from typing import BinaryIO

    from warifu.core.account import Otp

MAX_ANSWER = 256 * 1024 * 1024  # bytes
MAX_SENTENCE = 500  # characters
MAX_PICTURES = 2_000  # QR codes of one file
_MAX_VALUES = 8_000_000  # commas and brackets of an answer; each may become a value of 64 bytes
_MAX_NUMBER = 2**64 - 1  # a counter
_LATEST = 253_402_300_799  # Unix seconds: the end of the year 9999
_LENGTH = struct.Struct(">I")
_NAME = re.compile(r"\{([a-z_]+)\}")
_RESERVED = frozenset(("text", "template", "self"))  # parameters of those who fill sentences
_KINDS = {
    kind.__name__: kind
    for kind in (
        errors.FormatError, errors.NotRecognised, errors.NotSupported, errors.FileTooBig, errors.FileDamaged,
        errors.NeedsPassword, errors.WrongFilePassword, errors.NeedsColumns,
    )
}  # fmt: skip


class WireError(Exception):
    """What came is not what this module writes."""


@dataclass(frozen=True, slots=True)
class Request:
    """A file to be read, with what may open it; ``format_id`` where the user said what it is."""

    data: bytes = field(repr=False)
    name: str = field(default="", repr=False)
    keys: Keys = field(default_factory=Keys)
    format_id: str = ""
    beside: dict[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """The id of the format, and what the file holds."""

    format_id: str
    contents: Contents


def send_request(pipe: BinaryIO, request: Request) -> None:
    """Write a request."""
    parts = [request.data, request.keys.key_file, *request.beside.values()]
    head = {
        "name": request.name,
        "format": request.format_id,
        "passwords": list(request.keys.passwords),
        "beside": list(request.beside),
        "lengths": [len(part) for part in parts],
    }
    _send(pipe, head)
    pipe.writelines(parts)
    pipe.flush()


def receive_request(pipe: BinaryIO) -> Request:
    """Read a request. Raises WireError."""
    head = _receive(pipe)
    parts = [_exactly(pipe, length) for length in head["lengths"]]
    return Request(
        parts[0],
        head["name"],
        Keys(tuple(head["passwords"]), parts[1]),
        head["format"],
        dict(zip(head["beside"], parts[2:], strict=True)),
    )


def send_contents(pipe: BinaryIO, answer: Answer) -> None:
    """Write what a file holds."""
    contents = answer.contents
    value = {
        "format": answer.format_id,
        "entries": [_entry(entry) for entry in contents.entries],
        "problems": [
            {"title": _text(p.title), "hint": _text(p.hint), "line": p.line, "entry": p.entry}
            for p in contents.problems
        ],
        "pictures": [base64.b64encode(picture).decode() for picture in contents.pictures],
        "passwords": contents.passwords,
    }
    _send(pipe, value)
    pipe.flush()


def send_error(pipe: BinaryIO, error: errors.FormatError) -> None:
    """Write why a file is not read."""
    sentences = {"title": _text(error.title), "detail": _text(error.detail), "hint": _text(error.hint)}
    key_file = isinstance(error, errors.NeedsPassword) and error.key_file
    _send(pipe, {"error": type(error).__name__, "key_file": key_file, **sentences})
    pipe.flush()


def receive_answer(pipe: BinaryIO) -> Answer:
    """Read an answer. Raises the FormatError that it tells, or WireError for what is no answer."""
    value = _receive(pipe)
    try:
        if "error" in value:
            raise _error(value)
        return Answer(_line(value["format"]), _contents(value))
    except (KeyError, TypeError, ValueError, AttributeError, BadText) as problem:
        raise WireError from problem


def _contents(value: dict[str, Any]) -> Contents:
    entries, problems = value["entries"], value["problems"]
    pictures = value["pictures"]
    if max(len(entries), len(problems)) > MAX_ENTRIES + 1 or len(pictures) > MAX_PICTURES:
        raise WireError
    return Contents(
        tuple(map(_imported, entries)),
        tuple(
            Problem(
                _sentence(p["title"]),
                _sentence(p["hint"]),
                None if p["line"] is None else _whole(p["line"]),
                _line(p["entry"]),
            )
            for p in problems
        ),
        tuple(base64.b64decode(picture, validate=True) for picture in pictures),
        value["passwords"] is True,
    )


def _entry(entry: Imported) -> dict[str, Any]:
    account = entry.account
    return {
        "otp": otp_to_json(account.otp),
        "title": account.title,
        "issuer": account.issuer,
        "account": account.account,
        "counter": account.counter,
        "tags": list(account.tags),
        "note": account.note,
        "pinned": account.pinned,
        "uses": account.uses,
        "last_used": account.last_used,
        "created": account.created,
        "brand": account.icon.brand,
        "icon": base64.b64encode(entry.untrusted_icon or account.icon.image).decode(),
        "binned": entry.binned,
    }


def _imported(value: dict[str, Any]) -> Imported:
    otp: Otp = otp_from_json(value["otp"])
    made = imported(
        secret=Secret(otp.secret.reveal()),
        kind=otp.type,
        issuer=value["issuer"],
        account=value["account"],
        title=value["title"],
        algorithm=otp.algorithm,
        digits=otp.digits,
        period=otp.period,
        counter=_whole(value["counter"]),
        pin=otp.pin,
        tags=[_line(tag) for tag in value["tags"]],
        note=value["note"],
        pinned=value["pinned"] is True,
        uses=_whole(value["uses"]),
        last_used=min(_whole(value["last_used"]), _LATEST),
        created=min(_whole(value["created"]), _LATEST),
        binned=value["binned"] is True,
    )
    icon = Icon(_line(value["brand"]), _picture(base64.b64decode(value["icon"], validate=True)))
    return Imported(replace(made.account, icon=icon), b"", made.binned)


def _picture(raw: bytes) -> bytes:
    """A PNG that is small by its header as well; the window decodes it when it is shown."""
    if not raw:
        return raw
    try:
        small = len(raw) <= MAX_BYTES and kind_of(raw) is Kind.PNG and max(size_of(raw, Kind.PNG)) <= SIDE
    except PictureRefused as problem:
        raise ValueError from problem
    if not small:
        raise ValueError
    return raw


def _error(value: dict[str, Any]) -> errors.FormatError:
    """The error by its kind, with the sentences that came."""
    kind = _KINDS[value["error"]]
    made = kind.__new__(kind)
    errors.FormatError.__init__(
        made, _sentence(value["title"]), _sentence(value["detail"]), _sentence(value["hint"])
    )
    if isinstance(made, errors.NeedsPassword):
        made.key_file = value["key_file"] is True
    return made


def _text(text: Text) -> list[Any]:
    return [text.template, {key: _plain(value) for key, value in text.fields.items()}]


def _plain(value: Any) -> str | int:
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _sentence(value: Any) -> Text:
    """A sentence whose braces hold the names of its fields and nothing that reaches into them."""
    template, fields = value
    if not isinstance(template, str) or len(template) > MAX_SENTENCE or HIDDEN.search(template):
        raise ValueError
    names = set(_NAME.findall(template))
    if set("{}") & set(_NAME.sub("", template)) or not names <= set(fields) or names & _RESERVED:
        raise ValueError
    return Text(template, **{name: _field(fields[name]) for name in names})


def _field(value: Any) -> str | int:
    return _whole(value) if isinstance(value, int) else _line(value)


def _line(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return clean_line(value, MAX_SENTENCE)


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MAX_NUMBER:
        raise TypeError
    return value


def _send(pipe: BinaryIO, value: Any) -> None:
    raw = json.dumps(value).encode()
    pipe.write(_LENGTH.pack(len(raw)))
    pipe.write(raw)


def _receive(pipe: BinaryIO) -> dict[str, Any]:
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    if length > MAX_ANSWER:
        raise WireError
    raw = _exactly(pipe, length)
    if raw.count(b",") + raw.count(b"[") + raw.count(b"{") > _MAX_VALUES:
        raise WireError
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        raise WireError from None
    if not isinstance(value, dict):
        raise WireError
    return value


def _exactly(pipe: BinaryIO, length: int) -> bytes:
    parts: list[bytes] = []
    while length:
        part = pipe.read(min(length, 1 << 20))
        if not part:
            raise WireError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
