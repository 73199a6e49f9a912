"""Whether the system keeps its clock right, as it says itself; and a time server asked over the network.

``system_sync`` looks at this computer alone. ``udp.UdpTimeServer`` alone sends something, when it is called.
"""

from __future__ import annotations

import sys

from warifu.services.ports import Sync


def system_sync(platform: str = sys.platform) -> Sync:
    """What the system says; may take seconds, and never raises. macOS tells nobody but administrators."""
    if platform == "win32":
        from warifu.platforms.clock.windows import WindowsTime

        return WindowsTime().read()
    if platform == "linux":
        from warifu.platforms.clock.linux import LinuxTime

        return LinuxTime().read()
    return Sync.UNKNOWN
