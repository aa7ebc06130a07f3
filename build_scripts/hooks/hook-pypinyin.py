"""Its readings are modules of the program, not files beside it: see smaller.py."""

datas: list[tuple[str, str]] = []
