"""The software bill of materials: what a release consists of, as CycloneDX JSON."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import Distribution, distribution, distributions, requires
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

BUILD_ONLY = frozenset(
    {
        "altgraph",
        "packaging",
        "pefile",
        "pyinstaller-hooks-contrib",
        "pywin32-ctypes",
        "qtpy",
        "setuptools",
    }
)
"""Packages that only freezing needs; of PyInstaller itself the loader goes into the program."""
_KNOWN = {"pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception"}
"""Where a package's own words leave out what matters: its loader may go into any program."""
_CLASSIFIER = "License :: OSI Approved :: "
_NAMESPACE = uuid.UUID("6d1c7e2b-51f0-5b0e-9a77-1f3f0c1f7a52")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Part:
    """A package: its SHA-256 in hexadecimal if it is pinned, its licence as it says itself."""

    name: str
    version: str
    sha256: str = ""
    licence: str = ""
    kind: str = "pypi"
    """The type of its package URL."""


def parts(hashes: Mapping[str, tuple[str, str]], installed: Path) -> list[Part]:
    """Give the parts that have a version and a hash under their names, with the licences that
    the packages in a folder tell of themselves.
    """
    found: dict[str, Distribution] = {}
    for one in distributions(path=[str(installed)]):
        found[canonicalize_name(one.name)] = one
    return [
        Part(name, version, sha256, licence_of(found[name]) if name in found else "")
        for name, (version, sha256) in sorted(hashes.items())
    ]


def installed_parts(program: str) -> list[Part]:
    """Give what an installed program needs here, with all that its parts need themselves."""
    found: dict[str, Part] = {}
    waiting = list(requires(program) or ())
    while waiting:
        one = Requirement(waiting.pop())
        name = canonicalize_name(one.name)
        if name in found or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        package = distribution(name)
        found[name] = Part(name, package.version, licence=licence_of(package))
        waiting += package.requires or ()
    return [found[name] for name in sorted(found)]


def licence_of(package: Distribution) -> str:
    """Give the licence of a package in the words it has for it, the shortest clear ones."""
    data = package.metadata
    if data["Name"] in _KNOWN:
        return _KNOWN[data["Name"]]
    told = [*(data.get_all("License-Expression") or []), *(data.get_all("License") or [])]
    line = next(iter(told), "").strip().partition("\n")[0]
    if line and len(line) <= _LONGEST:
        return line
    classifiers = data.get_all("Classifier") or []
    names = (one.rpartition("::")[2].strip() for one in classifiers if _CLASSIFIER in one)
    return next(names, line[:_LONGEST])


def bill(program: Part, made_of: Iterable[Part], epoch: int) -> str:
    """Give the bill as JSON, the same for the same parts; ``epoch`` is the time it bears."""
    components = [_component(one) for one in made_of]
    serial = uuid.uuid5(_NAMESPACE, "\n".join(str(one.purl) for one in components))
    whole = Component(
        name=program.name,
        version=program.version,
        type=ComponentType.APPLICATION,
        bom_ref=program.name,
        licenses=[LicenseFactory().make_from_string(program.licence)],
    )
    metadata = BomMetaData(component=whole, timestamp=datetime.fromtimestamp(epoch, UTC))
    made = Bom(components=components, serial_number=serial, metadata=metadata)
    made.register_dependency(whole, components)
    return JsonV1Dot6(made).output_as_string(indent=1) + "\n"


def renamed(text: str, name: str) -> str:
    """Give a bill as that of a program of the same parts under another name."""
    told = json.loads(text)
    told["metadata"]["component"]["name"] = name
    told["serialNumber"] = uuid.uuid5(_NAMESPACE, f"{told['serialNumber']}\n{name}").urn
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _component(one: Part) -> Component:
    purl = PackageURL(one.kind, None, one.name, one.version)
    hashes = [HashType(alg=HashAlgorithm.SHA_256, content=one.sha256)] if one.sha256 else []
    licences = [LicenseFactory().make_from_string(one.licence)] if one.licence else []
    only_built_with = one.name in BUILD_ONLY
    return Component(
        name=one.name,
        version=one.version,
        bom_ref=str(purl),
        purl=purl,
        scope=ComponentScope.EXCLUDED if only_built_with else ComponentScope.REQUIRED,
        hashes=hashes,
        licenses=licences,
    )
