"""Damaged copies of a file, and what an importer makes of them.

Seeded, so that each run damages in the same way and a failure can be repeated by its number.
"""

from __future__ import annotations

import copy
import io
import random
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree
from tests.cost import calls

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.base import Importer

IN_THE_SUITE, IN_A_DRILL = 25, 500
MOST_TIMES, _FREE = 10, 100_000
"""How many times the calls of the sound file, and how many more (a damaged number
of a column makes many empty cells), reading a damaged one may take."""
_MOST_CHANGES = 6
_LONGEST_SLICE = 60
_VALUES = ("", "0", "-1", "99999999999999999999", "一", "\u202e", "true", "../../a")


def mutants(data: bytes, seed: int, count: int) -> Iterator[bytes]:
    """Give copies with bytes changed, slices cut out or doubled, or the end missing."""
    for number in range(count):
        yield _mutant(data, random.Random(f"{seed} {number}"))


def zip_mutants(data: bytes, seed: int, count: int) -> Iterator[bytes]:
    """Give copies of a zip file, in turn with elements and bytes of one part damaged, and whole.

    The checksums of a zip file keep damage of the whole from ever reaching the XML, and damage of
    its bytes is no XML any more: only that of elements gets as far as the importer's own rules.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {one.filename: source.read(one) for one in source.infolist()}
    sizes = [len(part) if name.endswith(".xml") else 1 for name, part in parts.items()]
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        (name,) = chance.choices([*parts], sizes)
        if number % 4 == 0:
            yield _mutant(data, chance)
        elif number % 4 == 1 or not name.endswith(".xml"):
            yield _zipped(parts | {name: _mutant(parts[name], chance)})
        else:
            yield _zipped(parts | {name: _other_tree(parts[name], chance)})


def outcomes(importer: Importer, sound: bytes, files: Iterable[bytes]) -> Counter[str]:
    """Read every file and count "read" and "refused"; whatever else happens fails the test.

    None may take far more calls than the sound file that they were made of.
    """
    outcome(importer, sound)  # loads what is loaded once
    most = MOST_TIMES * calls(lambda: outcome(importer, sound)) + _FREE
    counted: Counter[str] = Counter()
    for number, data in enumerate(files):
        try:
            took = calls(lambda data=data: counted.update([outcome(importer, data)]))
        except BaseException as error:
            error.add_note(f"mutant {number} of {len(data)} bytes")
            raise
        assert took < most, f"mutant {number} of {len(data)} bytes: {took} calls"
    return counted


def outcome(importer: Importer, data: bytes) -> str:
    """Say what becomes of some bytes: "read", "refused" with the file's name and help, or not."""
    importer.takes(data)
    try:
        extract = importer.extract(data, "变")
    except UnreadableDocumentError as error:
        return "refused" if "变" in error.text and error.hint else "refused without help"
    extract.text.encode()
    for table in extract.tables:
        assert all(cell.span.end <= len(extract.text) for cell in table.cells)
    return "read"


def _mutant(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        at = chance.randrange(len(changed) or 1)
        length = chance.randint(1, _LONGEST_SLICE)
        match chance.randrange(5):
            case 0:
                changed[at : at + 1] = chance.randbytes(1)
            case 1:
                flip = 1 << chance.randrange(8)
                changed[at : at + 1] = bytes(byte ^ flip for byte in changed[at : at + 1])
            case 2:
                del changed[at : at + length]
            case 3:
                changed[at:at] = changed[at : at + length]
            case _:
                if chance.random() < 0.1:
                    del changed[at:]
    return bytes(changed)


def _other_tree(data: bytes, chance: random.Random) -> bytes:
    """Give XML with some elements gone, doubled or moved, or with other attributes."""
    root = etree.fromstring(data)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        below = [*root.iterdescendants("*")]
        if not below:
            break
        one, other = chance.choice(below), chance.choice(below)
        match chance.randrange(4):
            case 0:
                one.getparent().remove(one)
            case 1:
                one.addnext(copy.deepcopy(one))
            case 2:
                other.append(copy.deepcopy(one))
            case _:
                for name in chance.sample([*one.attrib], min(1, len(one.attrib))):
                    one.set(name, chance.choice(_VALUES))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return file.getvalue()
