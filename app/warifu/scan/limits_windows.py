"""The limits of ``scan.limits`` on Windows: a job object that the process puts itself into."""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from typing import Any

_ACTIVE_PROCESS, _PROCESS_TIME = 0x8, 0x2
_PROCESS_MEMORY, _DIE_ON_EXCEPTION, _KILL_ON_CLOSE = 0x100, 0x400, 0x2000
_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_NO_ERROR_BOXES = 0x1 | 0x2 | 0x8000
_TICKS = 10_000_000  # of a second


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("per_process_time", ctypes.c_int64),
        ("per_job_time", ctypes.c_int64),
        ("flags", wintypes.DWORD),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", wintypes.DWORD),
        ("affinity", ctypes.c_size_t),
        ("priority", wintypes.DWORD),
        ("scheduling", wintypes.DWORD),
    )


class _Extended(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _Basic),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


class _Job:
    """The job of this process; None until ``confine``."""

    handle: Any = None
    memory = 0


def confine(memory: int) -> None:
    """Allow so many bytes, no further process, and no box that asks what to do about a crash."""
    kernel = _kernel()
    kernel.SetErrorMode(_NO_ERROR_BOXES)
    _Job.handle = kernel.CreateJobObjectW(None, None)
    _Job.memory = memory
    _set(_PROCESS_MEMORY | _ACTIVE_PROCESS | _DIE_ON_EXCEPTION | _KILL_ON_CLOSE, 0)
    kernel.AssignProcessToJobObject(_Job.handle, kernel.GetCurrentProcess())


def renew(seconds: int) -> None:
    """Allow so many more seconds of CPU."""
    import time

    ticks = int((time.process_time() + seconds) * _TICKS)
    _set(_PROCESS_MEMORY | _ACTIVE_PROCESS | _DIE_ON_EXCEPTION | _KILL_ON_CLOSE | _PROCESS_TIME, ticks)


def _set(flags: int, ticks: int) -> None:
    limits = _Extended()
    limits.basic.flags = flags
    limits.basic.processes = 1
    limits.basic.per_process_time = ticks
    limits.process_memory = _Job.memory
    size = ctypes.sizeof(limits)
    _kernel().SetInformationJobObject(_Job.handle, _EXTENDED_LIMITS, ctypes.byref(limits), size)


def _kernel() -> Any:
    """kernel32, with handles as wide as they are."""
    kernel: Any = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 - on Windows alone
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    return kernel
