from __future__ import annotations

import json
from pathlib import Path

import pytest

from bill_of_materials import BUILD_ONLY, Part, bill, parts
from make_requirements import REQUIREMENTS, pinned

PROGRAM = Part("PolicyViewer", "1.0.0", licence="MIT")
PINNED = pinned(REQUIREMENTS.read_text(encoding="utf-8"))


def component(*made_of: Part) -> dict:
    return json.loads(bill(PROGRAM, made_of, 0))["components"][0]


def install(folder: Path, name: str, lines: str) -> None:
    place = folder / f"{name}-1.0.dist-info"
    place.mkdir(parents=True)
    (place / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n{lines}\n", encoding="utf-8")


def test_the_same_parts_give_the_same_bill():
    made_of = [Part("a", "1"), Part("b", "2")]
    assert bill(PROGRAM, made_of, 0) == bill(PROGRAM, made_of, 0)
    assert bill(PROGRAM, made_of[:1], 0) != bill(PROGRAM, made_of, 0)


def test_a_part_has_its_hash_and_its_address_in_the_index():
    found = component(Part("msgspec", "1.2", "ab" * 32, "BSD-3-Clause"))
    assert found["purl"] == "pkg:pypi/msgspec@1.2"
    assert found["hashes"] == [{"alg": "SHA-256", "content": "ab" * 32}]
    assert found["licenses"] == [{"license": {"id": "BSD-3-Clause"}}]


def test_what_only_builds_is_not_in_the_program():
    assert component(Part("setuptools", "1"))["scope"] == "excluded"
    assert component(Part("lxml", "1"))["scope"] == "required"
    assert PINNED.keys() >= BUILD_ONLY


@pytest.mark.parametrize(
    ("lines", "licence"),
    [
        ("License-Expression: MIT", "MIT"),
        ("License: BSD", "BSD"),
        ("Classifier: License :: OSI Approved :: MIT License", "MIT License"),
        (f"License: {'long ' * 40}\nClassifier: License :: OSI Approved :: Zlib", "Zlib"),
        ("", ""),
    ],
)
def test_a_package_tells_its_licence(tmp_path: Path, lines: str, licence: str):
    install(tmp_path, "Some.Thing", lines)
    (found,) = parts({"some-thing": ("1.0", "")}, tmp_path)
    assert found.licence == licence


def test_a_pinned_package_is_listed_even_where_it_is_not_installed(tmp_path: Path):
    assert len(parts(PINNED, tmp_path)) == len(PINNED)
