from __future__ import annotations

import pytest

import version_info


def test_the_version_stands_in_numbers_and_words():
    text = version_info.text("1.20.3")
    assert "filevers=(1, 20, 3, 0)" in text
    assert "StringStruct('ProductVersion', '1.20.3')" in text


def test_the_file_reads_as_pyinstaller_reads_it():
    classes = ("VarFileInfo", "VarStruct", "StringFileInfo", "StringTable", "StringStruct")
    names = {name: lambda *values: values for name in classes}
    resource = eval(
        version_info.text("0.1.0"), {**names, "VSVersionInfo": dict, "FixedFileInfo": dict}
    )
    assert resource["ffi"]["prodvers"] == (0, 1, 0, 0)
    assert [len(kid) for kid in resource["kids"]] == [1, 1]


@pytest.mark.parametrize("version", ["1.0", "1.0.0.0", "1.0.0rc1", ""])
def test_another_form_of_version_is_refused(version: str):
    with pytest.raises(ValueError, match=r"x\.y\.z|invalid literal"):
        version_info.text(version)
