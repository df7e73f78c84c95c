"""Becomes the command it is given, tied to the life of the stack: `launch.py PARENT SIGNAL UID COMMAND...`.

Run as a script and before any other code, so nothing has to happen between fork and exec in a process with threads.
When the stack dies in a way it cannot handle, the kernel sends SIGNAL to the part (Linux; elsewhere a part outlives a
stack that was killed, and the next start finds its port in use).
"""

import ctypes
import os
import pwd
import sys

PR_SET_PDEATHSIG = 1
PRIVATE_UMASK = 0o077
"""What a part writes is for its user alone."""


def main(parent: int, signal_number: int, uid: int, command: list[str]) -> None:
    os.umask(PRIVATE_UMASK)
    if uid >= 0:
        os.setgroups([])
        os.setgid(pwd.getpwuid(uid).pw_gid)
        os.setuid(uid)
    if sys.platform == "linux":
        # After the change of user, which would clear it.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal_number, 0, 0, 0)
        if os.getppid() != parent:
            sys.exit("the stack ended while this part was starting")
    os.execv(command[0], command)  # noqa: S606 - the command is the stack's own


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
