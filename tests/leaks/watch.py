"""The needles of a whole run, and the search for them in what each test left, said and removed."""

from __future__ import annotations

import ast
import contextlib
import hashlib
import itertools
import os
import re
import stat
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from leaks import origins, starts
from leaks.forms import SHORTEST, Index, forms, inflated
from leaks.marks import Marks, look
from leaks.sources import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ANSWER: Final = Kind.SECRET | Kind.CODE  # what a command may answer with, for that is what it was asked
_FEWEST_VALUES: Final = 4  # different bytes; others are no secrets but made up to be simple
_FEWEST_DIGITS: Final = 12
_SHORTEST_TEXT: Final = 16  # bytes, as 80 bits in base32; shorter ones are said for what they mean
_PACKAGES: Final = "site-packages"  # what pip puts into an environment that a test makes
_LARGEST: Final = 64 * 1024 * 1024  # bytes of a file that is searched
_LARGEST_GONE: Final = 1024 * 1024
_LONGEST_WORDS: Final = 24  # bytes
_BATCH: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes to be searched, what to call them, and what may lie in them."""

    where: str
    content: bytes = field(repr=False)
    allowed: Kind = Kind.NONE


class Watch:
    """Of one process that runs tests, which write in these two folders alone."""

    def __init__(self, base: Path, temporary: Path) -> None:
        self.base = base
        self.temporary = temporary
        self.heard = base / "heard"  # not searched: the needles lie there
        self.folders = [str(each) for each in (base, temporary, self.heard)]
        self.heard.mkdir(mode=0o700)
        self.test = ""
        self.last = False
        self.counts: Counter[str] = Counter()
        self._needles: dict[bytes, tuple[Kind, str]] = {}
        self._words: set[bytes] = set()  # that this test took for secrets
        self._fresh: list[bytes] = []
        self._index = Index()
        self._marks = Marks()
        self._seen: dict[str, tuple[int, ...]] = {}
        self._parts: list[Part] = []
        self._read: dict[str, int] = {}
        self._listening = threading.Lock()
        self._told: set[tuple[str, bytes]] = set()

    def begin(self, test: str) -> None:
        """A test begins; words that others took for secrets are words in it."""
        self.test = test
        self._words.clear()

    def hear(self, kind: Kind, secret: str | bytes | bytearray) -> None:
        """A secret; one that is too short or too simple would be found where it is none."""
        raw = secret.encode("utf-8", "surrogatepass") if isinstance(secret, str) else bytes(secret)
        known = self._needles.get(raw)
        if _is_word(raw):
            self._words.add(raw)
        if known is not None:
            if kind not in known[0]:
                self._needles[raw] = (known[0] | kind, known[1])
        elif _can_be_told(raw):
            self._needles[raw] = (kind, self.test)
            self._fresh.append(raw)

    def written(self, event: str, *told: Any) -> None:
        """What this process does to a file; what its children did before comes first."""
        self._listen_to_children()
        self._note(event, *told)

    def _note(self, event: str, *told: Any) -> None:
        if event == "opened":
            self._marks.opened(told[0], Kind(told[1]))
        elif event == "os.rename":
            self._marks.moved(*told)
        elif event == "os.link":
            self._marks.linked(*told)
        elif event in origins.REMOVALS:
            self._keep(Path(told[0]))
        elif event == "gone":
            self._gone(told[0], bytes.fromhex(told[1]), self._marks.meant(told[0]))

    def said(self, where: str, text: str | bytes | None, allowed: Kind = Kind.NONE) -> None:
        """Words to be searched at the end of the test."""
        if text:
            raw = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
            self._parts.append(Part(where, raw, allowed))

    def begun(self, words: list[str], environment: dict[str, str] | None) -> None:
        """A process begins, and may write from now on; what Warifu gives it can be seen by others."""
        self._marks.settle()
        if not origins.allowed_here(origins.caller()):
            self.said("the arguments of a process", "\n".join(words))
            self.said("the environment of a process", "\n".join((environment or {}).values()))

    def ended(self, words: list[str], typed: Any, said: tuple[Any, Any]) -> None:
        """A process said this on its two streams."""
        if "--password-stdin" in words and typed:
            lines = typed if isinstance(typed, str) else bytes(typed).decode("utf-8", "replace")
            self.hear(Kind.PASSWORD, lines.partition("\n")[0])
        if any(word.endswith(starts.OURS) for word in words):  # others are the test's tools
            self.said("standard output of a process", said[0], ANSWER)
            self.said("standard error of a process", said[1])

    def allow(self, path: Path, allowed: Kind) -> None:
        """A test says that this file holds what somebody asked for."""
        self._marks.opened(str(path), allowed)

    def leaks(self, folders: Iterable[Path]) -> list[str]:
        """Sentences about what was left in these folders since they were looked at, said and removed."""
        begin = time.thread_time()
        self._listen_to_children()
        self._marks.settle()
        said, self._parts = self._parts, []
        files = (part for each in folders for part in self._new_files(each))
        found = list(self._search(itertools.chain(said, files)))
        self.counts["milliseconds of searching"] += round(1000 * (time.thread_time() - begin))
        return found

    def all_leaks(self) -> list[str]:
        """The same of every file of the run, with all that was heard of in it."""
        self._seen.clear()
        return self.leaks([self.base, self.temporary])

    def _listen_to_children(self) -> None:
        if not self._listening.acquire(blocking=False):  # another thread does, or this one is at it
            return
        try:
            for name, *told in starts.notes_in(self.heard, self._read):
                if name == "heard":
                    self.hear(Kind(told[0]), bytes.fromhex(told[1]))
                elif name == "full":
                    self.counts["children not heard to the end"] += 1
                else:
                    self._note(name, *told)
        finally:
            self._listening.release()

    def _keep(self, path: Path) -> None:
        """Look at a file or folder before it goes. Files put aside get another name, or were another's."""
        if path.is_symlink() or path.parent == self.heard:
            return
        if path.is_dir():
            self._marks.settle()
            self._parts += self._new_files(path)
        elif origins.target_of(str(path)) is None and path.is_file():
            self._marks.settle()
            with contextlib.suppress(OSError):
                status = path.stat()
                allowed = self._marks.allowed(str(path), status)
                if status.st_size <= _LARGEST_GONE and allowed != origins.ALL:
                    self._gone(str(path), path.read_bytes(), allowed)

    def _gone(self, path: str, content: bytes, allowed: Kind) -> None:
        self._parts.append(Part(f"{path}, which was removed", content, allowed))

    def _new_files(self, folder: Path) -> Iterator[Part]:
        for path, status in _files_below(str(folder), str(self.heard)):
            seen = (*look(status), status.st_mtime_ns)
            if self._seen.get(path) == seen:
                continue
            self._seen[path] = seen
            allowed = self._marks.allowed(path, status)
            if allowed == origins.ALL or status.st_size > _LARGEST:
                continue
            try:
                content = Path(path).read_bytes()
            except OSError:  # it went, or is another user's
                continue
            self.counts["files"] += 1
            yield Part(path.removeprefix(f"{self.base}{os.sep}"), content, allowed)

    def _search(self, parts: Iterable[Part]) -> Iterator[str]:
        batch: list[Part] = []
        size = 0
        for part in parts:
            inside = [Part(f"{part.where}, inflated", each, part.allowed) for each in inflated(part.content)]
            batch += [part, *inside]
            size += sum(len(each.content) for each in (part, *inside))
            if size > _BATCH:
                yield from self._search_batch(batch)
                batch, size = [], 0
        yield from self._search_batch(batch)

    def _search_batch(self, batch: list[Part]) -> Iterator[str]:
        if not batch:
            return
        fresh, self._fresh = self._fresh, []
        self._index.add(fresh)
        self.counts["secrets"] += len(fresh)
        told = set()
        for number, hit in self._index.search_all([_named(part) for part in batch]):
            kind, test = self._needles[hit.needle]
            known = (batch[number].where, hit.needle)
            by_right = kind & batch[number].allowed or self._is_just_a_word(hit.needle)
            if not by_right and not (self.last and known in self._told):
                self._told.add(known)
                told.add((number, hit.needle, hit.form, kind.told, test))
        self.counts["bytes"] += sum(len(part.content) for part in batch)
        for number, needle, form, kind_told, test in sorted(told):
            mark = hashlib.sha256(needle).hexdigest()[:8]
            yield (
                f"{_without(needle, batch[number].where)}: a {kind_told}, {len(needle)} bytes long, {form} "
                f"(SHA-256 {mark}…, first heard of in {test or 'the set-up'})"
            )

    def _is_just_a_word(self, needle: bytes) -> bool:
        return _stands_in_the_source(needle) or (_is_word(needle) and needle not in self._words)


