"""From the words on the command line to an exit status."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Sequence

from policyviewer.app import logs
from policyviewer.app.paths import AppPaths
from policyviewer.cli.arguments import build_parser, with_command
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.errors import UserError

logger = logging.getLogger(__name__)

DONE, FAILED, INTERRUPTED = 0, 1, 130

Handler = Callable[[Namespace, AppPaths, Terminal], int]


def run(argv: Sequence[str]) -> int:
    """Carry out a command line and give its exit status; without a command, open the window.

    Raises SystemExit for ``--help``, ``--version`` and wrong usage.
    """
    options = build_parser().parse_args(with_command(argv, _GROUPS))
    terminal = Terminal(as_json=hasattr(options, "json"), quiet=hasattr(options, "quiet"))
    handler = logs.start(_paths(options).logs)
    try:
        return _handler(options)(options, _paths(options), terminal)
    except UserError as error:
        terminal.error(error)
        if hasattr(options, "debug"):
            traceback.print_exc()
        return FAILED
    except KeyboardInterrupt:
        print("已中断。已经完成的部分保留，没有留下半成品。", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return DONE
    except Exception as error:  # the last place: a bug is told in one line
        if hasattr(options, "debug"):
            raise
        logger.exception("unexpected error")
        folder = _paths(options).logs
        terminal.error(
            UserError(
                f"程序出了意外错误（{type(error).__name__}）。", f"详情已写入“{folder}”中的日志。"
            )
        )
        return FAILED
    finally:
        logs.stop(handler)


def _paths(options: Namespace) -> AppPaths:
    paths = AppPaths.find(home=getattr(options, "home", None))
    library = getattr(options, "library", None)
    return paths.with_library(library) if library is not None else paths


def _handler(options: Namespace) -> Handler:
    """Give the function behind a command; each module is loaded only when it is asked for."""
    if options.smoke_test:
        from policyviewer.cli.smoke_test import smoke_test

        return smoke_test
    return _GROUPS[options.command](options.command)


def _window_group(_name: str | None) -> Handler:
    from policyviewer.cli.window_commands import open_window

    return open_window


def _library_group(name: str) -> Handler:
    from policyviewer.cli import library_commands as commands

    return {
        "import": commands.import_files,
        "references": commands.references,
        "tables": commands.tables,
        "documents": commands.list_documents,
        "outline": commands.outline,
        "show": commands.show,
        "check": commands.check,
    }[name]


def _compare_group(_name: str) -> Handler:
    from policyviewer.cli.compare_command import compare

    return compare


def _remove_group(_name: str) -> Handler:
    from policyviewer.cli.remove_command import remove

    return remove


def _correct_group(_name: str) -> Handler:
    from policyviewer.cli.correct_command import correct

    return correct


def _watch_group(_name: str) -> Handler:
    from policyviewer.cli.watch_commands import watch

    return watch


def _search_group(_name: str) -> Handler:
    from policyviewer.cli.search_command import search

    return search


def _notes_group(name: str) -> Handler:
    from policyviewer.cli import notes_commands as commands

    return {"notes": commands.notes, "bookmarks": commands.bookmarks}[name]


def _keeping_group(name: str) -> Handler:
    from policyviewer.cli import keeping_commands as commands

    return {"backup": commands.backup, "restore": commands.restore}[name]


def _paper_group(name: str) -> Handler:
    if name == "print":
        from policyviewer.cli.print_command import print_document

        return print_document
    from policyviewer.cli.compile_command import compile_parts

    return compile_parts


def _tasks_group(_name: str) -> Handler:
    from policyviewer.cli.tasks_command import tasks

    return tasks


def _pack_group(_name: str) -> Handler:
    from policyviewer.cli.pack_commands import pack

    return pack


def _names_group(_name: str) -> Handler:
    from policyviewer.cli.names_command import names

    return names


def _program_group(name: str) -> Handler:
    if name == "server-files":
        from policyviewer.cli.server_command import server_files

        return server_files
    if name == "verify":
        from policyviewer.cli.verify_command import verify

        return verify
    if name == "doctor":
        from policyviewer.cli.doctor import doctor

        return doctor
    from policyviewer.cli.window_commands import screenshot

    return screenshot


_GROUPS: dict[str | None, Callable[[str], Handler]] = {
    None: _window_group,
    "open": _window_group,
    "import": _library_group,
    "documents": _library_group,
    "outline": _library_group,
    "show": _library_group,
    "check": _library_group,
    "references": _library_group,
    "tables": _library_group,
    "compare": _compare_group,
    "correct": _correct_group,
    "remove": _remove_group,
    "watch": _watch_group,
    "tasks": _tasks_group,
    "names": _names_group,
    "search": _search_group,
    "notes": _notes_group,
    "bookmarks": _notes_group,
    "backup": _keeping_group,
    "restore": _keeping_group,
    "print": _paper_group,
    "compile": _paper_group,
    "pack": _pack_group,
    "server-files": _program_group,
    "verify": _program_group,
    "screenshot": _program_group,
    "doctor": _program_group,
}


def _silence_stdout() -> None:
    """Point stdout nowhere, so that the interpreter's last flush finds no broken pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
