"""Annotations in the W3C's Web Annotation Data Model (JSON-LD), and back without any loss.

What the model has no word for (colour, folder, version of the document) stands under one key of
our own; a reader that does not know it still gets words, quotation, tags and dates. Of what others
have written each annotation is read for itself: one that makes no sense costs no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from policyviewer.domain.annotations import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    Quote,
    Target,
)
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.merging import Received
from policyviewer.domain.ranges import TextRange

CONTEXT_URI = "http://www.w3.org/ns/anno.jsonld"
_OWN = "policyviewer"
_UUID = "urn:uuid:"
_SOURCE = "urn:policyviewer:document:"
_MOTIVATIONS = {
    AnnotationKind.BOOKMARK: "bookmarking",
    AnnotationKind.HIGHLIGHT: "highlighting",
    AnnotationKind.NOTE: "commenting",
}
Json = Mapping[str, object]
_LONGEST_ID = 200
_LARGEST = 2**31 - 1
"""Of code points and versions; beyond it nothing can be meant."""
_FIRST, _LAST = datetime(1970, 1, 2, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)
"""Times that every system can show in its own zone."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What could be read of a page, and how many of its items made no sense."""

    received: tuple[Received, ...]
    unreadable: int = 0


def page(annotations: Iterable[Received]) -> dict[str, object]:
    """Give annotations as an AnnotationPage, ready for a JSON writer."""
    return {
        "@context": CONTEXT_URI,
        "type": "AnnotationPage",
        "items": [item(one) for one in annotations],
    }


def item(handed: Received) -> dict[str, object]:
    """Give one annotation."""
    one, base = handed.annotation, handed.base
    target = one.target
    bodies = [_body(tag, "tagging") for tag in one.tags]
    if one.text:
        bodies.insert(0, {**_body(one.text, "commenting"), "format": "text/markdown"})
    return {
        "@context": CONTEXT_URI,
        "id": f"{_UUID}{one.id}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS[one.kind],
        "creator": {"type": "Person", "name": one.author},
        "created": one.created.isoformat(),
        "modified": one.modified.isoformat(),
        "body": bodies,
        "target": {
            "source": f"{_SOURCE}{target.document}",
            "selector": [
                {
                    "type": "TextPositionSelector",
                    "start": target.span.start,
                    "end": target.span.end,
                },
                {
                    "type": "TextQuoteSelector",
                    "exact": target.quote.exact,
                    "prefix": target.quote.prefix,
                    "suffix": target.quote.suffix,
                },
                {"type": "FragmentSelector", "value": target.provision},
            ],
        },
        _OWN: {
            "colour": one.colour.value,
            "version": target.version,
            "title": target.title,
            "citation": target.citation,
            "folder": one.folder,
            "rank": one.rank,
            "deleted": one.deleted.isoformat() if one.deleted else None,
            "base": base.isoformat() if base else None,
        },
    }


def annotations_of(made: object) -> ReadPage:
    """Give the annotations of a page, of a list or of one item.

    Raises ValueError when there is none among what was given.
    """
    if isinstance(made, Mapping) and "items" in made:
        made = made["items"]
    items = made if isinstance(made, list) else [made]
    found: list[Received] = []
    for one in items:
        try:
            found.append(_received(_mapping(one)))
        except ValueError:
            continue
    if items and not found:
        msg = "no annotation among them"
        raise ValueError(msg)
    return ReadPage(tuple(found), len(items) - len(found))


def _received(made: Json) -> Received:
    base = _mapping(made.get(_OWN, {})).get("base")
    return Received(_annotation(made), _moment(base) if isinstance(base, str) else None)


def _annotation(made: Json) -> Annotation:
    name = _text(made, "id").removeprefix(_UUID)
    if not 0 < len(name) <= _LONGEST_ID:
        msg = "not an id"
        raise ValueError(msg)
    own = _mapping(made.get(_OWN, {}))
    bodies = [_mapping(one) for one in _list(made.get("body", []))]
    motivation = _text(made, "motivation")
    kinds = {word: kind for kind, word in _MOTIVATIONS.items()}
    if motivation not in kinds:
        msg = f"not a motivation of ours: {motivation}"
        raise ValueError(msg)
    deleted = own.get("deleted")
    return Annotation(
        id=AnnotationId(name),
        author=_text(_mapping(made.get("creator", {})), "name"),
        kind=kinds[motivation],
        colour=Colour(_text(own, "colour", Colour.YELLOW.value)),
        text=next((_text(one, "value") for one in bodies if _purpose(one) != "tagging"), ""),
        tags=tuple(_text(one, "value") for one in bodies if _purpose(one) == "tagging"),
        target=_target(_mapping(made.get("target")), own),
        created=_moment(_text(made, "created")),
        modified=_moment(_text(made, "modified")),
        deleted=_moment(deleted) if isinstance(deleted, str) else None,
        folder=_text(own, "folder", ""),
        rank=_finite(own.get("rank", 0.0)),
    )


def _target(made: Json, own: Json) -> Target:
    selectors = {_text(one, "type"): one for one in map(_mapping, _list(made.get("selector", [])))}
    place = selectors.get("TextPositionSelector", {})
    quote = selectors.get("TextQuoteSelector", {})
    return Target(
        document=DocumentId(_text(made, "source").removeprefix(_SOURCE)),
        version=_count(own.get("version", 0)),
        provision=_text(selectors.get("FragmentSelector", {}), "value", ""),
        span=TextRange(_count(place.get("start")), _count(place.get("end"))),
        quote=Quote(_text(quote, "exact"), _text(quote, "prefix", ""), _text(quote, "suffix", "")),
        title=_text(own, "title", ""),
        citation=_text(own, "citation", ""),
    )


def _body(value: str, purpose: str) -> dict[str, object]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _purpose(body: Json) -> object:
    return body.get("purpose")


def _moment(text: str) -> datetime:
    """Give a time; one without its zone is refused, for it cannot be compared."""
    when = datetime.fromisoformat(text)
    if when.tzinfo is None or not _FIRST <= when <= _LAST:
        msg = f"not a time with its zone: {text[:40]}"
        raise ValueError(msg)
    return when


def _mapping(value: object) -> Json:
    if not isinstance(value, Mapping):
        msg = f"not an object: {str(value)[:40]}"
        raise ValueError(msg)
    return value


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _text(made: Json, name: str, default: str | None = None) -> str:
    """Give a text; lone surrogates, which JSON can write and no file can hold, are replaced."""
    value = made.get(name, default)
    if not isinstance(value, str):
        msg = f"no text in “{name}”"
        raise ValueError(msg)
    return value.encode("utf-8", "replace").decode("utf-8")


def _finite(value: object) -> float:
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
    if number is None or not abs(number) <= _LARGEST:  # what is no number (NaN) is not within
        msg = "not a number, or too large a one"
        raise ValueError(msg)
    return float(number)


def _count(value: object) -> int:
    number = _finite(value)
    if number < 0:
        msg = f"not a count: {number}"
        raise ValueError(msg)
    return int(number)
