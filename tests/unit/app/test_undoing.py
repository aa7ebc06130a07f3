from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.unit.annotations import NOON, NOTE

from policyviewer.app.undoing import MOST, Change, Step, Steps
from policyviewer.domain.annotations import Annotation, Colour


def written(words: str, minutes: int) -> Annotation:
    return replace(NOTE, text=words, modified=NOON + timedelta(minutes=minutes))


def taken_back(steps: Steps) -> list[Step]:
    """Take everything back."""
    taken = []
    while (step := steps.last_done) is not None:
        taken.append(step)
        steps.took_back()
    return taken


def test_nothing_done_is_nothing_to_take_back():
    steps = Steps()
    assert steps.last_done is steps.last_undone is None
    steps.add(Step("空", ()))
    assert steps.last_done is None


def test_words_written_long_after_are_a_step_of_their_own():
    steps = Steps()
    first, second, late = written("一", 1), written("二", 2), written("三", 30)
    steps.add(Step("一", (Change(NOTE, first),)))
    steps.add(Step("二", (Change(first, second),)))
    steps.add(Step("三", (Change(second, late),)))
    assert [step.changes for step in taken_back(steps)] == [
        (Change(second, late),),
        (Change(NOTE, second),),
    ]


def test_another_change_between_keeps_words_apart():
    steps = Steps()
    green = replace(NOTE, colour=Colour.GREEN)
    steps.add(Step("颜色", (Change(NOTE, green),)))
    steps.add(Step("批注", (Change(green, replace(green, text="一")),)))
    assert [step.name for step in taken_back(steps)] == ["批注", "颜色"]


def test_words_after_a_step_was_taken_back_are_not_joined_with_it():
    steps = Steps()
    first = written("一", 1)
    steps.add(Step("一", (Change(NOTE, first),)))
    steps.took_back()
    steps.add(Step("二", (Change(NOTE, written("二", 2)),)))
    assert steps.last_undone is None


def test_no_more_steps_are_kept_than_anybody_takes_back():
    steps = Steps()
    for number in range(MOST + 10):
        changed = replace(NOTE, colour=list(Colour)[number % 5])
        steps.add(
            Step(
                str(number),
                (
                    Change(NOTE, changed),
                    Change(NOTE, changed),
                ),
            )
        )
    names = [step.name for step in taken_back(steps)]
    assert (len(names), names[-1]) == (MOST, "10")


def test_only_what_a_change_did_is_taken_back():
    change = Change(NOTE, replace(NOTE, text="核实"))
    present = replace(NOTE, text="核实", tags=("急",), colour=Colour.PINK)
    assert change.taken_back(present, NOON) == replace(present, text="")
    assert change.made_again(replace(present, text="")) == present


def test_what_was_changed_otherwise_since_stays():
    change = Change(NOTE, replace(NOTE, text="核实"))
    assert change.taken_back(replace(NOTE, text="别的"), NOON) is None
    assert change.made_again(replace(NOTE, text="别的")) is None


def test_a_new_one_goes_to_the_trash_and_comes_back():
    gone = Change(None, NOTE).taken_back(replace(NOTE, text="又写"), NOON)
    assert gone == replace(NOTE, text="又写", deleted=NOON)
    assert Change(None, NOTE).made_again(gone) == replace(NOTE, text="又写")


def test_one_that_is_there_no_more_comes_back_as_it_was():
    deleted = Change(NOTE, replace(NOTE, deleted=NOON))
    assert deleted.taken_back(None, NOON) == NOTE
    assert deleted.made_again(None) is None
    assert Change(None, NOTE).taken_back(None, NOON) is None
