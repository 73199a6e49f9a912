"""The XML inside KeePass databases, read as it comes: of each entry, only what codes are made of is kept.

Protected values are encrypted with a stream that goes on from one to the next, in the order of the document
and also through the history. Passwords are passed over without being decrypted.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from warifu.formats.errors import FileDamaged, FileTooBig
from warifu.formats.untrusted import MAX_DEPTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_MAX_TEXT: Final = 32 * 1024 * 1024  # characters of one element; attachments of version 3.1 stand in elements


@dataclass(slots=True)
class Group:
    """A group of entries."""

    uuid: str = ""
    name: str = field(default="", repr=False)


@dataclass(slots=True)
class Entry:
    """What is kept of an entry; ``path`` begins with the root group."""

    path: tuple[Group, ...]
    strings: dict[str, str] = field(default_factory=dict, repr=False)
    tags: str = field(default="", repr=False)
    icon: str = ""
    created: str = ""


@dataclass(slots=True)
class Database:
    """What is kept of a database; pictures by their id, in base64."""

    entries: list[Entry] = field(default_factory=list)
    icons: dict[str, str] = field(default_factory=dict, repr=False)
    bin_enabled: bool = True
    bin_uuid: str = ""
    header_hash: str = ""

    def is_binned(self, entry: Entry) -> bool:
        """Whether the entry lies in the recycle bin or in a group below it."""
        return self.bin_enabled and any(group.uuid == self.bin_uuid for group in entry.path if group.uuid)


def parsed(
    parts: Iterable[bytes],
    unprotected: Callable[[bytes], bytes],
    wanted: Callable[[str], bool],
) -> Database:
    """The entries with a string besides title, name and note that is ``wanted``.

    Raises FileDamaged, FileTooBig, and whatever ``parts`` raises.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    target = _Target(unprotected, wanted)
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    try:
        for part in parts:
            parser.feed(part)
        parser.close()
    except (ParseError, DefusedXmlException, LookupError):  # LookupError: an encoding that is none
        raise FileDamaged from None
    if not target.is_database:
        raise FileDamaged
    return target.database


class _Target:
    """Takes the document's events, in the methods that the parser calls."""

    def __init__(self, unprotected: Callable[[bytes], bytes], wanted: Callable[[str], bool]) -> None:
        self.database = Database()
        self.is_database = False
        self._unprotected = unprotected
        self._wanted = wanted
        self._tags: list[str] = []
        self._text: list[str] = []
        self._length = 0
        self._protected = False
        self._past = 0  # histories that we are in
        self._groups: list[Group] = []
        self._entry: Entry | None = None
        self._key = ""
        self._icon = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if not self._tags:
            self.is_database = tag == "KeePassFile"
        self._tags.append(tag)
        if len(self._tags) > MAX_DEPTH:
            raise FileTooBig("The groups of this database lie too deep in each other.")
        self._text.clear()
        self._length = 0
        self._protected = bool(attributes) and attributes.get("Protected", "").casefold() == "true"
        if tag == "History":
            self._past += 1
        elif tag == "Group":
            self._groups.append(Group())
        elif tag == "Entry" and not self._past:
            self._entry = Entry(tuple(self._groups))

    def data(self, text: str) -> None:
        """Characters, perhaps only a part of those of the element."""
        self._length += len(text)
        if self._length > _MAX_TEXT:
            raise FileTooBig("This database has an attachment that is too large.")
        self._text.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        text = "".join(self._text)
        self._text.clear()
        self._length = 0
        self._tags.pop()
        if self._protected:
            text = self._readable(tag, text)
            self._protected = False
        if tag == "History":
            self._past -= 1
        elif self._past:
            return
        elif tag == "Group":
            self._groups.pop()
        elif self._entry is not None:
            self._of_entry(self._entry, tag, text)
        elif self._tags:
            self._of_others(self._tags[-1], tag, text)

    def close(self) -> None:
        """The document is over."""

    def _readable(self, tag: str, text: str) -> str:
        try:
            sealed = base64.b64decode(text)
        except (binascii.Error, ValueError):
            raise FileDamaged from None
        if tag == "Value" and not self._past and self._wanted(self._key):
            return self._unprotected(sealed).decode("utf-8", "replace")
        self._unprotected(bytes(len(sealed)))
        return ""

    def _of_entry(self, entry: Entry, tag: str, text: str) -> None:
        match tag:
            case "Entry":
                self._entry = None
                if entry.strings.keys() - _NAMES:
                    self.database.entries.append(entry)
            case "Key":
                self._key = text
            case "Value" if self._wanted(self._key) and text and self._tags[-1] == "String":
                entry.strings[self._key] = text
            case "CustomIconUUID":
                entry.icon = text
            case "Tags":
                entry.tags = text
            case "CreationTime":
                entry.created = text
            case "String":
                self._key = ""

    def _of_others(self, parent: str, tag: str, text: str) -> None:
        match parent, tag:
            case "Group", "UUID":
                self._groups[-1].uuid = text
            case "Group", "Name":
                self._groups[-1].name = text
            case "Icon", "UUID":
                self._icon = text
            case "Icon", "Data":
                self.database.icons[self._icon] = text
            case "Meta", "RecycleBinUUID":
                self.database.bin_uuid = text
            case "Meta", "RecycleBinEnabled":
                self.database.bin_enabled = text.casefold() != "false"
            case "Meta", "HeaderHash":
                self.database.header_hash = text


_NAMES: Final = {"Title", "UserName", "Notes"}
