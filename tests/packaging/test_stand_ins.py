from __future__ import annotations

from windows.stand_ins import definition, exports, own_functions

DUMP = """\
 some header
	[   9] not_here
[Ordinal/Name Pointer] Table
	[   0] _Cbuild
	[  17] cexp
	[2485] wcstol
"""


def test_the_exports_stand_in_their_table():
    assert exports(DUMP) == ["_Cbuild", "cexp", "wcstol"]
    assert exports("no table") == []


def test_our_functions_are_told_by_their_names():
    symbols = "0000 T stand_in_cexp\n0010 T stand_in_cexpf\n0020 T DllMain\n     U stand_out\n"
    assert own_functions(symbols) == {"cexp", "cexpf"}


def test_what_is_not_ours_is_handed_on():
    lines = definition(["_Cbuild", "cexp"], {"cexp", "csin"}, "ucrtwine").splitlines()
    assert lines == ["EXPORTS", "  _Cbuild=ucrtwine._Cbuild", "  cexp=stand_in_cexp"]
