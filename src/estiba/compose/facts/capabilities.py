"""Linux capabilities: which there are, and which of them lead out of a container.

Source: capabilities(7) of the Linux man-pages. Docker takes the names in any case, with
`CAP_` in front or not, and `ALL` without it.
"""

from __future__ import annotations

PREFIX = "CAP_"
KNOWN = frozenset(
    """
    ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE
    DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE
    MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID
    SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE
    SYS_TIME SYS_TTY_CONFIG SYSLOG WAKE_ALARM
    """.split()
)
"""Their names, without `CAP_`, and `ALL`."""
DANGEROUS = frozenset(
    """
    ALL BPF DAC_READ_SEARCH MAC_ADMIN MAC_OVERRIDE NET_ADMIN PERFMON SYS_ADMIN SYS_BOOT SYS_MODULE
    SYS_PTRACE SYS_RAWIO SYS_TIME SYSLOG
    """.split()
)
"""Those that reach beyond the container; Docker grants none of them by itself."""


def capability_name(written: str) -> str | None:
    """Give the name as `KNOWN` has it; None where Linux has none of that name."""
    name = written.strip().upper()
    short = name.removeprefix(PREFIX)
    if short not in KNOWN or (short == "ALL" and name != short):
        return None
    return short
