"""File names as people can read them."""

from __future__ import annotations


def readable(name: str) -> str:
    r"""Give a file's name or path in words that can be printed, stored and searched.

    On Linux the names in an archive packed in China are often GBK, and Python keeps bytes that are
    no UTF-8 as lone surrogates (PEP 383). Such a part of a path is read as GBK and marked so, since
    two paths must stay two names; what is no GBK either is written out, as ``\udcff``.
    """
    return "/".join(part if _is_text(part) else _read(part) for part in name.split("/"))


def called(title: str, source: str) -> str:
    """Give what a document is called in lists: its title, or the name of its file without one."""
    name = source.replace("\\", "/").rpartition("/")[2]
    return title or name.rpartition(".")[0] or name


def _is_text(part: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in part)


def _read(part: str) -> str:
    try:
        return part.encode("utf-8", "surrogateescape").decode("gbk") + "（GBK）"
    except UnicodeError:
        return part.encode("utf-8", "backslashreplace").decode("utf-8")
