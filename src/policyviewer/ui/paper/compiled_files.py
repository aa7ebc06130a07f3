"""A compilation as a file: a Word document or a PDF."""

from __future__ import annotations

from pathlib import Path

from policyviewer.app.exporting import put
from policyviewer.domain.errors import UserError
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.paper.compiled import CompiledWish, compiled, laid_out_compilation, pages_of
from policyviewer.ui.paper.job import save_pdf
from policyviewer.ui.paper.print import Print
from policyviewer.ui.paper.word import word_of
from policyviewer.ui.translation import tr


def write_compilation(wish: CompiledWish, path: Path, ctx: JobContext) -> Print:
    """Write a compilation into a file, .docx or .pdf by its name, in the place of one that is
    there; gives its pages.

    Raises UserError when it has no parts or the format is unknown, and StorageError when the file
    cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in {".docx", ".pdf"}:
        words = tr("不认识“{ending}”这种格式。").format(ending=path.suffix)
        raise UserError(words, tr("文件名请以 .docx 或 .pdf 结尾。"))
    made = laid_out_compilation(wish, ctx)
    if ending == ".pdf":
        save_pdf(made, path, ctx)
    else:
        put(path, word_of(compiled(wish), pages_of(made.pages)))
    return made
