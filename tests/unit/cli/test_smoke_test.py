from __future__ import annotations


def test_the_program_proves_its_parts(cli, qapp, home):
    result = cli("--smoke-test", library=False)
    assert (result.status, result.err) == (0, "")
    assert result.out.splitlines()[-1] == "自检通过"
    assert not (home / "data" / "notes.sqlite").exists()
