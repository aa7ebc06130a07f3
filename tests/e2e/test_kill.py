"""A process that writes notes is killed at random moments: what it acknowledged is there."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from policyviewer.app.paths import AppPaths
from policyviewer.app.services import open_notes
from policyviewer.storage.annotations import AnnotationStore

WRITER = """
import sys
from pathlib import Path
from policyviewer.app.annotating import AnnotationService, Draft
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import open_notes
from policyviewer.domain.annotations import AnnotationKind
from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.app.placing import PlacingService
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.placements import PlacementStore
from datetime import UTC, datetime

source = Source("a.txt", "txt", "0" * 64, datetime.now(UTC))
document = Document(DocumentId("d"), 1, source, parse("第一条　修路。\\n第二条　架桥。\\n"))
notes = open_notes(AppPaths.under(Path(sys.argv[1])))
store = AnnotationStore(notes)
service = AnnotationService(store, PlacingService(store, PlacementStore(notes)), "tester")
while True:
    made = service.add(document, Draft(AnnotationKind.NOTE, TextRange(0, 3), text="x" * 500))
    service.edit(made.id, made.id)
    print(made.id, flush=True)
"""

KILLS = 200


def acknowledged(home: Path, lines: int) -> list[str]:
    """Let a process write notes, kill it after so many, and give those it had acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(home)], stdout=subprocess.PIPE, text=True
    ) as writer:
        seen = [writer.stdout.readline().strip() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().split("\n")
    return [*seen, *(line for line in rest[:-1] if line)]


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
def test_every_acknowledged_note_survives_kill_9(tmp_path: Path):
    chance = random.Random(2026)
    written: list[str] = []
    for _ in range(KILLS):
        written += acknowledged(tmp_path, chance.randrange(1, 12))
        database = open_notes(AppPaths.under(tmp_path))
        texts = {one.id: one.text for one in AnnotationStore(database).all()}
        database.close()
        assert all(texts[name] == name for name in written)
    assert len(written) > 400
