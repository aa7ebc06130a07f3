from __future__ import annotations

from pathlib import Path

import pytest

from windows.launcher import resources


def test_the_launcher_has_name_version_and_icon():
    script = resources("某县政策库", "1.20.3", Path("/icons/x.ico"))
    assert "FILEVERSION 1,20,3,0" in script
    assert 'VALUE "ProductName", "某县政策库"' in script
    assert '1 ICON "/icons/x.ico"' in script


@pytest.mark.parametrize("name", ['a"b', "a\\b", "a\nb"])
def test_a_name_that_would_end_a_string_is_refused(name: str):
    with pytest.raises(ValueError, match="cannot stand"):
        resources(name, "1.0.0", Path("/x.ico"))
