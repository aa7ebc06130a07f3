from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

from smaller import FORMS, compact, deflated, gzipped, smaller


def test_what_is_packed_bears_no_time():
    packed = gzipped("人民 50 n\n".encode())
    assert (packed[4:8], gzip.decompress(packed).decode()) == (bytes(4), "人民 50 n\n")


def test_json_says_the_same_in_less():
    former = json.dumps({"重庆": [["chóng"], ["qìng"]]}, indent=1).encode()
    assert json.loads(compact(former)) == json.loads(former)
    assert compact(former) == '{"重庆":[["chóng"],["qìng"]]}'.encode()


def test_an_archive_has_the_same_entries_and_times():
    former = io.BytesIO()
    with zipfile.ZipFile(former, "w") as archive:
        archive.writestr(zipfile.ZipInfo("codecs.pyc", (1980, 1, 1, 0, 0, 0)), bytes(1000))
    made = deflated(former.getvalue())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert (archive.read("codecs.pyc"), len(made) < 300) == (bytes(1000), True)
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_only_what_has_a_form_is_written_anew(tmp_path: Path):
    source = tmp_path / "here.json"
    source.write_text('{"a": 1}')
    other = ("LICENSE", "LICENSE", "DATA")
    place = r"pypinyin\phrases_dict.json"
    made = smaller([other, (place, str(source), "DATA")], FORMS, tmp_path / "made")
    assert made[0] == other
    assert Path(made[1][1]).read_text() == '{"a":1}'
