"""Collects the words of the window for translators, and makes the files that Qt loads.

Run: python build_scripts/make_translations.py [language, such as en]

Reads every ``tr("…")`` and ``noop("…")`` below src/policyviewer/ui, brings the translators' file
resources/translations/policyviewer_xx.ts up to date (what was translated stays; what is new is
marked unfinished; what is gone is dropped), and compiles it with pyside6-lrelease into the .qm
beside it. Both are committed: the program needs no Qt tool. Gives 1 when words are untranslated.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "policyviewer" / "ui"
FOLDER = ROOT / "resources" / "translations"
CONTEXT = "PolicyViewer"
_MARKS = ("tr", "noop")


def messages() -> list[str]:
    """Give all words of the window, each once, in the order of the modules."""
    found: dict[str, None] = {}
    for path in sorted(SOURCES.rglob("*.py")):
        found.update(dict.fromkeys(_in(ast.parse(path.read_text("utf-8")))))
    return list(found)


def translations(path: Path) -> dict[str, str]:
    """Give what a translators' file holds; words that are not translated yet are left out."""
    if not path.exists():
        return {}
    found: dict[str, str] = {}
    for message in ElementTree.parse(path).iter("message"):  # a file of ours
        translated = message.find("translation")
        if translated is not None and translated.get("type") is None:
            found[message.findtext("source", "")] = translated.text or ""
    return found


def write(path: Path, language: str, known: Mapping[str, str]) -> int:
    """Write a translators' file; give how many words are untranslated."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="zh_CN")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    missing = 0
    for words in messages():
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = words
        translation = ElementTree.SubElement(message, "translation")
        if words in known:
            translation.text = known[words]
        else:
            translation.set("type", "unfinished")
            missing += 1
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")
    return missing


def main() -> int:
    """Bring a language's files up to date."""
    language = sys.argv[1] if len(sys.argv) > 1 else "en"
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"policyviewer_{language}.ts"
    missing = write(path, language, translations(path))
    release = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([release, str(path), "-qm", str(path.with_suffix(".qm"))], check=True)
    print(f"{len(messages())} messages, {missing} of them not translated")
    return int(missing > 0)


def _in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            marked = node.func.id in _MARKS and node.args
            if marked and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


if __name__ == "__main__":
    raise SystemExit(main())
