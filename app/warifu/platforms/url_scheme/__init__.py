"""Links of accounts (``otpauth://…``) that other programs open with Warifu, and the registration for that.

Each system keeps in its own place which program opens a scheme; a strategy reads and changes that place for
this user alone. Switching off takes away what Warifu wrote and leaves the program that was chosen before.
What a link may do once it is here is decided by ``links`` and ``desktop.links``.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.platforms.url_scheme.base import Handler


def handler(command: Sequence[str]) -> Handler:
    """The strategy of this system; ``command`` is what opens a link that is put behind it."""
    if sys.platform == "win32":
        from warifu.platforms.url_scheme.windows import WindowsHandler

        return WindowsHandler(command)
    if sys.platform == "darwin":
        from warifu.platforms.url_scheme.launch_services import LaunchServices
        from warifu.platforms.url_scheme.macos import MacHandler

        return MacHandler(LaunchServices())
    from warifu.platforms.url_scheme.linux import LinuxHandler

    return LinuxHandler(command)
