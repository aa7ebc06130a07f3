from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.unit.annotations import NOON, NOTE

from policyviewer.app.undoing import MOST, Change, Steps
from policyviewer.domain.annotations import Annotation, Colour


def written(words: str, minutes: int) -> Annotation:
    return replace(NOTE, text=words, modified=NOON + timedelta(minutes=minutes))


def test_nothing_done_is_nothing_to_take_back():
    steps = Steps()
    assert steps.back() is steps.again() is None
    steps.add("空", [])
    assert steps.back() is None


def test_words_written_long_after_are_a_step_of_their_own():
    steps = Steps()
    first, second, late = written("一", 1), written("二", 2), written("三", 30)
    steps.add("一", [Change(NOTE, first)])
    steps.add("二", [Change(first, second)])
    steps.add("三", [Change(second, late)])
    last, before = steps.back(), steps.back()
    assert last is not None
    assert before is not None
    assert last.changes == (Change(second, late),)
    assert before.changes == (Change(NOTE, second),)
    assert steps.back() is None


def test_another_change_between_keeps_words_apart():
    steps = Steps()
    green = replace(NOTE, colour=Colour.GREEN)
    steps.add("颜色", [Change(NOTE, green)])
    steps.add("批注", [Change(green, replace(green, text="一"))])
    assert [step.name for step in (steps.back(), steps.back()) if step] == ["批注", "颜色"]


def test_words_after_a_step_was_taken_back_are_not_joined_with_it():
    steps = Steps()
    first = written("一", 1)
    steps.add("一", [Change(NOTE, first)])
    steps.back()
    steps.add("二", [Change(NOTE, written("二", 2))])
    assert steps.again() is None


def test_no_more_steps_are_kept_than_anybody_takes_back():
    steps = Steps()
    for number in range(MOST + 10):
        changed = replace(NOTE, colour=list(Colour)[number % 5])
        steps.add(str(number), [Change(NOTE, changed), Change(NOTE, changed)])
    names = []
    while (step := steps.back()) is not None:
        names.append(step.name)
    assert (len(names), names[-1]) == (MOST, "10")
