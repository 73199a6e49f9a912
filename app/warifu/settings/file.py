"""The settings file: a small JSON object that is always either the old one or the new one.

What is not understood is kept, so that an older Warifu does no harm to the settings of a newer one; what
cannot be read at all is put aside, never deleted. A file that cannot be written costs a setting, not the work
at hand: the value holds until the end of the run and ``problem`` tells why.
"""

from __future__ import annotations

import contextlib
import json
import os
from typing import TYPE_CHECKING, Any

from warifu.core.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from warifu.settings.schema import Setting, T

_LIMIT = 1 << 20  # bytes; ours has hundreds


class Settings:
    """The settings of one profile. ``set`` writes at once; whoever subscribed hears of each change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._listeners: list[Callable[[Setting[Any]], None]] = []
        self._values = self._load()
        self._unsaved: dict[str, Any] = {}
        self.problem: AppError | None = None

    def get(self, setting: Setting[T]) -> T:
        """The value, or the default where the file holds none that fits."""
        untrusted = self._values.get(setting.key)
        return untrusted if setting.accepts(untrusted) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep the value and tell the subscribers. Raises ``ValueError`` for one that is not allowed."""
        if not setting.accepts(value):
            raise ValueError(f"{setting.key} cannot be {value!r}")
        if self.get(setting) == value and setting.key in self._values:
            return
        self._values[setting.key] = self._unsaved[setting.key] = value
        self._save()
        self._tell(setting)

    def reread(self, setting: Setting[Any]) -> None:
        """Take over what another process of this profile has set since, and tell the subscribers."""
        before = self.get(setting)
        if setting.key not in self._unsaved:
            untrusted = self._load().get(setting.key)
            self._values[setting.key] = untrusted if setting.accepts(untrusted) else setting.default
        if self.get(setting) != before:
            self._tell(setting)

    def subscribe(self, listener: Callable[[Setting[Any]], None]) -> Callable[[], None]:
        """Call ``listener`` with each setting that changes; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def _tell(self, setting: Setting[Any]) -> None:
        for listener in tuple(self._listeners):
            listener(setting)

    def _load(self) -> dict[str, Any]:
        try:
            with self._path.open("rb") as file:
                untrusted = json.loads(file.read(_LIMIT).decode("utf-8"))
        except FileNotFoundError:
            return {}
        except OSError:
            return {}
        except (ValueError, RecursionError):
            untrusted = None
        if isinstance(untrusted, dict):
            return untrusted
        self._put_aside()
        return {}

    def _put_aside(self) -> None:
        aside = self._path.with_name(self._path.name + ".damaged")
        with contextlib.suppress(OSError):
            self._path.replace(aside)

    def _save(self) -> None:
        """Lay the changes of this run over what the file holds now: another copy may write it too."""
        values = {**self._load(), **self._unsaved}
        text = json.dumps(values, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
        try:
            _replace(self._path, text.encode("utf-8", "backslashreplace"))  # as in a path that is no UTF-8
        except OSError as problem:
            self.problem = AppError("The settings could not be saved.", str(problem.strerror or ""))
            return
        self.problem = None
        self._unsaved.clear()


def _replace(path: Path, content: bytes) -> None:
    from warifu.vault import disk

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        disk.patiently(lambda: temporary.replace(path))
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
