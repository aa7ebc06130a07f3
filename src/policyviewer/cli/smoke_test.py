"""``--smoke-test``: the installed or frozen program proves that all its parts are there."""

from __future__ import annotations

import io
import tempfile
import zipfile
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from policyviewer.app.annotating import Draft
from policyviewer.app.catalogue import MANIFEST, catalogue, is_current
from policyviewer.app.paths import AppPaths
from policyviewer.app.readers.messages import Read, Refused, Request
from policyviewer.app.readers.pool import ReaderPool
from policyviewer.app.services import Services, build_services
from policyviewer.app.settings import Settings
from policyviewer.app.tasking import sheet_of
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.annotations import AnnotationKind
from policyviewer.domain.documents import Document, DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.progress import TaskProgress
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.search.analyzer import cut_words
from policyviewer.search.initials import initials
from policyviewer.storage.database import Schema
from policyviewer.storage.steps import steps_of

_QUERY = "西部陆海新通道"
_ANSWER = DocumentId("regional-coordination")
"""The bundled document that has the words of the query."""
_SAMPLES = ("办法.docx", "办法.pdf", "办法.doc")
_OF_SAMPLES = "垃圾不过夜"
_NOTE = "自检批注"
_DUE = "2026-06-30"
_PNG = b"\x89PNG\r\n\x1a\n"
_BEGINNINGS = {".xlsx": b"PK", ".docx": b"PK", ".ics": b"BEGIN:VCALENDAR"}
"""How the files begin into which tasks are written."""


def smoke_test(options: Namespace, real: AppPaths, terminal: Terminal) -> int:
    """Try every part in a temporary home; status 1 names the part that failed.

    Raises nothing but bugs: what a part raises as UserError is told with the part's name.
    """
    with tempfile.TemporaryDirectory(prefix="policyviewer-") as folder:
        paths = AppPaths.under(Path(folder))
        _step("资源", lambda: _check_resources(real), terminal)
        _step("分词", _check_tokenizer, terminal)
        _step("读取文件", lambda: _check_readers(real), terminal)
        with closing(build_services(paths, Settings(author="自检"))) as services:
            _step("数据库", lambda: _check_databases(services), terminal)
            _step("索引", lambda: _check_index(services, paths), terminal)
            _step("检索", lambda: _check_search(services), terminal)
            _step("批注", lambda: _check_note(services), terminal)
            _step("导入", lambda: _check_import(services, paths), terminal)
            _step("导出", lambda: _check_export(services, paths), terminal)
            _step("排版", lambda: _check_paper(services, paths), terminal)
            _step("资料包", lambda: _check_pack(paths), terminal)
        _step("批注读回", lambda: _check_kept(paths), terminal)
        _step("窗口", lambda: _check_window(paths, options.picture), terminal)
    terminal.text("自检通过")
    return 0


def _step(name: str, check: Callable[[], bool], terminal: Terminal) -> None:
    """Run one check and say its outcome; raises UserError when it fails."""
    if not check():
        raise UserError(f"自检失败：{name}。", "请重新安装程序；您的文件和批注不受影响。")
    terminal.text(f"{name}：正常")


def _check_resources(paths: AppPaths) -> bool:
    texts = all(file.path.is_file() for file in catalogue(paths.bundled_sources))
    shipped = (paths.bundled_index / MANIFEST).is_file()
    current = not shipped or is_current(paths.bundled_index, paths.bundled_sources)
    return texts and current


def _check_tokenizer() -> bool:
    """Cut words, and read a city's name as only a table of phrases can tell it."""
    return "陆海" in cut_words(_QUERY) and initials("重庆市") == "cqs"


def _check_readers(paths: AppPaths) -> bool:
    """Send a file of each format to a reading process: real ones of those that take most to
    read, and for others an empty one.

    Where a library is missing, the process answers with the place of the error, not with what
    is wrong with the file.
    """
    samples = {name: (paths.samples / name).read_bytes() for name in _SAMPLES}
    made = _made_files()
    files = [(name, Request(name, data)) for name, data in (samples | made).items()]
    with ReaderPool(1) as pool:
        answers = dict(pool.read(files))
    if any(isinstance(one, Refused) and one.trace for one in answers.values()):
        return False
    wanted = dict.fromkeys(_SAMPLES, _OF_SAMPLES) | dict.fromkeys(("text", "html", "rtf"), _QUERY)
    return all(words in _text_of(answers[name]) for name, words in wanted.items())


def _text_of(answer: Read | Refused) -> str:
    return answer.reading.outline.text if isinstance(answer, Read) else ""


