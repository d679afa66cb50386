"""Writing a file whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpus_index.errors import PapersError

Content = str | bytes | Iterable[str | bytes]


def replace_file(name: str, content: Content, *, was: bytes | None = None) -> None:
    """Write `content`, text as UTF-8, to the file `name`, which keeps its old content until the new one is complete.

    It may come in pieces; what making them raises leaves the file as it was. What is no regular file (a device, a
    pipe) is written to directly. Raises `PapersError` where it cannot be written, or is not what it `was` any more.
    """
    path = Path(name)
    pieces = [content] if isinstance(content, (str, bytes)) else content
    written = (piece.encode() if isinstance(piece, str) else piece for piece in pieces)
    try:
        if path.exists() and not path.is_file():
            if path.is_dir():
                raise PapersError(name, "is a folder", "give the name of a file")
            with path.open("wb") as file:
                file.writelines(written)
            return
        # `Path.resolve` has an error of its own for links that lead in a circle.
        _replace(Path(os.path.realpath(path)), written, was)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise PapersError(name, f"cannot be written ({reason})", "give another file") from None


def _replace(path: Path, pieces: Iterable[bytes], was: bytes | None) -> None:
    mode = path.stat().st_mode if path.exists() else None
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode & 0o777 if mode is not None else 0o666 & ~_umask())
        with _alone_in(path.parent):
            if was is not None and (path.read_bytes() if path.exists() else b"") != was:
                raise PapersError(
                    str(path), "was changed meanwhile, and is left as it is now", "give the command again"
                )
            temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Keep others that do so from replacing a file of the folder at the same moment, where the system can."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _umask() -> int:
    # The only way to read it is to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
