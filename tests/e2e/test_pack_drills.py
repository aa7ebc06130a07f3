"""Packs on bad days: killed programs, pulled sticks, forged bytes. The library is always exactly
one version or the other.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.packing import Press, User

from policyviewer.app.annotating import Draft
from policyviewer.app.checking import problems
from policyviewer.app.collection import open_collection
from policyviewer.app.library import LibraryService
from policyviewer.app.packs.container import PackReader
from policyviewer.app.packs.filling import damage, manifest_in
from policyviewer.app.packs.installing import roll_back
from policyviewer.app.paths import AppPaths
from policyviewer.app.searching import SearchService
from policyviewer.app.services import build_services, open_notes
from policyviewer.app.settings import Settings
from policyviewer.cli.run import run
from policyviewer.domain.annotations import AnnotationKind
from policyviewer.domain.errors import PackError, UnreadablePackError
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.storage.annotations import AnnotationStore

SEED = int(os.environ.get("POLICYVIEWER_SEED", "20261130"))
KILLS, SHORT_KILLS = 100, 3
PULLS, SHORT_PULLS = 30, 6

ACTOR = """
import os, signal, sys
from pathlib import Path
from policyviewer.app.packs.installing import install
from policyviewer.app.packs.service import PackService
from policyviewer.app.paths import AppPaths
from policyviewer.domain.tasks import JobContext
from policyviewer.search.reader import IndexReader

home, action, pack, left = sys.argv[1:]
service = PackService(AppPaths.under(Path(home)))
service.preview(Path(pack))(JobContext())  # what is loaded is loaded
steps = 0


def step(event, arguments):
    global steps
    if event == "open" or event.startswith(("os.", "shutil.", "sqlite3.")):
        paths = (os.fspath(one) for one in arguments if isinstance(one, (str, os.PathLike)))
        if any(home in one for one in paths):
            steps += 1
            if steps == int(left):
                os.kill(os.getpid(), signal.SIGKILL)


sys.addaudithook(step)
if action == "install":
    service.install(Path(pack))(JobContext())
else:
    service.roll_back("qingshan")(JobContext())
print(steps)
"""


@pytest.fixture
def user(home: AppPaths, press: Press) -> User:
    """Give a user who has a note on a document that came in a pack."""
    user = User(home).trusting(press)
    user.install(press.full(1))
    services = build_services(user.paths, Settings())
    name = services.library.find("青山县森林防火办法").id
    text = services.library.open(name).outline.text
    span = TextRange(text.index("巡查队伍"), text.index("巡查队伍") + 4)
    draft = Draft(AnnotationKind.NOTE, span, text="要落实到人")
    services.annotating.add(services.library.open(name), draft)
    services.close()
    return user


def version(user: User) -> int:
    """Give the version that is shown, having proved that it is exactly that."""
    (installed,) = user.installations.all()
    manifest = manifest_in(installed.folder)
    assert manifest is not None
    assert damage(installed.folder, manifest, JobContext()) == []
    with open_collection(user.paths) as collection:
        assert problems(collection, user.paths, JobContext()) == []
        library, search = LibraryService(collection.shelves), SearchService(collection.shelves)
        shown = {one.id for one in library.documents()}
        assert {one.id for one in manifest.documents} <= shown
        assert search.search(SearchQuery("巡查队伍")).complete
        search.close()
    assert noted(user) == ["要落实到人"]
    return manifest.head.version


def noted(user: User) -> list[str]:
    with closing(open_notes(user.paths)) as notes:
        return [one.text for one in AnnotationStore(notes).all()]


def acted(user: User, action: str, pack: Path, kill_at: int = 0) -> int:
    """Let another process act, killed at a step of its file system, if given; gives its steps."""
    home = str(user.paths.data.parent)
    command = [sys.executable, "-c", ACTOR, home, action, str(pack), str(kill_at)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL)
    return int(done.stdout or 0)


def drill(user: User, press: Press, kills: int) -> dict[str, int]:
    """Install and go back, killed at random moments; count what was found after which."""
    chance, found = random.Random(SEED), dict.fromkeys(("1", "4", "4 to 1", "4 to 4"), 0)
    whole = {name: acted(user, name, press.full(4)) for name in ("install", "rollback")}
    begin_anew(user, press)
    for number in range(kills):
        present = user.installations.all()[0].current.head.version
        action = "install" if present == 1 else "rollback"
        pack = chance.choice([press.full(4), press.delta(1, 4)])
        anywhere, near_the_end = chance.randrange(whole[action]), chance.randrange(8)
        acted(user, action, pack, chance.choice([1 + anywhere, whole[action] - near_the_end]))
        found[f"{'4 to ' if present == 4 else ''}{version(user)}"] += 1
        if number % 4 == 3:  # so that a version is filled again
            begin_anew(user, press)
    return found


def begin_anew(user: User, press: Press) -> None:
    shutil.rmtree(user.paths.packs)
    user.install(press.full(1))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
@pytest.mark.timeout(900)
@pytest.mark.slow
def test_a_killed_program_leaves_the_old_version_or_the_new(user: User, press: Press):
    found = drill(user, press, KILLS)
    assert sum(found.values()) == KILLS
    assert min(found.values()) > 0, f"the moments were not spread: {found}"


class Pulled:
    """A stick that is pulled after so many reads of blocks."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, reads: int) -> None:
        self._left, self._block = reads, PackReader.block
        stick = self

        def read(pack: PackReader, sha256: str, size: int) -> bytes:
            stick._left -= 1
            if stick._left < 0:
                raise UnreadablePackError("读不出")
            return stick._block(pack, sha256, size)

        monkeypatch.setattr(PackReader, "block", read)


