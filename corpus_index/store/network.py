"""Whether a file lies on a network file system, where locks often fail and a write-ahead log does not work.

See https://www.sqlite.org/howtocorrupt.html and https://www.sqlite.org/wal.html.
"""

import os
import re
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = re.compile(
    r"nfs4?|cifs|smb\w*|9p|afs|ncpfs|coda|ceph|glusterfs|lustre|gpfs|beegfs|davfs|fuse\.(?:sshfs|ceph\S*|glusterfs|"
    r"davfs\S*|rclone|s3fs|gcsfuse|smb\S*|nfs\S*)"
)
_ESCAPED = re.compile(r"\\([0-7]{3})")


def network_of(path: str | os.PathLike[str]) -> str | None:
    """The kind of network file system that `path` lies on (`nfs4`); `None` on a disk, and where that is unknown.

    Linux lists what is mounted where; on Windows a shared folder has a name of its own. Elsewhere nothing is known.
    """
    place = os.path.realpath(path)
    if place.startswith("\\\\"):
        return "shared folder"
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return None
    kind, longest = "", -1
    for line in lines:
        # Fields are separated by spaces; after a lone hyphen comes the kind (proc(5)).
        before, _, after = line.partition(" - ")
        mounted = _ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), before.split(" ")[4])
        # Of several that are mounted at one place, the last one is seen.
        if _holds(mounted, place) and len(mounted) >= longest:
            kind, longest = after.split(" ")[0], len(mounted)
    return kind if _NETWORK.fullmatch(kind) else None


def _holds(folder: str, place: str) -> bool:
    return place == folder or place.startswith(folder.rstrip("/") + "/")
