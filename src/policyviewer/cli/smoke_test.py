"""``--smoke-test``: the installed or frozen program proves that all its parts are there."""

from __future__ import annotations

import io
import tempfile
import zipfile
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from policyviewer.app.annotating import Draft
from policyviewer.app.catalogue import catalogue, is_current
from policyviewer.app.paths import AppPaths
from policyviewer.app.readers.messages import Read, Refused, Request
from policyviewer.app.readers.pool import ReaderPool
from policyviewer.app.services import Services, build_services
from policyviewer.app.settings import Settings
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.annotations import AnnotationKind
from policyviewer.domain.errors import UserError
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.ranges import TextRange
from policyviewer.search.analyzer import cut_words

_QUERY = "西部陆海新通道"
_NOTE = "自检批注"
_PNG = b"\x89PNG\r\n\x1a\n"


def smoke_test(_options: Namespace, real: AppPaths, terminal: Terminal) -> int:
    """Try every part in a temporary home; status 1 names the part that failed.

    Raises nothing but bugs: what a part raises as UserError is told with the part's name.
    """
    with tempfile.TemporaryDirectory(prefix="policyviewer-") as folder:
        paths = AppPaths.under(Path(folder))
        _step("资源", lambda: _check_resources(real), terminal)
        _step("分词", _check_tokenizer, terminal)
        _step("读取文件", _check_readers, terminal)
        with closing(build_services(paths, Settings(author="自检"))) as services:
            _step("检索", lambda: _check_search(services), terminal)
            _step("批注", lambda: _check_note(services), terminal)
        _step("窗口", lambda: _check_window(paths), terminal)
    terminal.text("自检通过")
    return 0


def _step(name: str, check: Callable[[], bool], terminal: Terminal) -> None:
    """Run one check and say its outcome; raises UserError when it fails."""
    if not check():
        raise UserError(f"自检失败：{name}。", "请重新安装程序；您的文件和批注不受影响。")
    terminal.text(f"{name}：正常")


def _check_resources(paths: AppPaths) -> bool:
    texts = all(file.path.is_file() for file in catalogue(paths.bundled_sources))
    shipped = (paths.bundled_index / "manifest.json").is_file()
    current = not shipped or is_current(paths.bundled_index, paths.bundled_sources)
    return texts and current


def _check_tokenizer() -> bool:
    return "陆海" in cut_words(_QUERY)


def _check_readers() -> bool:
    """Send a sound or empty file of each format to a reading process.

    Where a library is missing, the process answers with the place of the error, not with what
    is wrong with the file.
    """
    files = [(name, Request(name, data)) for name, data in _samples().items()]
    with ReaderPool(1) as pool:
        answers = dict(pool.read(files))
    sound = all(isinstance(answers[name], Read) for name in ("text", "html", "rtf", "docx"))
    return sound and not any(isinstance(one, Refused) and one.trace for one in answers.values())


def _samples() -> dict[str, bytes]:
    words = "".join(f"\\u{ord(sign)} ?" for sign in _QUERY)
    body = f"<w:body><w:p><w:r><w:t>{_QUERY}</w:t></w:r></w:p></w:body>"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return {
        "text": _QUERY.encode("gb18030"),
        "html": f"<!doctype html><p>{_QUERY}</p>".encode(),
        "rtf": f"{{\\rtf1 {words}}}".encode("ascii"),
        "docx": _zip("word/document.xml", f'<w:document xmlns:w="{space}">{body}</w:document>'),
        "pdf": b"%PDF-1.4\n",
        "xlsx": _zip("xl/workbook.xml", "<workbook/>"),
        "ofd": _zip("OFD.xml", "<OFD/>"),
        "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") * 99,
    }


def _zip(name: str, content: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr(name, content)
    return stream.getvalue()


def _check_search(services: Services) -> bool:
    page = services.searching.search(SearchQuery(_QUERY))
    return services.searching.ready and page.complete and page.total > 0


def _check_note(services: Services) -> bool:
    document = services.library.open(services.library.documents()[0].id)
    draft = Draft(AnnotationKind.NOTE, TextRange(0, 4), text=_NOTE)
    services.annotating.add(document, draft)
    return [one.annotation.text for one in services.annotating.of(document)] == [_NOTE]


def _check_window(paths: AppPaths) -> bool:
    from policyviewer.ui.screenshots import ScreenshotRequest, take

    out = paths.cache / "window.png"
    take(paths, ScreenshotRequest(out=out, search=_QUERY))
    return out.read_bytes().startswith(_PNG)
