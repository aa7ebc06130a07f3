"""Plain text in any encoding that Chinese offices use.

The rule was measured on 27 files, among them a 17-character title in GBK that statistical
detectors take for UTF-16: byte-order mark; strict UTF-8; UTF-16 when the bytes read so as Han
characters; GB18030.
"""

from __future__ import annotations

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.domain.patterns import regex
from policyviewer.importers.base import Extract
from policyviewer.importers.tabbed import tables_in

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROLS = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_USUAL = regex("[\t\n\r -~\u2014-\u2026\u3000-\u3015\u4e00-\u9fa5\uff01-\uff5e]")
_HAN = regex("[\u4e00-\u9fff]")
_CERTAIN = 3
"""Han characters in a row of bytes that make its encoding no coincidence."""
_READABLE = 0.7
_TEXT_SHARE = 0.98
"""Of the characters of a text, at least so many are no control characters."""


class TextImporter:
    """Reads .txt files; takes whatever decodes to text."""

    format = "txt"

    def takes(self, data: bytes) -> bool:
        """Say whether the bytes decode to text."""
        return decoded(data) is not None

    def extract(self, data: bytes, name: str) -> Extract:
        """Give the text without byte-order mark and control characters, with "\\n" line ends.

        What is set in columns with tabs is told as tables.
        """
        text = decoded(data)
        if text is None:
            raise UnreadableDocumentError(
                f"“{name}”不是文本文件，或已经损坏。",
                "请用原来的软件打开它，另存为 .txt 后再导入。",
            )
        clean = cleaned(text)
        return Extract(clean, tables_in(clean))


def decoded(data: bytes) -> str | None:
    """Give the bytes as text, or None when they are no text in any encoding known here."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _plausible(data[len(mark) :], encoding)
    others = () if _is_cut_utf_8(data) else (*_wide_encodings(data), "gb18030")
    for encoding in ("utf-8", *others):
        text = _plausible(data, encoding)
        if text is not None:
            return text
    return None


def cleaned(text: str) -> str:
    """Give the text with uniform line ends and without control characters; tabs stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n")
    return _CONTROLS.sub("", lines).replace("\ufeff", "")


def _is_cut_utf_8(data: bytes) -> bool:
    """Say whether the bytes are Chinese in UTF-8 that ends within a character.

    As GBK such a file may well decode, to other words. Hardly a text in GBK looks so.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        whole = data[: error.start].decode("utf-8")
        return error.reason == "unexpected end of data" and len(_HAN.findall(whole)) >= _CERTAIN
    return False


def _wide_encodings(data: bytes) -> tuple[str, ...]:
    """Give UTF-16 in the byte order in which the bytes read as Chinese, if they do in either.

    Text of Han characters alone has no zero byte in UTF-16; then it must read better so than
    as GBK, of which both bytes are high as well.
    """
    if len(data) % 2:
        return ()
    sample = data[: 1 << 16]
    shares = {name: _readable(sample, name) for name in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda name: shares[name])
    rival = 0.0 if b"\0" in sample else _readable(sample, "gb18030")
    return (best,) if shares[best] > max(_READABLE, rival) else ()


def _readable(sample: bytes, encoding: str) -> float:
    """Give the share of characters that a Chinese text is made of."""
    text = sample.decode(encoding, "replace")
    return len(_USUAL.findall(text)) / max(1, len(text))


def _plausible(data: bytes, encoding: str) -> str | None:
    """Give the decoded text if it decodes and looks like text."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    controls = len(_CONTROLS.findall(text))
    return text if controls <= (1 - _TEXT_SHARE) * len(text) else None
