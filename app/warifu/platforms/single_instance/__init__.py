"""One Warifu per user and profile: a lock that the system frees by itself, and a door for later starts.

The first start takes the lock and, once its window is there, opens the door. A later start finds the lock
taken, knocks, says ``show``, ``lock`` or ``add otpauth://…``, hears ``ok`` and ends. The lock is the
kernel's, so a killed process leaves nothing to wait for.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warifu.platforms.single_instance.base import Instance


def instance(name: str) -> Instance:
    """The strategy of this system for the profile called ``name``: letters, digits and dashes."""
    if sys.platform == "win32":
        from warifu.platforms.single_instance.windows import WindowsInstance

        return WindowsInstance(name)
    from warifu.platforms.single_instance.posix import PosixInstance

    return PosixInstance(name)
