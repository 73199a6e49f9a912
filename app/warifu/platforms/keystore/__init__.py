"""Where the system keeps a random key for its user: Credential Manager, Keychain, Secret Service, KWallet.

The key opens a slot of the vault and nothing else does with it: it is useless without the vault file, and the
file is without the key. That protects against a stolen disk, not against programs that run as the user.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warifu.services.ports import Keystore


def system_keystore() -> Keystore:
    """The keystore of this system, asked by a process of its own."""
    from warifu.platforms.keystore.process import KeystoreProcess

    return KeystoreProcess()
