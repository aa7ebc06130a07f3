from __future__ import annotations

import pytest

import check


def names(*arguments: str) -> list[str]:
    return [step.name for step in check.chosen(arguments)]


def test_everything_but_the_slow_drills_runs_by_default():
    assert names() == ["format", "lint", "types", "layers", "tests"]


def test_the_slow_drills_come_on_top():
    assert names("--slow") == [*names(), check.SLOW_STEP]


def test_only_the_slow_drills_can_be_asked_for():
    assert names("--only-slow") == [check.SLOW_STEP]


def test_named_steps_run_in_their_usual_order():
    assert names("types", "lint") == ["lint", "types"]


def test_an_unknown_step_is_wrong_usage(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as left:
        names("tpyes")
    assert left.value.code == 2
    assert "no such step: tpyes" in capsys.readouterr().err


def test_a_failed_step_does_not_hide_the_next(monkeypatch: pytest.MonkeyPatch, capfd):
    steps = (check.Step("bad", ("-c", "raise SystemExit(3)")), check.Step("good", ("-c", "")))
    monkeypatch.setattr(check, "chosen", lambda _arguments: steps)
    assert check.main([]) == 1
    closing = capfd.readouterr().out.partition("== summary")[2]
    assert [line.split()[:2] for line in closing.split("\n")[1:3]] == [
        ["bad", "FAILED"],
        ["good", "ok"],
    ]


def test_all_good_is_status_zero(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(check, "chosen", lambda _arguments: (check.Step("good", ("-c", "")),))
    assert check.main([]) == 0
