"""Which of keyring's backends are trusted with a key.

None is ever discovered: those on the list are imported by name, so that one that another package plants, with
whatever priority, is not even loaded. A choice that the user made for all programs is respected as far as to
use none when it names another one.
"""

from __future__ import annotations

import os
import sys
from configparser import ConfigParser, Error
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from warifu.platforms.keystore.base import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECRET_SERVICE: Final = "keyring.backends.SecretService.Keyring"  # noqa: S105 - the name of a class
ALLOWED: Final[Mapping[str, tuple[str, ...]]] = {
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS.Keyring",),
    "linux": (
        _SECRET_SERVICE,
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
    ),
}


class Refused(Exception):
    """No backend can be used; ``name`` is one that the user's settings name."""

    def __init__(self, fault: Fault, name: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.name = name


def choose(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Any:
    """The first backend of the list that works here. Raises Refused."""
    allowed = ALLOWED.get(platform, ())
    named = chosen_for_all(environ)
    if named and named not in allowed:
        raise Refused(Fault.UNSAFE, named[:80])
    for name in [named] if named else allowed:
        if (backend := _here(name)) is not None:
            return backend
    raise Refused(Fault.MISSING)


def chosen_for_all(environ: Mapping[str, str]) -> str:
    """The backend that the environment or keyring's own file names, as keyring reads them."""
    if named := environ.get("PYTHON_KEYRING_BACKEND", ""):
        return named
    from keyring.util.platform_ import config_root

    parser = ConfigParser(interpolation=None)
    try:
        parser.read(Path(config_root()) / "keyringrc.cfg", encoding="utf-8")
        return parser.get("backend", "default-keyring", fallback="").strip()
    except (Error, OSError, UnicodeDecodeError):
        return ""


def is_locked(backend: Any) -> bool:
    """Whether asking the backend would ask the user first, as far as that can be known without asking."""
    if f"{type(backend).__module__}.{type(backend).__qualname__}" != _SECRET_SERVICE:
        return False
    import secretstorage

    bus = secretstorage.dbus_init()
    try:
        return bool(secretstorage.get_collection_by_alias(bus, "default").is_locked())
    except secretstorage.exceptions.ItemNotFoundException:
        return False  # there is nothing to be asked for
    finally:
        bus.close()


def has_collection(backend: Any) -> bool:
    """Whether there is a keyring to look into; looking would offer to make one."""
    if f"{type(backend).__module__}.{type(backend).__qualname__}" != _SECRET_SERVICE:
        return True
    import secretstorage

    bus = secretstorage.dbus_init()
    try:
        secretstorage.get_collection_by_alias(bus, "default")
    except secretstorage.exceptions.ItemNotFoundException:
        return False
    finally:
        bus.close()
    return True


def _here(name: str) -> Any:
    """The backend, if its library and its service are there."""
    module, _dot, kind = name.rpartition(".")
    try:
        backend = getattr(import_module(module), kind)
        return _careful(backend()) if backend.viable else None
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it cannot be used
        return None


def _careful(backend: Any) -> Any:
    if type(backend).__name__ == "WinVaultKeyring":
        backend.persist = "local machine"  # not on to other computers of a domain
    return backend
