"""Raised numbers: signs of notes, and powers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policyviewer.domain.patterns import regex
from policyviewer.importers.ordinals import circled
from policyviewer.importers.pages.lines import lines_of
from policyviewer.importers.pages.pieces import Piece

_NUMBER = regex(r"\d{1,3}", re.ASCII)
_SMALLER = 0.8
_TOUCHING = 0.5
"""Characters between a sign and the words that it belongs to, at most."""
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BEGINNING = regex(
    r"(?:(\d{1,3})(?!\d)[.．、]?|([①-⑳㉑-㉟㊱-㊿]|〔\d{1,3}〕))[\s\u3000]*", re.ASCII
)


def tell_raised(pieces: Sequence[Piece]) -> None:
    """Turn raised numbers into the signs that they are, so that 法¹和 is not read as 法1和."""
    for line in lines_of([piece for piece in pieces if piece.text]):
        for at, piece in enumerate(line.pieces):
            before = line.pieces[at - 1] if at else None
            after = line.pieces[at + 1] if at + 1 < len(line.pieces) else None
            if _NUMBER.fullmatch(piece.text) and _is_sign(piece, before, after):
                piece.text = _sign(piece.text, before.text if before else "")


def note_of(line: str, expected: int = 0) -> str:
    """Give the first line of a note, its sign as it is in the notes of a Word document.

    ``expected`` is the number that the note should have, which tells 1 2016年… from 12016年….
    """
    found = _BEGINNING.match(line)
    if found is None:
        number = str(expected)
        return (
            f"注{bracketed(expected)}：{line[len(number) :]}" if line.startswith(number) else line
        )
    sign = bracketed(int(found[1])) if found[1] else found[2]
    return f"注{sign}：{line[found.end() :]}"


def bracketed(number: int) -> str:
    """Give a note's sign: ①, and 〔51〕 where no circled number is."""
    sign = circled(number)
    return f"〔{sign}〕" if sign.isascii() else sign


def _is_sign(piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    """Say whether a number is raised beside words, or before a note's words differs in size."""
    beside = before or after
    if beside is None or max(piece.left - beside.right, beside.left - piece.right) > (
        _TOUCHING * beside.size
    ):
        return False
    high, tall = piece.bottom - piece.top, beside.bottom - beside.top
    if high <= _SMALLER * tall and piece.middle < beside.middle:
        return True
    level = abs(piece.bottom - beside.bottom) <= 0.1 * tall
    return (
        before is None and level and beside.text[:1].isdecimal() and abs(high - tall) > 0.1 * tall
    )


def _sign(number: str, before: str) -> str:
    if before[-1:].isascii() and before[-1:].isalnum():
        return number.translate(_POWERS)
    return bracketed(int(number)) if int(number) else number
