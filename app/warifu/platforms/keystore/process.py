"""The keystore behind a process that is started for each question and ended when it takes too long."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import subprocess
import threading
from typing import TYPE_CHECKING, Any, Final

from warifu.platforms.keystore.base import KEY_BYTES, OPTION, Do, Fault, sentence, trouble
from warifu.services import ourselves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.text import Text

PATIENCE: Final = 10.0  # seconds for what nobody waits for
ASKING: Final = 90.0  # seconds where the user pressed a button and the system may ask for a password
_ALREADY: Final = 0.2  # seconds for a process that was killed


class KeystoreProcess:
    """``services.ports.Keystore``; several threads may ask at once."""

    def __init__(
        self, command: Sequence[str] = (), patience: float = PATIENCE, asking: float = ASKING
    ) -> None:
        self._command = command
        self._patience = patience
        self._asking = asking
        self._closed = False
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()

    def reason(self) -> Text | None:
        """Why it cannot be used; None when it can."""
        answer = self._ask(Do.LOOK, "", self._patience)
        fault = _fault(answer)
        return sentence(fault, str(answer.get("name", ""))) if fault is not Fault.NONE else None

    def store(self, vault_id: str, key: bytearray) -> None:
        """Keep the key, where the system may ask its user first."""
        _require(self._ask(Do.STORE, vault_id, self._asking, base64.b64encode(key).decode("ascii")))

    def load(self, vault_id: str) -> bytearray:
        """The key that is kept; never asks the user where that can be known."""
        answer = self._ask(Do.LOAD, vault_id, self._patience)
        _require(answer)
        try:
            key = bytearray(base64.b64decode(answer["key"], validate=True))
        except (KeyError, TypeError, ValueError):
            raise trouble(Fault.BROKEN) from None
        if len(key) != KEY_BYTES:
            raise trouble(Fault.CHANGED)
        return key

    def delete(self, vault_id: str) -> None:
        """Keep nothing."""
        _require(self._ask(Do.DELETE, vault_id, self._patience))

    def close(self) -> None:
        """End the processes that are asking; later questions are refused."""
        with self._lock:
            self._closed = True
            running = tuple(self._running)
        for process in running:
            with contextlib.suppress(OSError):
                process.kill()

    def _ask(self, do: Do, vault_id: str, seconds: float, key: str = "") -> dict[str, Any]:
        question = json.dumps({"do": do.value, "vault": vault_id, "key": key}).encode() + b"\n"
        try:
            process = self._started()
        except OSError:
            return {"fault": Fault.BROKEN.value}
        try:
            told, _nothing = process.communicate(question, timeout=seconds)
        except subprocess.TimeoutExpired:
            return {"fault": Fault.SLOW.value}
        except OSError:
            return {"fault": Fault.BROKEN.value}
        finally:
            self._end(process)
        try:
            answer = json.loads(told)
        except ValueError:
            return {"fault": Fault.BROKEN.value}
        return answer if isinstance(answer, dict) else {"fault": Fault.BROKEN.value}

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise OSError("the program ends")
            process = subprocess.Popen(
                self._command or ourselves.command(OPTION),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONWARNINGS": "ignore"},
                **ourselves.detached(),
            )
            self._running.add(process)
            return process

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        with contextlib.suppress(OSError):
            process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_ALREADY)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        with self._lock:
            self._running.discard(process)


def _fault(answer: dict[str, Any]) -> Fault:
    try:
        return Fault(answer.get("fault"))
    except ValueError:
        return Fault.BROKEN


def _require(answer: dict[str, Any]) -> None:
    if (fault := _fault(answer)) is not Fault.NONE:
        raise trouble(fault, str(answer.get("name", "")))
