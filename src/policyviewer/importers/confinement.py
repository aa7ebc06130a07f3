"""Limits on a process that reads files nobody vouches for.

On Linux the process confines itself with resource limits; on Windows its parent puts it into a
job object. Both end it, and whatever it has started, when the limits are passed.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` for one file or one sign of life; ``memory`` of the process, and ``output`` of
    one answer, in bytes.
    """

    seconds: float = 30.0
    memory: int = 1536 * _MIB
    """Text recognition needs 640 MiB; a machine with 4 GiB must not begin to swap."""
    output: int = 256 * _MIB


class Enclosure:
    """The parent's hold on a confined process; ``end`` ends it with all that it has started."""

    def __init__(self, process: BaseProcess, limits: Limits) -> None:
        self._process = process
        self._job = None if process.pid is None else _enclosed(process.pid, limits)

    def end(self) -> None:
        """End the process at once; ended ones may be ended again."""
        pid = self._process.pid
        if self._job is not None:
            _end_job(self._job)
            self._job = None
        elif pid is not None:
            _end_session(pid)
        with suppress(OSError):
            self._process.kill()  # it may not have become the leader of a group yet
        self._process.join()


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _PROCESS_MEMORY = 0x100
    _DIE_ON_EXCEPTION = 0x400
    _KILL_ON_CLOSE = 0x2000
    _EXTENDED = 9
    _ACCESS = 0x0101  # PROCESS_SET_QUOTA | PROCESS_TERMINATE

    class _Basic(ctypes.Structure):
        _fields_ = [
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        ]

    class _Extended(ctypes.Structure):
        _fields_ = [
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]

    def _kernel() -> ctypes.WinDLL:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (wintypes.LPVOID, wintypes.LPCWSTR)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            wintypes.LPVOID,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.TerminateJobObject.argtypes = (wintypes.HANDLE, wintypes.UINT)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        return kernel

    def _enclosed(pid: int, limits: Limits) -> int | None:
        """Put a process into a job of its own; None where Windows refuses that."""
        kernel = _kernel()
        job = kernel.CreateJobObjectW(None, None)
        process = kernel.OpenProcess(_ACCESS, False, pid)  # noqa: FBT003  # bInheritHandle
        limit = _Extended()
        limit.BasicLimitInformation.LimitFlags = (
            _PROCESS_MEMORY | _DIE_ON_EXCEPTION | _KILL_ON_CLOSE
        )
        limit.ProcessMemoryLimit = limits.memory
        size = ctypes.sizeof(limit)
        held = (
            job
            and process
            and kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(limit), size)
            and kernel.AssignProcessToJobObject(job, process)
        )
        if process:
            kernel.CloseHandle(process)
        if held:
            return int(job)
        if job:
            kernel.CloseHandle(job)
        return None

    def _end_job(job: int) -> None:
        kernel = _kernel()
        kernel.TerminateJobObject(job, 1)
        kernel.CloseHandle(job)

    def _end_session(pid: int) -> None:
        """Do nothing: there are no sessions."""

    def confine(limits: Limits) -> None:
        """Do nothing: the parent holds the process in a job object."""

    def grant(seconds: float) -> None:
        """Do nothing: the parent looks at the clock."""

else:
    import resource

    def _enclosed(pid: int, limits: Limits) -> int | None:  # noqa: ARG001
        return None

    def _end_job(job: int) -> None:
        """Do nothing: there are no jobs."""

    def _end_session(pid: int) -> None:
        """End every process of a session, also those that lead groups of their own."""
        for member in _members(pid):
            with suppress(ProcessLookupError, PermissionError):
                os.kill(member, signal.SIGKILL)

    def _members(session: int) -> Iterator[int]:
        for place in Path("/proc").glob("[0-9]*"):
            with suppress(OSError, ValueError, IndexError):
                fields = (place / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
                if int(fields[3]) == session:  # man 5 proc: state, parent, group, session
                    yield int(place.name)

    def confine(limits: Limits) -> None:
        """Limit the memory of this process, and make it the leader of what it starts."""
        os.setsid()
        _lower(resource.RLIMIT_DATA, limits.memory)
        _lower(resource.RLIMIT_CORE, 0)

    def grant(seconds: float) -> None:
        """Let this process compute for so long from now on; it ends itself after that.

        The parent looks at the clock; this serves when the parent is no more.
        """
        spent = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(spent.ru_utime + spent.ru_stime + seconds) + 1)

    def _lower(kind: int, wanted: int) -> None:
        """Set a soft limit, never above the hard one."""
        _soft, hard = resource.getrlimit(kind)
        value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(kind, (value, hard))
