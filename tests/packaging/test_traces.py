from __future__ import annotations

from pathlib import Path

import pytest

from windows.traces import outside, spoken_to_network, states, written


def test_what_is_new_changed_or_gone_was_written(tmp_path: Path):
    for name in ("same", "changed", "gone"):
        (tmp_path / name).write_text(name)
    before = states(tmp_path)
    (tmp_path / "changed").write_text("longer than it was")
    (tmp_path / "gone").unlink()
    (tmp_path / "new").touch()
    assert written(before, states(tmp_path)) == ["changed", "gone", "new"]


@pytest.mark.parametrize(
    ("place", "own"),
    [
        ("windows/system32/x.log", True),
        ("users/li/Temp/x.tmp", True),
        ("users/li/AppData/Local/Temp/x.tmp", True),
        ("users/li/AppData/Local/PolicyViewer/data/notes.sqlite", False),
        ("users/li/Documents/x.txt", False),
        ("x.txt", False),
    ],
)
def test_wines_own_files_do_not_count(place: str, own: bool):
    assert written({}, {place: (1, 1)}) == ([] if own else [place])


def test_only_whole_folders_are_allowed():
    places = ["a/b/c", "a/bc", "d"]
    assert outside(places, ["a/b"]) == ["a/bc", "d"]


LOG = """\
12  connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X9"}, 20) = 0
12  connect(7, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("10.0.0.1")}, 16) = -1
13  <... connect resumed>) = 0
14  sendto(3, "AF_INET", 7, 0, NULL, 0) = 7
15  bind(4, {sa_family=AF_INET6, sin6_port=htons(0)}, 28) = 0
"""


def test_calls_to_the_internet_are_told_from_those_on_this_machine():
    found = spoken_to_network(LOG)
    assert [line.partition(" ")[0] for line in found] == ["12", "14", "15"]
    assert "443" in found[0]
