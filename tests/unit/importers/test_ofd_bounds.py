from __future__ import annotations

from collections.abc import Callable

import pytest

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.ofd_bounds import check
from policyviewer.importers.parts import Parts

TEXT = "<TextObject><TextCode>话</TextCode></TextObject>"


def unit(number: object, *others: object, texts: int = 0) -> str:
    inside = "".join(f'<CompositeObject ResourceID="{one}"/>' for one in others) + TEXT * texts
    return f'<CompositeGraphicUnit ID="{number}"><Content>{inside}</Content></CompositeGraphicUnit>'


def page(*units: object) -> str:
    drawn = "".join(f'<CompositeObject ResourceID="{one}"/>' for one in units)
    return f"<Page><Content><Layer>{drawn}</Layer></Content></Page>"


@pytest.fixture
def checked(zipped) -> Callable[..., None]:
    def run(page: str, *units: str) -> None:
        parts = {"Page.xml": page, "Res.xml": f"<Res>{''.join(units)}</Res>"}
        check(Parts(zipped(parts), "文"), "文")

    return run


def test_units_of_units_are_let_through(checked):
    checked(page(1, 1, 2), unit(1, 2, 2, texts=3), unit(2, texts=100), unit(3, 9))


@pytest.mark.parametrize("texts", [0, 1])
def test_units_that_double_and_double_are_refused(checked, texts: int):
    units = [unit(n, n + 1, n + 1) for n in range(40)]
    with pytest.raises(UnreadableDocumentError, match="太多"):
        checked(page(0), *units, unit(40, texts=texts))


def test_a_unit_that_holds_itself_twice_is_refused_and_once_is_not(checked):
    checked(page(1), unit(1, 1, texts=1))
    with pytest.raises(UnreadableDocumentError, match="太多"):
        checked(page(1), unit(1, 1, 1, texts=1))


def test_one_unit_drawn_very_often_is_refused(checked):
    with pytest.raises(UnreadableDocumentError, match="太多"):
        checked(page(*[1] * 4000), unit(1, texts=100))


def test_a_part_with_too_many_elements_is_refused(checked, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("policyviewer.importers.ofd_bounds._MOST_TAGS", 100)
    with pytest.raises(UnreadableDocumentError, match="太多"):
        checked(page(*range(100)))


def test_units_in_a_broken_part_are_refused(checked):
    with pytest.raises(UnreadableDocumentError, match="损坏"):
        checked(page(1)[:-3])
