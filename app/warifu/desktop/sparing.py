"""What libraries do at every start and nothing here needs, with what it costs."""

from __future__ import annotations

import sys
from typing import Any

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h


def read_no_sources() -> None:
    """Keep PySide from reading the source of every module that is imported.

    It looks whether one might ask for an optional feature (``from __feature__ import …``); none here does.
    That would be some 250 files, and their lines stay in ``linecache``: 8 MB. Called before most of them.
    """
    import PySide6.QtCore  # noqa: F401 - which brings the module below

    features: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(features, "_mod_uses_pyside"):
        import linecache

        features._mod_uses_pyside = lambda _module: True
        linecache.clearcache()


def load_one_openssl() -> None:
    """Let ``hashlib`` calculate by itself: ``cryptography`` brings an OpenSSL, and the system's, which
    ``hashlib`` would load beside it, takes 3 MB. PBKDF2 and scrypt are asked of ``cryptography`` alone.
    """
    if "hashlib" not in sys.modules:
        sys.modules.setdefault("_hashlib", None)  # type: ignore[arg-type]  # None refuses the import


def share_one_heap() -> None:
    """Have glibc make no heap for each thread, of which each wastes some: threads here hardly ever meet.

    https://man7.org/linux/man-pages/man3/mallopt.3.html ; 0.15 MB, and less to look through after locking.
    """
    if sys.platform == "linux":
        import contextlib
        import ctypes

        with contextlib.suppress(AttributeError, OSError):  # musl has one heap
            ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)
