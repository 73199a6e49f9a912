"""Windows Hello: a key in the computer's security chip signs a challenge, once Hello has recognised the user.

The signature is RSA with SHA-256 and PKCS #1 padding, which makes the same of the same challenge; what is
derived from it is the key. https://learn.microsoft.com/uwp/api/windows.security.credentials.keycredentialmanager
Not yet run on a real Windows: docs/unlocking.md says what was tried.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from warifu.core.errors import NotConfirmed
from warifu.core.text import Text
from warifu.platforms.quick_unlock.base import QUICK, Asking

if TYPE_CHECKING:
    from collections.abc import Callable

_CREDENTIAL: Final = "Warifu"
_OK, _NOT_FOUND, _CANCELLED, _PREFERS_PASSWORD, _EXISTS, _CHIP_LOCKED = (
    0,
    2,
    3,
    4,
    5,
    6,
)  # KeyCredentialStatus
_FAIL_IF_EXISTS: Final = 1  # KeyCredentialCreationOption


def _credentials() -> Any:
    from winrt.runtime import ApartmentType, init_apartment
    from winrt.windows.security import credentials

    init_apartment(ApartmentType.MULTI_THREADED)  # of this thread, which waits for the answer
    return credentials


def _buffers() -> Any:
    from winrt.windows.security.cryptography import CryptographicBuffer

    return CryptographicBuffer


class WindowsHello:
    """``services.ports.QuickUnlock`` by KeyCredentialManager. The two modules are arguments for tests."""

    name = "Windows Hello"
    releases_key = True

    def __init__(
        self, credentials: Callable[[], Any] = _credentials, buffers: Callable[[], Any] = _buffers
    ) -> None:
        self._credentials = credentials
        self._buffers = buffers
        self._asking = Asking(self.name)

    def reason(self) -> Text | None:
        """Why it cannot be used; None when it can."""
        try:
            supported = self._asking.wait(lambda: self._manager().is_supported_async().get(), QUICK)
        except NotConfirmed as problem:
            return problem.title
        return None if supported else Text("Windows Hello is not set up on this computer.")

    def enrol(self) -> None:
        """Have Windows make the key, unless it has one of ours. Raises NotConfirmed."""

        def make() -> int:
            made = self._manager().request_create_async(_CREDENTIAL, self._option()).get()
            return int(made.status)

        status = self._asking.wait(make)
        if status not in {_OK, _EXISTS}:
            raise self._said(status)

    def ask(self, challenge: bytes) -> bytearray:
        """The signature of the challenge. Raises NotConfirmed."""

        def sign() -> tuple[int, bytearray]:
            found = self._manager().open_async(_CREDENTIAL).get()
            if int(found.status) != _OK:
                return int(found.status), bytearray()
            buffers = self._buffers()
            data = buffers.create_from_byte_array(challenge)
            signed = found.credential.request_sign_async(data).get()
            if int(signed.status) != _OK:
                return int(signed.status), bytearray()
            return _OK, bytearray(buffers.copy_to_byte_array(signed.result))

        status, signature = self._asking.wait(sign)
        if status != _OK:
            raise self._said(status)
        return signature

    def close(self) -> None:
        """Give up asking."""
        self._asking.close()

    def _manager(self) -> Any:
        return self._credentials().KeyCredentialManager

    def _option(self) -> Any:
        return self._credentials().KeyCredentialCreationOption(_FAIL_IF_EXISTS)

    def _said(self, status: int) -> NotConfirmed:
        if status in {_CANCELLED, _PREFERS_PASSWORD}:
            return self._asking.refused()
        if status == _NOT_FOUND:
            return NotConfirmed("Windows Hello no longer has the key.", hint="Turn it off and on again.")
        if status == _CHIP_LOCKED:
            return NotConfirmed("The security chip of this computer is locked.")
        return NotConfirmed(Text("{name} does not work now.", name=self.name))