def _is_word(raw: bytes) -> bool:
    return len(raw) < _SHORTEST_TEXT and raw.isascii() and raw.decode("ascii").isprintable()


def _can_be_told(raw: bytes) -> bool:
    """Whether it would hardly be anywhere by chance: no few digits, no counting up, no byte over and over."""
    steps = {(after - before) % 256 for before, after in itertools.pairwise(raw)}
    simple = len(set(raw)) < _FEWEST_VALUES or len(steps) == 1
    return len(raw) >= (_FEWEST_DIGITS if raw.isdigit() else SHORTEST) and not simple


@cache
def _stands_in_the_source(needle: bytes) -> bool:
    """Words of Warifu's own sentences, and bytes that files begin with: Hypothesis takes its examples from
    there, too, and who takes them for a secret finds them everywhere.
    """
    return len(needle) <= _LONGEST_WORDS and needle.lower() in _source()


@cache
def _source() -> bytes:
    sources = [path.read_bytes() for path in sorted(origins.APP.rglob("*.py"))]
    nodes = (node for source in sources for node in ast.walk(ast.parse(source)))
    meant = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, bytes)]
    return b"\n".join((*sources, *meant)).lower()


def _without(needle: bytes, where: str) -> str:
    """The name of a file, without the secret where that is in it."""
    plain = os.fsencode(where)
    for form in forms(needle):
        plain = re.sub(re.escape(form), b"***", plain, flags=re.IGNORECASE)
    return os.fsdecode(plain)


def _named(part: Part) -> bytes:
    return os.fsencode(part.where.rpartition(os.sep)[2]) + b"\n" + part.content


def _files_below(folder: str, but: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        if stat.S_ISDIR(status.st_mode) and entry.path != but and entry.name != _PACKAGES:
            yield from _files_below(entry.path, but)
        elif stat.S_ISREG(status.st_mode):
            yield entry.path, status
