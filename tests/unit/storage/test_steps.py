from __future__ import annotations

import pytest

from policyviewer.storage.database import Schema
from policyviewer.storage.steps import Step, steps_of


@pytest.mark.parametrize("schema", Schema)
def test_steps_are_numbered_without_gaps(schema: Schema):
    numbers = [step.number for step in steps_of(schema.value)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


def test_statements_come_apart_at_their_ends_only():
    sql = "CREATE TABLE a (t TEXT);\n-- a remark; with a semicolon\nINSERT INTO a VALUES ('x;y');\n"
    statements = list(Step(1, sql).statements())
    assert len(statements) == 2
    assert "'x;y'" in statements[1]


def test_a_trigger_is_one_statement():
    sql = "CREATE TRIGGER t AFTER INSERT ON a\nBEGIN\n DELETE FROM a;\n DELETE FROM b;\nEND;\n"
    assert len(list(Step(1, sql).statements())) == 1


@pytest.mark.parametrize("sql", ["CREATE TABLE one (n)", "SELECT 1; SELECT 2", "SELECT 'one;"])
def test_a_last_statement_without_its_end_is_refused(sql: str):
    with pytest.raises(ValueError, match="whole statement"):
        list(Step(1, sql).statements())
