"""Reading one file that is not imported: to compare it."""

from __future__ import annotations

from pathlib import Path

from policyviewer.app.readers.files import requests_of
from policyviewer.app.readers.messages import Reading, result_of
from policyviewer.app.readers.pool import ReaderPool
from policyviewer.domain.errors import UnreadableDocumentError


def read_file(path: Path) -> Reading:
    """Give what a file says.

    Raises UnreadableDocumentError, also for a folder, for an archive that does not hold exactly
    one file, and for what has a secrecy marking.
    """
    if not path.is_file():
        raise UnreadableDocumentError(f"“{path}”是文件夹，不是一份文件。", "请指定其中的一份文件。")
    with ReaderPool() as pool:
        answers = [answer for _file, answer in pool.read(requests_of([path]))]
    if len(answers) != 1:
        raise UnreadableDocumentError(
            f"“{path.name}”里不是正好一份文件。", "请解开压缩包，指定其中的一份。"
        )
    reading = result_of(answers[0])
    if reading.secrecy is not None:
        raise UnreadableDocumentError(
            f"“{path.name}”有密级标志“{reading.secrecy}”，不作对照，内容没有写入任何地方。",
            "涉密文件请按保密规定处理。",
        )
    return reading
