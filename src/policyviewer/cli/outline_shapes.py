"""The JSON shapes of a document's structure: keys may be added, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyviewer.cli import shapes
from policyviewer.cli.shapes import Shape
from policyviewer.domain.documents import Finding, Node, Outline
from policyviewer.domain.references import Reference, references_of
from policyviewer.domain.tables import Table

if TYPE_CHECKING:  # the parser behind it costs a search 40 ms of its start
    from policyviewer.app.library import LedReference


def outline(source: str, file_format: str, read: Outline) -> Shape:
    """Give the structure of a document."""
    data = read.metadata
    return {
        "source": source,
        "format": file_format,
        "title": data.title,
        "title_as_printed": data.title_as_printed,
        **shapes.metadata(data),
        "document_number_as_printed": data.document_number_as_printed,
        "written_as_printed": data.written_as_printed,
        "validity_as_printed": data.validity_as_printed,
        "repeals": list(data.repeals),
        "addressees": list(data.addressees),
        "front": {
            "copy_number": data.copy_number,
            "secrecy": data.secrecy,
            "urgency": data.urgency,
            "letterhead": data.letterhead,
            "signer": data.signer,
            "registration": data.registration,
        },
        "attachments": list(data.attachments),
        "annotation": data.annotation,
        "copies_to": data.copies_to,
        "text": read.text,
        "components": [
            {
                "id": one.id,
                "kind": one.kind.value,
                "title": one.title,
                "start": one.span.start,
                "end": one.span.end,
            }
            for one in read.components
        ],
        "nodes": [node(one) for one in read.nodes],
        "tables": [table(one) for one in read.tables],
        "references": [reference(one) for one in references_of(read)],
        "warnings": [warning(one) for one in read.findings],
    }


def table(one: Table) -> Shape:
    """Give a table: its place and its cells, row by row."""
    return {
        "start": one.span.start,
        "end": one.span.end,
        "cells": [
            {
                "row": cell.row,
                "column": cell.column,
                "rows": cell.rows,
                "columns": cell.columns,
                "start": cell.span.start,
                "end": cell.span.end,
            }
            for cell in one.cells
        ],
    }


def node(one: Node) -> Shape:
    """Give a node of the tree."""
    return {
        "id": one.id,
        "parent": one.parent,
        "component": one.component,
        "class": one.cls.value,
        "marker": one.marker,
        "number": one.number,
        "label": one.label,
        "heading_kind": one.heading_kind.value if one.heading_kind else None,
        "start": one.span.start,
        "end": one.span.end,
        "responsible": one.responsible,
    }


def reference(one: Reference) -> Shape:
    """Give a reference: ``target`` is a node or component of the same document, or null."""
    return {
        "kind": one.kind.value,
        "start": one.span.start,
        "end": one.span.end,
        "title": one.title,
        "document_number": one.document_number,
        "place": {
            name: getattr(one.place, name)
            for name in ("article", "branch", "para", "item", "subitem")
            if getattr(one.place, name) is not None
        },
        "target": one.target,
    }


def led_reference(one: LedReference, text: str) -> Shape:
    """Give a reference with its words and the place of the library that it leads to, or nulls."""
    return {
        **reference(one.reference),
        "text": one.reference.span.of(text),
        "document": one.document,
        "provision": one.provision or None,
    }


def warning(one: Finding) -> Shape:
    """Give a finding as a warning of an outline or an import."""
    return {
        "code": one.code,
        "start": one.span.start,
        "end": one.span.end,
        "message": one.message,
        "suggestion": one.suggestion,
    }


def finding(one: Finding, text: str) -> Shape:
    """Give a finding of ``check`` with the words it is about."""
    return {**warning(one), "text": one.span.of(text)}
