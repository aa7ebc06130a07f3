"""The signs that msdoc2docx writes for control characters, taken out again.

A control character of Word 97, such as the mark of a comment (U+0005), is never printed, but
becomes U+FFFD, which elsewhere means a damaged character.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Any

_SIGN = "\ufffd".encode()
_REPLACED = "UNSUPPORTED_CONTROL_CHARACTER"


def replaced(diagnostics: Iterable[Any]) -> int:
    """Give how many control characters msdoc2docx tells that it has replaced."""
    return sum(int(one.details.get("count", 0)) for one in diagnostics if one.code == _REPLACED)


def without_signs(docx: bytes, count: int) -> bytes:
    """Give a .docx file without the signs; the same bytes when it holds not ``count`` of them.

    With more or fewer signs it is open which of them stand for damage, and that must be seen.
    """
    if count == 0:
        return docx
    with zipfile.ZipFile(io.BytesIO(docx)) as source:
        parts = {one: source.read(one) for one in source.namelist()}
    told = [name for name in parts if name.startswith("word/") and name.endswith(".xml")]
    if sum(parts[name].count(_SIGN) for name in told) != count:
        return docx
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data.replace(_SIGN, b"") if name in told else data)
    return target.getvalue()
