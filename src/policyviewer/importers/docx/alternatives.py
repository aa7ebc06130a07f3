"""Content that Word stores twice, for newer and for older programs (mc:AlternateContent)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policyviewer.importers.docx.names import name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SAYS = frozenset({"t", "blip", "imagedata", "textpath", "chart"})


def chosen(element: Element) -> Element | None:
    """Give the branch to be read: the first newer one that says something, else the older one."""
    branches = [one for one in element if name_of(one) in {"Choice", "Fallback"}]
    telling = (one for one in branches if any(name_of(part) in _SAYS for part in one.iter()))
    return next(telling, branches[0] if branches else None)


def graphics(element: Element) -> Iterator[Element]:
    """Give what counts inside a drawing: text boxes, WordArt, pictures, charts, objects.

    Nothing inside a text box is given, and of two alternatives one.
    """
    waiting = [element]
    while waiting:
        one = waiting.pop()
        name = name_of(one)
        if name in {"txbxContent", "textpath", "blip", "imagedata", "chart", "relIds", "OLEObject"}:
            yield one
        elif name == "AlternateContent":
            branch = chosen(one)
            waiting += [] if branch is None else [branch]
        else:
            waiting.extend(reversed(one))
