"""What the reader may not do, as far as the system lets it be forbidden: each of these is tried, none is relied on alone."""

import ctypes
import os
import platform
import resource
import signal
import struct
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_LIBC = ctypes.CDLL(None, use_errno=True)
if sys.platform == "linux":
    _LIBC.prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]
    _LIBC.syscall.restype = ctypes.c_long

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38

ROOT = Path(__file__).parents[1]
"""Where this project's packages are."""
OPEN_FILES = 64


def confine() -> dict[str, bool]:
    """Give up what the reading of a document has no use for; what could be given up, by name.

    Nothing can be written hereafter, and of files only programs, libraries and the data of OCR can be read.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    _prctl(_PR_SET_DUMPABLE, 0)
    return {
        "network": _leave_network(),
        "privileges": _prctl(_PR_SET_NO_NEW_PRIVS, 1),
        "files": _restrict_files(_needed_files()),
        "calls": _forbid_calls(),
    }


def die_with_parent(parent: int) -> None:
    """Have the kernel kill this process when its parent ends."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _needed_files() -> list[Path]:
    """Not the project's own folder, nor the working one, which may hold data."""
    libraries = [Path(entry) for entry in sys.path if entry and Path(entry).resolve() not in (ROOT, Path.cwd())]
    code = [ROOT / package for package in ("reading", "resume_parser")]
    system = [Path(path) for path in ("/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/localtime", "/dev", "/proc")]
    data = [Path(folder) for folder in [os.environ.get("TESSDATA_PREFIX")] if folder]
    return [*libraries, Path(sys.prefix), Path(sys.base_prefix), *code, *system, *data]


def _prctl(option: int, value: int) -> bool:
    return bool(sys.platform == "linux" and _LIBC.prctl(option, value, 0, 0, 0) == 0)


def _leave_network() -> bool:
    """Into a network without interfaces; who is not root gets one in a user namespace, where those are allowed."""
    if sys.platform != "linux":
        return False
    return any(_LIBC.unshare(kind) == 0 for kind in (_CLONE_NEWNET, _CLONE_NEWUSER | _CLONE_NEWNET))


# Landlock, see landlock(7). The numbers are those of all architectures.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION = 1
_PATH_BENEATH = 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_RIGHTS_BY_VERSION = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}
"""All rights to files that the version knows, as bits."""
_TCP_FROM, _TCP = 4, 0b11
"""To bind and to connect."""
_SCOPES_FROM, _SCOPES = 6, 0b11
"""Abstract sockets and signals stay among the zygote and its readers."""


def _restrict_files(readable: Iterable[Path]) -> bool:
    version = _syscall(_CREATE_RULESET, None, 0, _VERSION)
    if version < 1:
        return False
    handled = struct.pack("=Q", _RIGHTS_BY_VERSION[min(version, max(_RIGHTS_BY_VERSION))])
    handled += struct.pack("=Q", _TCP) if version >= _TCP_FROM else b""
    handled += struct.pack("=Q", _SCOPES) if version >= _SCOPES_FROM else b""
    ruleset = _syscall(_CREATE_RULESET, handled, len(handled), 0)
    if ruleset < 0:
        return False
    try:
        for path in readable:
            _allow_reading(ruleset, path)
        return _syscall(_RESTRICT_SELF, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _allow_reading(ruleset: int, path: Path) -> None:
    with suppress(OSError):
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            rights = _READ_FILE | (_READ_FOLDER if path.is_dir() else 0)
            _syscall(_ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("=Qi", rights, opened), 0)
        finally:
            os.close(opened)


def _syscall(number: int, *arguments: int | bytes | None) -> int:
    if sys.platform != "linux":
        return -1
    passed = [ctypes.c_long(one) if isinstance(one, int) else ctypes.c_char_p(one) for one in arguments]
    return int(_LIBC.syscall(ctypes.c_long(number), *passed))


# A filter of system calls, see seccomp(2): sockets, programs and other processes are none of a reader's business.
_SECCOMP_MODE_FILTER = 2
_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # EPERM
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4
_X32_CALLS = 0x40000000

_ARCHITECTURES: dict[str, tuple[int, tuple[int, ...]]] = {
    # socket, connect, bind, listen, execve, ptrace, kexec_load, add_key, keyctl, unshare, setns, process_vm_readv,
    # process_vm_writev, bpf, execveat, io_uring_setup
    "x86_64": (0xC000003E, (41, 42, 49, 50, 59, 101, 246, 248, 250, 272, 308, 310, 311, 321, 322, 425)),
    "aarch64": (0xC00000B7, (198, 203, 200, 201, 221, 117, 104, 217, 219, 97, 268, 270, 271, 280, 281, 425)),
}


def _forbid_calls() -> bool:
    known = _ARCHITECTURES.get(platform.machine())
    if known is None or sys.platform != "linux":
        return False
    program = b"".join(_filter(*known))
    buffer = ctypes.create_string_buffer(program, len(program))
    described = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(buffer)))
    return bool(_LIBC.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(described), 0, 0) == 0)


def _filter(architecture: int, forbidden: tuple[int, ...]) -> Iterator[bytes]:
    """Instructions of 8 bytes: code, steps to jump if true and if false, operand."""
    to_refusal = len(forbidden) + 1
    yield struct.pack("HBBI", _LOAD, 0, 0, _ARCHITECTURE_AT)
    yield struct.pack("HBBI", _JUMP_IF_EQUAL, 0, to_refusal + 2, architecture)
    yield struct.pack("HBBI", _LOAD, 0, 0, _NUMBER_AT)
    yield struct.pack("HBBI", _JUMP_IF_AT_LEAST, to_refusal, 0, _X32_CALLS)
    for place, number in enumerate(forbidden):
        yield struct.pack("HBBI", _JUMP_IF_EQUAL, len(forbidden) - place, 0, number)
    yield struct.pack("HBBI", _RETURN, 0, 0, _ALLOW)
    yield struct.pack("HBBI", _RETURN, 0, 0, _REFUSE)
