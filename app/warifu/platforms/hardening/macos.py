"""macOS: no debugger may attach (``man 2 ptrace``). Programs signed with the hardened runtime are closed
already; this holds for the others.
"""

from __future__ import annotations

_DENY_ATTACH = 31  # PT_DENY_ATTACH


def close() -> bool:
    """Refuse tracers."""
    import ctypes

    trace = ctypes.CDLL(None).ptrace
    trace.argtypes = (ctypes.c_int, ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
    return bool(trace(_DENY_ATTACH, 0, None, 0) == 0)
