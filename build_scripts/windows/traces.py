"""What a program leaves behind: the files it writes, and whether it speaks to a network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

State = tuple[int, int]
"""Size in bytes, and the time of the last change in nanoseconds."""
_WINES_OWN = re.compile(
    r"^(windows/|ProgramData/Microsoft/|users/[^/]+/(Temp|AppData/Local/Temp)/[^/]*$"
    r"|users/[^/]+/(Downloads|Templates|Desktop|Documents|Music|Pictures|Videos)$)"
)
"""What Wine itself keeps, and what lies for a moment in the folder for that."""
_INTERNET = re.compile(r"AF_INET6?\b")
_SPEAKS = re.compile(r"^\d+ +(?:<\.\.\. )?(?:connect|sendto|sendmsg|bind)\b")


def states(folder: Path) -> dict[str, State]:
    """Give the state of every file below a folder, by its place; links are not followed."""
    found: dict[str, State] = {}
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_file():
            continue
        status = path.stat()
        found[path.relative_to(folder).as_posix()] = (status.st_size, status.st_mtime_ns)
    return found


def written(before: Mapping[str, State], after: Mapping[str, State]) -> list[str]:
    """Give the places of files that are new, changed or gone, other than Wine's own."""
    places = before.keys() | after.keys()
    apart = (place for place in places if before.get(place) != after.get(place))
    return sorted(place for place in apart if not _WINES_OWN.match(place))


def outside(places: Iterable[str], folders: Iterable[str]) -> list[str]:
    """Give the places that lie in none of some folders."""
    allowed = [PurePosixPath(folder) for folder in folders]
    return [
        place
        for place in places
        if not any(PurePosixPath(place).is_relative_to(folder) for folder in allowed)
    ]


def spoken_to_network(strace: str) -> list[str]:
    """Give the calls of a log of strace that reach for the Internet's protocols."""
    lines = strace.splitlines()
    return [line for line in lines if _INTERNET.search(line) and _SPEAKS.search(line)]
