from __future__ import annotations

from pathlib import Path

import pytest

import build
import policyviewer

ROOT = Path(__file__).parents[2]


def changelog(folder: Path, text: str) -> Path:
    (folder / "CHANGELOG.md").write_text(text, encoding="utf-8")
    return folder


def test_source_installation_and_changelog_agree():
    assert build.checked_version(ROOT) == policyviewer.__version__


def test_a_version_without_a_changelog_section_is_refused(tmp_path: Path):
    with pytest.raises(build.BuildError, match=r"CHANGELOG\.md has no section"):
        build.checked_version(changelog(tmp_path, "# Changelog\n\n## 0.0.1\n"))


def test_an_outdated_installation_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(policyviewer, "__version__", "99.0.0")
    with pytest.raises(build.BuildError, match="not what is installed"):
        build.checked_version(ROOT)


def test_every_resource_and_migration_is_required():
    required = build.required_files(ROOT, "linux")
    on_disk = [*(ROOT / "resources").rglob("*"), *(ROOT / "src").rglob("*.sql")]
    names = {file.name for file in on_disk if file.is_file()}
    assert {"library.toml", "0001_documents.sql"} <= names
    names = {name for name in names if not name.endswith(".ts")}
    assert names <= {place.rpartition("/")[2] for place in required}


def test_the_inspection_names_what_is_missing_and_what_is_too_much(tmp_path: Path):
    surplus = tmp_path / "_internal" / "PySide6" / "Qt6Network.dll"
    surplus.parent.mkdir(parents=True)
    surplus.touch()
    with pytest.raises(build.BuildError) as caught:
        build.inspect(tmp_path, ROOT)
    assert "missing: resources/library/library.toml" in str(caught.value)
    assert "must not be there: PySide6/Qt6Network.dll" in str(caught.value)


def test_sizes_are_told_by_part_largest_first(tmp_path: Path):
    (tmp_path / "small").write_bytes(bytes(100_000))
    (tmp_path / "large").write_bytes(bytes(3_000_000))
    table = build.sizes(tmp_path).splitlines()
    assert [row.split()[-1] for row in table[1:]] == ["large", "small"]
    assert table[0].split()[0] == "3.1"


def test_the_smoke_test_inherits_nothing_that_could_help(tmp_path: Path):
    ours = {"PATH": "/bin", "PYTHONPATH": "src", "POLICYVIEWER_HOME": "/x", "VIRTUAL_ENV": "/v"}
    environ = build.smoke_environment(tmp_path, ours)
    assert environ["PATH"] == "/bin"
    assert environ["HOME"] == str(tmp_path)
    assert not {"PYTHONPATH", "POLICYVIEWER_HOME", "VIRTUAL_ENV"} & environ.keys()


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Give the folder of a program that only says what is asked of it."""
    folder = tmp_path / "PolicyViewer"
    folder.mkdir()
    return folder


def pretend(program: Path, script: str) -> Path:
    executable = program / "policyviewer"
    executable.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    executable.chmod(0o755)
    return program


@pytest.mark.skipif("sys.platform == 'win32'", reason="the stand-in program is a shell script")
@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ("exit 3", "status 3"),
        ("echo trouble >&2", "trouble"),
        ('touch "$(dirname "$0")/cache"', "wrote into its own folder"),
    ],
)
def test_a_bad_smoke_test_ends_the_build(program: Path, script: str, complaint: str):
    with pytest.raises(build.BuildError, match=complaint):
        build.smoke_test(pretend(program, script))


@pytest.mark.skipif("sys.platform == 'win32'", reason="the stand-in program is a shell script")
def test_a_good_smoke_test_is_passed_on(program: Path, capfd: pytest.CaptureFixture[str]):
    build.smoke_test(pretend(program, 'echo "$1"'))
    assert capfd.readouterr().out == "--smoke-test\n"


@pytest.mark.slow
@pytest.mark.skipif("sys.platform == 'linux'", reason="test_build_linux does this and more")
def test_the_program_can_be_frozen_and_works_alone(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    status = build.main(["--dist", str(tmp_path)])
    told = capfd.readouterr()
    assert status == 0, told.err
    assert "自检通过" in told.out
