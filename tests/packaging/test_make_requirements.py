from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import make_requirements
from make_requirements import Package, applicable, closure, package_of, pinned, text_of

ROOT = Path(__file__).parents[2]
COMMITTED = make_requirements.REQUIREMENTS.read_text(encoding="utf-8")


def test_the_file_agrees_with_the_pins_of_the_project():
    present = pinned(COMMITTED)
    for one in make_requirements.pins(ROOT / "pyproject.toml"):
        version, _sha256 = present[canonicalize_name(one.name)]
        assert one.specifier.contains(version, prereleases=True), one


def test_every_line_has_a_hash_and_names_no_host():
    lines = [line for line in COMMITTED.splitlines() if not line.startswith("#")]
    assert len(pinned(COMMITTED)) == len(lines) > 25
    assert "/" not in "".join(lines)


def test_what_freezes_is_pinned_too():
    assert {"pyinstaller", "pyinstaller-hooks-contrib", "pywin32-ctypes"} <= pinned(
        COMMITTED
    ).keys()


def test_requirements_of_other_systems_and_extras_are_left_out():
    wanted = ["a; sys_platform == 'win32'", "b; sys_platform == 'linux'", "c; extra == 'x'", "d>1"]
    assert [one.name for one in applicable(wanted)] == ["a", "d"]


def shelf(*packages: Package):
    """Give what finds packages by name, at the newest version unless another is asked for."""

    def fetch(one: Requirement) -> Package:
        found = [package for package in packages if package.name == one.name]
        return next(p for p in found if one.specifier.contains(p.version))

    return fetch


def test_what_packages_need_is_found_too():
    fetch = shelf(Package("a", "1", "0", ("b>=2", "c; os_name == 'posix'")), Package("b", "3", "1"))
    found = closure([Requirement("a==1")], {}, fetch)
    assert [(one.name, one.version) for one in found] == [("a", "1"), ("b", "3")]


def test_a_version_that_is_good_enough_stays():
    fetch = shelf(Package("a", "1", "0", ("b",)), Package("b", "3", "1"), Package("b", "2", "1"))
    found = closure([Requirement("a")], {"b": "2"}, fetch)
    assert found[1].version == "2"


def test_packages_that_do_not_go_together_are_refused():
    fetch = shelf(Package("a", "1", "0"), Package("b", "1", "0", ("a>=2",)))
    with pytest.raises(ValueError, match="a>=2"):
        closure([Requirement("a==1"), Requirement("b")], {}, fetch)


def test_the_written_file_reads_back():
    sha256 = "0" * 64
    assert pinned(text_of([Package("a-b", "1.0", sha256)])) == {"a-b": ("1.0", sha256)}


METADATA = b"Name: Some.Thing\nVersion: 1.2\nRequires-Dist: other>=1\n"


def test_a_wheel_tells_its_needs(tmp_path: Path):
    file = tmp_path / "Some_Thing-1.2-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as wheel:
        wheel.writestr("Some_Thing-1.2.dist-info/METADATA", METADATA)
    found = package_of(file)
    assert (found.name, found.version, found.needs) == ("some-thing", "1.2", ("other>=1",))


def test_a_source_archive_tells_its_needs(tmp_path: Path):
    file = tmp_path / "some_thing-1.2.tar.gz"
    with tarfile.open(file, "w:gz") as archive:
        entry = tarfile.TarInfo("some_thing-1.2/PKG-INFO")
        entry.size = len(METADATA)
        archive.addfile(entry, io.BytesIO(METADATA))
    assert package_of(file).needs == ("other>=1",)