def _made_files() -> dict[str, bytes]:
    words = "".join(f"\\u{ord(sign)} ?" for sign in _QUERY)
    return {
        "text": _QUERY.encode("gb18030"),
        "html": f"<!doctype html><p>{_QUERY}</p>".encode(),
        "rtf": f"{{\\rtf1 {words}}}".encode("ascii"),
        "xlsx": _zip("xl/workbook.xml", "<workbook/>"),
        "ofd": _zip("OFD.xml", "<OFD/>"),
    }


def _zip(name: str, content: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr(name, content)
    return stream.getvalue()


def _check_databases(services: Services) -> bool:
    """See that all migrations were there to be applied."""
    own = services.collection.own.database
    return all(
        database.version == steps_of(schema.value)[-1].number
        for database, schema in ((services.notes, Schema.NOTES), (own, Schema.LIBRARY))
    )


def _check_index(services: Services, paths: AppPaths) -> bool:
    """See that the index that came with the program is the one in use, read-only."""
    bundled = services.collection.shelves[0]
    shipped = (paths.bundled_index / MANIFEST).is_file()
    return not bundled.writable and (not shipped or bundled.index.parent == paths.bundled_index)


def _check_search(services: Services) -> bool:
    """Find the bundled document, wherever it stands among those of a team's edition."""
    page = services.searching.search(SearchQuery(_QUERY, limit=None))
    found = {hit.document for hit in page.hits}
    return services.searching.ready and page.complete and _ANSWER in found


def _check_note(services: Services) -> bool:
    document = services.library.open(services.library.documents()[0].id)
    draft = Draft(AnnotationKind.NOTE, TextRange(0, 4), text=_NOTE)
    services.annotating.add(document, draft)
    return [one.annotation.text for one in services.annotating.of(document)] == [_NOTE]


def _check_kept(paths: AppPaths) -> bool:
    """Read the note back after everything was closed."""
    with closing(build_services(paths, Settings())) as services:
        return [one.text for one in services.annotating.all()] == [_NOTE]


def _check_import(services: Services, paths: AppPaths) -> bool:
    """Import a Word file and find its words."""
    report = services.importing.job([paths.samples / _SAMPLES[0]])(JobContext())
    services.searching.refresh()
    return report.imported == 1 and services.searching.search(SearchQuery(_OF_SAMPLES)).total > 0


def _check_export(services: Services, paths: AppPaths) -> bool:
    """Write the tasks of the imported file in each format, due on a day for the calendar."""
    from policyviewer.app.tasks_export import export_tasks

    document = _imported(services)
    found = sheet_of(document.id, document.outline)
    tasks = tuple(replace(one, progress=TaskProgress(due=_DUE)) for one in found.tasks)
    for ending, beginning in _BEGINNINGS.items():
        out = _out(paths, f"任务{ending}")
        count = export_tasks(replace(found, tasks=tasks), out)
        if not count or not out.read_bytes().startswith(beginning):
            return False
    return True


def _check_paper(services: Services, paths: AppPaths) -> bool:
    """Set the imported file as a PDF; printers are not asked for, as one that is far takes long."""
    from policyviewer.ui.paper.job import PrintWish, write_pdf
    from policyviewer.ui.paper.offscreen import ready

    out = _out(paths, "排版.pdf")
    with ready(paths):
        write_pdf(PrintWish(_imported(services).outline, "自检"), out, JobContext())
    return out.read_bytes().startswith(b"%PDF-")


def _check_pack(paths: AppPaths) -> bool:
    """Sign a pack of the library with the imported file, trust its publisher, and install it."""
    from policyviewer.app.packs import keys
    from policyviewer.app.packs.building import Order, build_pack
    from policyviewer.app.packs.service import PackService

    today = date.today()  # noqa: DTZ011  # keys and packs are dated by the publisher's day
    folder, pack = _out(paths, "密钥"), _out(paths, "自检.pvpack")
    publisher = keys.generate(folder, "自检", today)
    order = Order(
        source=paths.library,
        library="smoke-test",
        title="自检",
        as_of=today.isoformat(),
        version=1,
        valid_days=1,
        dictionary=paths.dictionary,
    )
    build_pack(order, keys.load(folder, str), pack, JobContext())
    service = PackService(paths)
    service.trust(publisher)
    return service.install(pack)(JobContext()).installation.current.documents == 1


def _out(paths: AppPaths, name: str) -> Path:
    paths.cache.mkdir(parents=True, exist_ok=True)
    return paths.cache / name


def _imported(services: Services) -> Document:
    hits = services.searching.search(SearchQuery(_OF_SAMPLES)).hits
    return services.library.open(hits[0].document)


def _check_window(paths: AppPaths, picture: Path | None) -> bool:
    from policyviewer.ui.screenshots import ScreenshotRequest, take

    out = picture or paths.cache / "window.png"
    take(paths, ScreenshotRequest(out=out, search=_QUERY))
    return out.read_bytes().startswith(_PNG)
