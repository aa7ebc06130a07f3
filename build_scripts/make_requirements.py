"""Writes the hash-pinned requirements of the Windows program from the pins of pyproject.toml.

    python build_scripts/make_requirements.py

Run it after a pin has changed. What the pinned packages need themselves is looked up for Windows
and CPython 3.13, whatever system this runs on; a version that the file has already stays, as
long as it is good enough. The file names no host: pip finds the packages where it always does,
and takes nothing that has another hash.
"""

from __future__ import annotations

import email
import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_sdist_filename, parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "build_scripts" / "windows" / "requirements.txt"
FREEZERS = ("pyinstaller", "pyinstaller-hooks-contrib")
"""What of the development's packages runs on Windows: what freezes."""
ENVIRONMENT = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.13.2",
    "python_version": "3.13",
    "sys_platform": "win32",
    "extra": "",
}
"""The Windows CPython, as markers of requirements see it."""
TAGS = (
    *("--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp"),
    *("--abi", "cp313", "--abi", "abi3", "--abi", "none"),
)
"""The same, as pip is told."""
_HEAD = "# made by build_scripts/make_requirements.py; do not edit\n"
_LINE = re.compile(r"^([A-Za-z0-9._-]+)==(\S+) --hash=sha256:([0-9a-f]{64})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Package:
    """A file that pip would install: a wheel, or a source archive where there is no wheel."""

    name: str
    version: str
    sha256: str
    needs: tuple[str, ...] = ()
    """Requirements with their markers."""


Fetch = Callable[[Requirement], Package]


def pins(project: Path) -> list[Requirement]:
    """Give what pyproject.toml pins for the Windows program and for freezing it."""
    table = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    freezing = map(Requirement, table["optional-dependencies"]["dev"])
    return [
        *applicable(table["dependencies"]),
        *(one for one in freezing if one.name in FREEZERS),
    ]


def applicable(requirements: Iterable[str]) -> list[Requirement]:
    """Give the requirements that hold on Windows; those of extras do not."""
    found = map(Requirement, requirements)
    return [one for one in found if one.marker is None or one.marker.evaluate(ENVIRONMENT)]


def pinned(text: str) -> dict[str, tuple[str, str]]:
    """Give versions and hashes by name that a requirements file holds."""
    lines = _LINE.findall(text)
    return {canonicalize_name(name): (version, sha256) for name, version, sha256 in lines}


def closure(
    wanted: Iterable[Requirement], present: Mapping[str, str], fetch: Fetch
) -> list[Package]:
    """Give the packages that are wanted and all that they need, by name.

    Raises ValueError when two of them do not go together.
    """
    found: dict[str, Package] = {}
    waiting = list(wanted)
    while waiting:
        one = waiting.pop(0)
        name = canonicalize_name(one.name)
        if name in found:
            if not one.specifier.contains(found[name].version, prereleases=True):
                raise ValueError(f"{one} does not go with {name} {found[name].version}")
            continue
        found[name] = fetch(_pinned(one, present.get(name)))
        waiting += applicable(found[name].needs)
    return [found[name] for name in sorted(found)]


def text_of(packages: Iterable[Package]) -> str:
    """Give the requirements file."""
    lines = (f"{one.name}=={one.version} --hash=sha256:{one.sha256}\n" for one in packages)
    return _HEAD + "".join(lines)


def _pinned(one: Requirement, version: str | None) -> Requirement:
    """Give the requirement at the version that is there already, where that is good enough."""
    if version is None or not one.specifier.contains(version, prereleases=True):
        return one
    return Requirement(f"{one.name}=={version}")


def fetched(one: Requirement) -> Package:
    """Let pip fetch what it would install on Windows; raises CalledProcessError."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = f"{one.name}{one.specifier}"
        command = ["-m", "pip", "download", "-q", "--no-deps", *TAGS, "-d", folder, wanted]
        subprocess.run([sys.executable, *command], check=True, stderr=subprocess.DEVNULL)
        (file,) = Path(folder).iterdir()
        return package_of(file)


def package_of(file: Path) -> Package:
    """Give what a wheel or a source archive says of itself."""
    if file.suffix == ".whl":
        name, version, _build, _tags = parse_wheel_filename(file.name)
    else:
        name, version = parse_sdist_filename(file.name)
    needs = tuple(_metadata(file).get_all("Requires-Dist") or ())
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    return Package(str(name), str(version), sha256, needs)


def _metadata(file: Path) -> email.message.Message:
    if file.suffix == ".whl":
        with zipfile.ZipFile(file) as wheel:
            name = next(one for one in wheel.namelist() if one.endswith(".dist-info/METADATA"))
            return email.message_from_bytes(wheel.read(name))
    with tarfile.open(file) as source:
        member = next(one for one in source if one.name.count("/") == 1 and "PKG-INFO" in one.name)
        data = source.extractfile(member)
        return email.message_from_bytes(data.read() if data else b"")


def main() -> int:
    """Look everything up and write the file."""
    text = REQUIREMENTS.read_text(encoding="utf-8") if REQUIREMENTS.exists() else ""
    present = {name: version for name, (version, _hash) in pinned(text).items()}
    packages = closure(pins(ROOT / "pyproject.toml"), present, fetched)
    REQUIREMENTS.write_text(text_of(packages), encoding="utf-8", newline="\n")
    print(f"{len(packages)} packages in {REQUIREMENTS.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
