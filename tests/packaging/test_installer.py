from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest

from windows.installer import SCRIPT, escaped, file_list

PLACES = [PurePosixPath(one) for one in ("b/z.dll", "a.exe", "b/政策.txt", "b/c/$x", "B.exe")]


def test_files_are_listed_folder_by_folder_in_one_order():
    listed = file_list(PLACES, Path("/p"))
    assert listed == file_list(reversed(PLACES), Path("/p"))
    assert listed.splitlines() == [
        'SetOutPath "$INSTDIR\\new"',
        'File "/p/B.exe"',
        'File "/p/a.exe"',
        'SetOutPath "$INSTDIR\\new\\b"',
        'File "/p/b/z.dll"',
        'File "/p/b/政策.txt"',
        'SetOutPath "$INSTDIR\\new\\b\\c"',
        'File "/p/b/c/$$x"',
    ]


@pytest.mark.parametrize("name", ['a"b', "a\nb"])
def test_what_would_end_a_string_is_refused(name: str):
    with pytest.raises(ValueError, match="cannot stand"):
        escaped(name)


def test_every_sentence_is_there_in_both_languages():
    script = SCRIPT.read_text(encoding="utf-8")
    told = re.findall(r'!insertmacro WORDS (\w+) "([^"]+)" *(?:\\\n)? *"([^"]+)"', script)
    used = set(re.findall(r"\$\((\w+)\)", script))
    assert used == {name for name, _chinese, _english in told}
    assert all(re.search("[一-龥]", chinese) for _name, chinese, _english in told)
    assert not [english for _name, _chinese, english in told if re.search("[一-龥]", english)]


def test_the_users_work_is_deleted_only_where_it_was_asked_for():
    script = SCRIPT.read_text(encoding="utf-8")
    asked = script.partition("${If} $DeleteData == ${BST_CHECKED}")[2].partition("${EndIf}")[0]
    deleting = r'RMDir /r "\$\{DATA\}\\(data|library)"'
    assert len(re.findall(deleting, script)) == len(re.findall(deleting, asked)) == 2
