"""The library for a search server: what outgrows one machine goes to OpenSearch or Elasticsearch.

The files are theirs, as documented: ``index.json`` is the body that makes the index, and each
``bulk-*.ndjson`` the body of one bulk request. The server finds by the same rules: what is alike
to a reader is mapped to the same character (:mod:`policyviewer.search.folding`), and terms are
characters and their pairs, so that a phrase of the field ``text`` is any words in a row.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from policyviewer.app import indexing
from policyviewer.app.shelves import Shelf
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.patterns import regex
from policyviewer.domain.queries import IndexedProvision
from policyviewer.domain.tasks import Job, JobContext
from policyviewer.search.folding import fold

INDEX_FILE = "index.json"
LARGEST_REQUEST = 50 << 20
"""Bytes of a bulk request: servers take 100 MB at most unless they are told otherwise."""
_NAME = regex(r"[a-z0-9][a-z0-9_-]{0,99}")
_LAST_IDEOGRAPH = 0x3FFFF
_KEYWORDS = (
    *("document", "title", "source", "provision", "marker", "path", "citation"),
    *("issuers", "document_number", "kind", "written", "effective", "expires"),
)


def index_body() -> dict[str, object]:
    """Give the settings and the mapping of the index."""
    analysis = {
        "char_filter": {"alike": {"type": "mapping", "mappings": list(alike())}},
        "tokenizer": {
            "grams": {
                "type": "ngram",
                "min_gram": 1,
                "max_gram": 2,
                "token_chars": ["letter", "digit"],
            }
        },
        "analyzer": {"grams": {"type": "custom", "char_filter": ["alike"], "tokenizer": "grams"}},
    }
    text = {"type": "text", "analyzer": "grams"}
    properties: dict[str, object] = {name: {"type": "keyword"} for name in _KEYWORDS}
    properties["title"] = {"type": "keyword", "fields": {"text": text}}
    for name in ("text", "restored"):
        properties[name] = text
    for name in ("start", "ordinal", "year"):
        properties[name] = {"type": "integer"}
    return {
        "settings": {"index": {"max_ngram_diff": 1}, "analysis": analysis},
        "mappings": {"dynamic": "strict", "properties": properties},
    }


def alike() -> Iterator[str]:
    """Give the rules by which letters and digits become the plainer ones they are alike to."""
    for point in range(_LAST_IDEOGRAPH):
        char = chr(point)
        plain = fold(char)
        if plain != char and (char.isalnum() or plain.isalnum()) and plain.strip():
            yield f"{char} => {plain}"


def export(shelves: Sequence[Shelf], index: str, folder: Path) -> Job[int]:
    """Give the job that writes the files for an index; it gives the number of provisions.

    Raises UserError when the index cannot be called so, StorageError when nothing can be written.
    """
    if not _NAME.fullmatch(index):
        raise UserError(
            f"“{index}”不能作索引的名称。", "用小写字母、数字、连字符和下划线，不以符号开头。"
        )

    def run(ctx: JobContext) -> int:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            text = json.dumps(index_body(), ensure_ascii=False, indent=1)
            (folder / INDEX_FILE).write_text(f"{text}\n", encoding="utf-8", newline="\n")
            return _write_all(shelves, index, folder, ctx)
        except OSError as error:
            raise StorageError(
                f"无法写入“{folder}”。", "请检查磁盘空间和文件夹的写入权限。"
            ) from error

    return run


def entry(one: IndexedProvision, index: str) -> bytes:
    """Give the two lines by which a provision is put into the index, or replaced there."""
    action = {"index": {"_index": index, "_id": f"{one.document}#{one.provision}"}}
    source: dict[str, object] = {name: getattr(one, name) for name in _KEYWORDS}
    source |= {"text": one.text, "start": one.start, "ordinal": one.ordinal}
    if one.restored != one.text:
        source["restored"] = one.restored
    if one.written[:4].isdecimal():
        source["year"] = int(one.written[:4])
    lines = (json.dumps(line, ensure_ascii=False) for line in (action, source))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _write_all(shelves: Sequence[Shelf], index: str, folder: Path, ctx: JobContext) -> int:
    total = sum(shelf.documents.provision_count() for shelf in shelves)
    units = (one for shelf in shelves for one in indexing.units_of_all(shelf))
    done = number = 0
    file: BinaryIO | None = None
    try:
        for one in units:
            data = entry(one, index)
            if file is None or file.tell() + len(data) > LARGEST_REQUEST:
                number += 1
                if file is not None:
                    file.close()
                file = (folder / f"bulk-{number:05}.ndjson").open("wb")
            file.write(data)
            done += 1
            ctx.step(done, total, one.title)
    finally:
        if file is not None:
            file.close()
    return done
