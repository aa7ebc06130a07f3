from __future__ import annotations

import io
import lzma
import zipfile
from pathlib import Path
from typing import Any

from pypinyin import phrases_dict, pinyin_dict

from smaller import DICTIONARY_FORM, deflated, smaller, with_tables


def test_an_archive_has_the_same_entries_and_times():
    former = io.BytesIO()
    with zipfile.ZipFile(former, "w") as archive:
        archive.writestr(zipfile.ZipInfo("codecs.pyc", (1980, 1, 1, 0, 0, 0)), bytes(1000))
    made = deflated(former.getvalue())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert (archive.read("codecs.pyc"), len(made) < 300) == (bytes(1000), True)
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_only_what_has_a_form_is_written_anew(tmp_path: Path):
    source = tmp_path / "dict.txt"
    source.write_text("a 1 n\n")
    other = ("LICENSE", "LICENSE", "DATA")
    made = smaller([other, (r"jieba\dict.txt", str(source), "DATA")], DICTIONARY_FORM, tmp_path)
    assert made[0] == other
    assert Path(made[1][0]).as_posix() == "jieba/dict.txt.xz"
    assert lzma.decompress(Path(made[1][1]).read_bytes()) == source.read_bytes()


def test_pypinyins_tables_say_the_same_as_modules(tmp_path: Path):
    tables = {"phrases_dict": phrases_dict, "pinyin_dict": pinyin_dict}
    modules = [(f"pypinyin.{name}", str(one.__file__), "M") for name, one in tables.items()]
    for module, file, _kind in with_tables([*modules, ("pypinyin.core", "", "M")], tmp_path):
        name = module.rpartition(".")[2]
        told: dict[str, Any] = {}
        exec(Path(file).read_text(encoding="utf-8"), told)  # as the import does
        assert told[name] == getattr(tables[name], name)
    assert len(list(tmp_path.iterdir())) == 2
