"""What the process that asks the keystore and the one that starts it say to each other.

One line of JSON goes each way: ``{"do": ..., "vault": ..., "key": base64}`` and ``{"fault": ..., "name": ...,
"key": base64}``. The key is in these pipes and nowhere else.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from warifu.core.errors import KeystoreTrouble
from warifu.core.text import Text

OPTION: Final = "--keystore"  # of ``warifu``; not for people
KEY_BYTES: Final = 32
MOST: Final = 4096  # bytes of a line


class Do(Enum):
    """What is asked."""

    LOOK = "look"
    STORE = "store"
    LOAD = "load"
    DELETE = "delete"


class Fault(Enum):
    """What came of it."""

    NONE = ""
    MISSING = "missing"  # no keystore of a kind that is trusted
    UNSAFE = "unsafe"  # the user's settings name one that is not
    LOCKED = "locked"
    ABSENT = "absent"  # no key for this vault
    CHANGED = "changed"  # what is kept is not a key
    SLOW = "slow"
    BROKEN = "broken"


def trouble(fault: Fault, name: str = "") -> KeystoreTrouble:
    """The one sentence for it, where it stops the user from being let in or from being remembered."""
    return KeystoreTrouble(sentence(fault, name))


def sentence(fault: Fault, name: str = "") -> Text:
    """What is wrong with the keystore; ``name`` is one that the user's settings name."""
    if fault is Fault.UNSAFE:
        return Text("The settings of “keyring” name {name}, which does not protect a key.", name=name)
    return _SENTENCES[fault]


_SENTENCES: Final = {
    Fault.MISSING: Text("This computer has no keystore that Warifu trusts."),
    Fault.LOCKED: Text("The keystore of this computer is locked."),
    Fault.ABSENT: Text("The keystore of this computer no longer has the key."),
    Fault.CHANGED: Text("What the keystore of this computer has is not the key any more."),
    Fault.SLOW: Text("The keystore of this computer does not answer."),
    Fault.BROKEN: Text("The keystore of this computer does not work."),
}
