from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.packing import FOREST, SCHOOLS, Press, User, inline, notice

from policyviewer.app.collection import Collection
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryService
from policyviewer.app.paths import AppPaths
from policyviewer.app.searching import SearchService
from policyviewer.app.shelves import open_shelf
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.tasks import JobContext


@pytest.fixture
def user(tmp_path: Path, press: Press) -> User:
    made = User(AppPaths.under(tmp_path / "home")).trusting(press)
    made.install(press.full(1))
    return made


@pytest.fixture
def shelves(user: User) -> Iterator[Collection]:
    own = open_shelf(user.paths.library, writable=True, dictionary=user.paths.dictionary)
    with Collection([own], user.paths) as collection:
        collection.take_packs()
        yield collection


def take_in(collection: Collection, folder: Path, text: str, name: str = "我的.txt") -> None:
    (folder / name).write_text(text, encoding="utf-8")
    stored = collection.shelves.look_again
    service = ImportService(collection.own, readers=inline, stored=stored)
    service.job([folder / name])(JobContext())


def shown(collection: Collection) -> list[str]:
    return [one.metadata.title for one in LibraryService(collection.shelves).documents()]


def hits(collection: Collection, words: str) -> int:
    search = SearchService(collection.shelves)
    search.mend(JobContext())
    found = search.search(SearchQuery(words, limit=None))
    assert search.ready
    search.close()
    return found.total


def test_what_the_user_imported_stands_before_the_pack(shelves: Collection, tmp_path: Path):
    assert (shown(shelves), hits(shelves, "巡查队伍")) == (
        ["青山县森林防火办法", "青山县农村公路养护办法"],
        1,
    )
    take_in(shelves, tmp_path, FOREST)
    assert shown(shelves) == ["青山县农村公路养护办法", "青山县森林防火办法"]
    assert hits(shelves, "巡查队伍") == 1
    library = LibraryService(shelves.shelves)
    name = library.find("青山县森林防火办法").id
    assert library.open(name).source.name.endswith("我的.txt")


def test_what_the_user_takes_away_again_is_shown_from_the_pack(shelves, tmp_path: Path):
    take_in(shelves, tmp_path, FOREST)
    (own,) = shelves.own.documents.ids()
    shelves.own.documents.remove(own)
    shelves.shelves.look_again()
    assert len(shown(shelves)) == 2
    assert LibraryService(shelves.shelves).open(own).source.name.endswith("防火.txt")


def test_citations_of_a_hidden_copy_are_not_counted_twice(shelves, tmp_path: Path, user, press):
    user.install(press.full(4))
    shelves.take_packs()
    take_in(shelves, tmp_path, press.versions[3]["条例.txt"])
    from policyviewer.app.citing import CitationService

    library = LibraryService(shelves.shelves)
    cited = library.open(library.find("青山县饮用水水源保护办法").id)
    assert len(CitationService(library, shelves.shelves).to(cited)) == 1


def test_of_two_packs_the_later_one_shows_a_document(shelves, user: User, tmp_path: Path):
    texts = ({"林业.txt": FOREST, "校车.txt": SCHOOLS},)
    other = Press(tmp_path / "press", name="林业局", library="forest", versions=texts)
    user.trusting(other).install(other.full(1))
    shelves.take_packs()
    assert shown(shelves).count("青山县森林防火办法") == 1
    assert [shelf.overlaps for shelf in shelves.shelves] == [True, True, False]
    assert len(shown(shelves)) == 3


def test_an_import_leaves_packs_as_they_are(shelves: Collection, tmp_path: Path):
    before = shelves.shelves[0].documents.ids()
    take_in(shelves, tmp_path, notice("新办法", "一。"))
    assert shelves.shelves[0].documents.ids() == before
    assert len(shelves.shelves[:2]) == 2 == len(shelves.shelves)