@pytest.mark.parametrize(
    "pulls", [SHORT_PULLS, pytest.param(PULLS, marks=[pytest.mark.slow, pytest.mark.timeout(300)])]
)
def test_a_pulled_stick_leaves_the_old_version(user: User, press: Press, monkeypatch, pulls: int):
    chance = random.Random(SEED)
    with PackReader(press.full(4)) as pack:
        blocks = len(tuple(pack.blocks()))
    for _ in range(pulls):
        with monkeypatch.context() as patched:
            Pulled(patched, chance.randrange(2))
            with pytest.raises(UnreadablePackError):
                user.install(press.full(4))
        assert user.installations.all()[0].current.head.version == 1
    assert (version(user), pulls < blocks) == (1, True)
    assert user.install(press.full(4)).current.head.version == 4
    assert version(user) == 4


@pytest.mark.parametrize(
    "cuts", [SHORT_PULLS, pytest.param(PULLS, marks=[pytest.mark.slow, pytest.mark.timeout(300)])]
)
def test_a_pack_that_was_not_copied_whole_is_refused(user, press, tmp_path: Path, cuts: int):
    chance, whole = random.Random(SEED), press.full(4).read_bytes()
    for _ in range(cuts):
        cut = tmp_path / "cut.pvpack"
        cut.write_bytes(whole[: chance.randrange(len(whole))])
        with pytest.raises(PackError, match="已损坏"):
            user.install(cut)
    assert version(user) == 1


def regions(path: Path) -> Iterator[tuple[str, int, int]]:
    """Give the parts that a pack consists of, with where each begins and ends."""
    with PackReader(path) as pack:
        entries = pack.places()
    for name, header, data, end in entries:
        yield f"header of {name}", header, data
        yield name, data, end
    yield "list of entries", entries[-1][3], path.stat().st_size


@pytest.mark.parametrize(
    "per_region",
    [
        pytest.param(0, id="some"),
        pytest.param(3, id="all", marks=[pytest.mark.slow, pytest.mark.timeout(900)]),
    ],
)
def test_turned_bits_are_refused_wherever_they_are(user, press, tmp_path: Path, per_region: int):
    chance, whole = random.Random(SEED), press.full(1).read_bytes()
    parts = list(regions(press.full(1)))
    chosen = parts * per_region if per_region else chance.sample(parts, 12)
    forged = tmp_path / "forged.pvpack"
    shutil.rmtree(user.paths.packs)
    for name, start, end in chosen:
        changed = bytearray(whole)
        changed[chance.randrange(start, end)] ^= 1 << chance.randrange(8)
        forged.write_bytes(changed)
        with pytest.raises(PackError):
            user.install(forged)
        assert user.installations.all() == [] == list(user.paths.packs.rglob("*.sqlite")), name


QUERIES = ("森林防火", "招标", "入林巡查", "校车", "同时废止", "第二条", "没有这样的话")


def answers(user: User) -> str:
    """Give all that can be read and found, without what differs from one search to the next."""
    with open_collection(user.paths) as collection:
        library, search = LibraryService(collection.shelves), SearchService(collection.shelves)
        documents = [library.open(one.id) for one in library.documents()]
        pages = [search.search(SearchQuery(one, limit=None)) for one in QUERIES]
        search.close()
    found = [[(hit.provision, hit.score) for hit in page.hits] for page in pages]
    return json.dumps([repr(documents), repr(found)])


def test_an_update_answers_as_the_full_pack_does(user: User, press: Press, tmp_path: Path):
    user.install(press.delta(1, 4))
    data = tmp_path / "other"
    other = User(replace(user.paths, data=data)).trusting(press)
    other.install(press.full(4))
    assert answers(user) == answers(other)


@pytest.mark.parametrize("number", range(SHORT_KILLS))
def test_an_installation_that_dies_anywhere_changes_nothing(
    user: User, press: Press, monkeypatch, number: int
):
    """Die, without any clean-up, at a renaming."""
    monkeypatch.setattr(shutil, "rmtree", lambda *_all, **_options: None)
    steps, rename = [number], Path.rename

    def die(path: Path, target: Path) -> Path:
        steps[0] -= 1
        if steps[0] < 0:
            raise KeyboardInterrupt
        return rename(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", die)
        with suppress(KeyboardInterrupt):
            user.install(press.full(4))
    monkeypatch.undo()
    assert version(user) in (1, 4)
    assert user.install(press.full(4)).current.head.version == 4
    roll_back(user.installations, "qingshan")
    assert version(user) == 1


def test_notes_are_carried_over_with_a_receipt(user: User, press: Press, capsys):
    home = ("--home", str(user.paths.data.parent))
    assert run(["pack", "inspect", str(press.full(4)), *home]) == 0
    assert "1 份有您的批注" in capsys.readouterr().out
    assert run(["pack", "install", str(press.full(4)), *home, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["notes"] == {"in-place": 1, "moved": 0, "text-changed": 0, "text-deleted": 0}
