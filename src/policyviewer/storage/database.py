"""SQLite: opening, transactions, migrations, and telling the world's failures from bugs."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import Enum
from pathlib import Path

from policyviewer.domain.errors import OutdatedDatabaseError, StorageError
from policyviewer.storage.addresses import address
from policyviewer.storage.failures import damaged, explained, is_busy
from policyviewer.storage.medium import is_own_disk
from policyviewer.storage.steps import Step, steps_of

logger = logging.getLogger(__name__)

_BUSY_SECONDS = 5.0
_JOURNALS = ("-wal", "-journal")


class Schema(Enum):
    """Which database it is; the value names its folder of numbered migrations."""

    LIBRARY = "library"
    NOTES = "notes"
    NAMES = "names"


_SYNCHRONOUS = {Schema.LIBRARY: "NORMAL", Schema.NOTES: "FULL", Schema.NAMES: "NORMAL"}
"""A note that was acknowledged must survive a power cut; a document can be imported again, and
names are read again.
"""


class Database:
    """One database file, with a connection for each thread that uses it.

    Every method raises StorageError when the file cannot be used, and DamagedDatabaseError
    when it is broken or is no database.
    """

    def __init__(
        self,
        path: Path,
        schema: Schema,
        *,
        read_only: bool = False,
        steps: tuple[Step, ...] | None = None,
    ) -> None:
        self.path = path
        self.schema = schema
        self.read_only = read_only
        self._steps = steps_of(schema.value) if steps is None else steps
        self._local = threading.local()
        self._lock = threading.Lock()
        self._opened: list[sqlite3.Connection] = []
        self._identity: tuple[int, int] | None = None
        self._own = is_own_disk(path)

    @property
    def version(self) -> int:
        """Give the number of the last migration that the file has seen."""
        return _version(self.connection())

    def connection(self) -> sqlite3.Connection:
        """Give this thread's connection; the first one brings the schema up to date."""
        present: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if present is not None:
            return present
        with explained(self.path), self._lock:
            made = self._connect()
            try:
                self._set_up(made)
                self._bring_up_to_date(made)
                self._identity = self._identity or _identity(self.path, own=self._own)
            except BaseException:
                made.close()
                raise
            self._opened.append(made)
        self._local.connection = made
        self._local.depth = 0
        return made

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for queries; failures come out in the user's words."""
        connection = self.connection()
        with explained(self.path):
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for several queries that must see one and the same state."""
        with self._within("BEGIN") as connection:
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for changes: all of them, or on any exception none.

        A transaction within a transaction is part of the outer one.
        """
        self._refuse_lost()
        with self._within("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def _within(self, begin: str) -> Iterator[sqlite3.Connection]:
        connection = self.connection()
        if self._local.depth:
            yield connection
            return
        with explained(self.path):
            connection.execute(begin)
            self._local.depth = 1
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            finally:
                self._local.depth = 0

    def check(self) -> None:
        """Read the file through; raises DamagedDatabaseError when it is not sound."""
        with self.reading() as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                raise damaged(self.path)

    def seal(self) -> None:
        """Fold the journal into the file, so that it can be read from a read-only medium."""
        with self.reading() as connection:
            connection.execute("PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        """Close the connections of all threads; no thread may use the database any more."""
        with self._lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
            self._local = threading.local()

    def _connect(self) -> sqlite3.Connection:
        if self.read_only:
            self._refuse_unfinished()
            options = "mode=ro&immutable=1"
        else:
            _make_folder(self.path.parent)
            options = ""
        return sqlite3.connect(
            address(self.path.absolute(), options),
            uri=True,
            isolation_level=None,
            timeout=_BUSY_SECONDS,
            check_same_thread=False,  # closed by whichever thread ends the program
        )

    def _set_up(self, made: sqlite3.Connection) -> None:
        made.row_factory = sqlite3.Row
        if not self.read_only:
            _set_journal(made, "WAL" if self._own else "DELETE")
            synchronous = _SYNCHRONOUS[self.schema] if self._own else "FULL"
            made.execute(f"PRAGMA synchronous = {synchronous}")
        made.execute("PRAGMA foreign_keys = ON")

    def _refuse_lost(self) -> None:
        """A file that was moved away or deleted still takes what is written, and loses it."""
        self.connection()
        if self._identity is not None and self._identity != _identity(self.path, own=self._own):
            raise StorageError(
                f"“{self.path.name}”不在原来的位置了。",
                "请检查磁盘或U盘是否仍然连接、文件夹是否被移走，然后重新启动程序。",
            )

    def _refuse_unfinished(self) -> None:
        """A journal that was not folded in cannot be read without writing beside it."""
        for ending in _JOURNALS:
            journal = self.path.with_name(f"{self.path.name}{ending}")
            if journal.exists() and journal.stat().st_size:
                raise StorageError(
                    f"“{self.path.name}”上次没有正常关闭，在只读的位置打不开。",
                    "请把整个文件夹复制到可以写入的磁盘，打开一次再用。",
                )

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> None:
        present = _version(connection)
        newest = self._steps[-1].number
        if present > newest:
            raise StorageError(
                f"“{self.path.name}”由更新版本的程序写成，本程序不能打开。",
                "请安装新版程序；数据没有被改动。",
            )
        pending = [step for step in self._steps if step.number > present]
        if not pending:
            return
        if self.read_only:
            raise OutdatedDatabaseError(
                f"“{self.path.name}”的格式较旧，又在只读的位置，不能升级。",
                "请复制到可以写入的磁盘后再打开。",
            )
        if present:
            self._copy_before(connection, present)
        for step in pending:
            _apply(connection, step)

    def _copy_before(self, connection: sqlite3.Connection, version: int) -> None:
        """Keep the file as it was before its first pending migration."""
        copy = self.path.with_name(f"{self.path.stem}.before-v{version + 1}{self.path.suffix}")
        with closing(sqlite3.connect(copy)) as target:
            connection.backup(target)


def _identity(path: Path, *, own: bool) -> tuple[int, int] | None:
    """Give by what a file is told from another one at the same place; None where it is gone. On
    shares, which may number a file anew, its being there is all that counts.
    """
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if own else (0, 0)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"不能建立文件夹“{folder}”。", "请检查上级文件夹的写入权限。") from error


def _set_journal(connection: sqlite3.Connection, mode: str) -> None:
    """Ask for a journal; where write-ahead logging is not possible SQLite keeps its rollback one.

    While two programs open a new file, each holds what the other waits for, and SQLite tells one
    of them at once that the file is busy, whatever the timeout. That one need not insist: the
    journal belongs to the file, and the other is just changing it.
    """
    try:
        connection.execute(f"PRAGMA journal_mode = {mode}")
    except sqlite3.OperationalError as error:
        if not is_busy(error):
            raise
        logger.info("another program is opening the file: its journal is left to it")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _apply(connection: sqlite3.Connection, step: Step) -> None:
    """Carry out a migration and note its number, both or neither.

    Another process may have been faster: the number is looked at again under the lock.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _version(connection) < step.number:
            for statement in step.statements():
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step.number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
