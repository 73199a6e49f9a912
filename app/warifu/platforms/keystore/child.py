"""``warifu --keystore``: one question to the keystore, answered on standard output.

Libraries of keystores wait without end for a service that is stuck and for a dialog that nobody sees. Here
they may: whoever started this process ends it when its time is over, which also takes the dialog away.
"""

from __future__ import annotations

import base64
import binascii
import json
import sys
from typing import Any, Final

from warifu.platforms.keystore.backends import Refused, choose, has_collection, is_locked
from warifu.platforms.keystore.base import KEY_BYTES, MOST, Do, Fault

_USER: Final = "vault key"


def run() -> int:
    """Read one line, write one line; the exit status is 0 unless nothing was asked."""
    try:
        asked = json.loads(sys.stdin.buffer.readline(MOST))
        do, vault_id, key = Do(asked["do"]), str(asked["vault"]), str(asked.get("key", ""))
    except (ValueError, KeyError, TypeError):
        return 2
    sys.stdout.buffer.write(json.dumps(answer(do, vault_id, key)).encode() + b"\n")
    sys.stdout.buffer.flush()
    return 0


def answer(do: Do, vault_id: str, key: str) -> dict[str, str]:
    """What came of it; never raises."""
    try:
        return _done(do, choose(), f"Warifu vault {vault_id}", key)
    except Refused as refused:
        return {"fault": refused.fault.value, "name": refused.name}
    except Exception as problem:  # noqa: BLE001 - keystores fail in every way there is
        locked = type(problem).__name__ in {"KeyringLocked", "LockedException"}
        return {"fault": (Fault.LOCKED if locked else Fault.BROKEN).value}


def _done(do: Do, backend: Any, service: str, key: str) -> dict[str, str]:
    if do is Do.LOOK:
        is_locked(backend)  # which hears whether it answers at all
        return {"fault": ""}
    if do is Do.STORE:
        backend.set_password(service, _USER, key)
        return {"fault": ""}
    if not has_collection(backend):
        return {"fault": (Fault.ABSENT if do is Do.LOAD else Fault.NONE).value}
    if is_locked(backend):
        return {"fault": Fault.LOCKED.value}
    kept = backend.get_password(service, _USER)
    if do is Do.DELETE:
        if kept is not None:
            backend.delete_password(service, _USER)
        return {"fault": ""}
    if kept is None:
        return {"fault": Fault.ABSENT.value}
    return {"fault": "", "key": kept} if is_key(kept) else {"fault": Fault.CHANGED.value}


def is_key(untrusted: object) -> bool:
    """Whether what was kept is what ``STORE`` keeps."""
    try:
        return isinstance(untrusted, str) and len(base64.b64decode(untrusted, validate=True)) == KEY_BYTES
    except (binascii.Error, ValueError):
        return False
