"""How a database file is named to SQLite when options go with the name."""

from __future__ import annotations

import os
from pathlib import PurePath
from urllib.parse import quote


def address(path: PurePath, options: str = "") -> str:
    """Give the URI of an absolute path, also of one on a network share.

    ``Path.as_uri`` makes the share's server the URI's authority, which SQLite refuses
    (https://www.sqlite.org/uri.html); here the server is part of the path.
    """
    name = quote(os.fsencode(path.as_posix()), safe="/:")
    root = "" if name.startswith("/") else "/"
    return f"file://{root}{name}" + (f"?{options}" if options else "")
