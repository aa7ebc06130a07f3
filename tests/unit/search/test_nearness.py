from __future__ import annotations

import pytest

from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.search import nearness, writer
from policyviewer.search.reader import IndexReader


@pytest.fixture
def ask(tmp_path, make_provision):
    """Give the provisions' names in the order in which they answer a question."""

    def asked(question: str, *provisions) -> list[str]:
        folder = tmp_path / "index"
        writer.build(folder, provisions, JobContext(), len(provisions))
        page = IndexReader([folder]).search(SearchQuery(question))
        assert not page.complete
        return [hit.document for hit in page.hits]

    def provision(text: str, document: str, title: str = "某某", number: int = 0):
        return make_provision(text, number, document=document, title=title, path=())

    asked.provision = provision
    return asked


@pytest.mark.parametrize(
    ("title", "weight"),
    [
        ("中华人民共和国森林法", nearness.LAW),
        ("森林法（2019年修订）", nearness.LAW),
        ("某某法典", nearness.LAW + nearness.CODE),
        ("森林防火办法", nearness.RULE),
        ("关于森林防火的若干规定(试行)", nearness.RULE),
        ("关于做好森林防火工作的通知", 0.0),
    ],
)
def test_kinds_are_told_by_the_end_of_the_title(title: str, weight: float) -> None:
    assert nearness.kind_weight(title) == weight


def test_a_law_comes_before_a_rule_of_the_same_words(ask) -> None:
    text = "第三条 承包人可以依法转让承包地。"
    rule = ask.provision(text, "rule", "承包办法")
    law = ask.provision(text, "law", "承包法")
    assert ask("承包地怎么样才可以转让给别人呢", rule, law) == ["law", "rule"]


def test_an_article_comes_before_its_announcement(ask) -> None:
    notice = ask.provision("承包人转让承包地的问题,已经研究。", "notice")
    article = ask.provision("第三条 承包人转让承包地的,应当备案。", "article")
    assert ask("承包人转让承包地要不要备案呢", notice, article)[0] == "article"


def test_daily_words_find_the_words_of_the_law(ask) -> None:
    near = ask.provision("第一条 房屋的质量、合同的格式,另行规定。", "near")
    law = ask.provision("第二条 出租人应当按照约定将租赁物交付承租人,合同另有约定的除外。", "law")
    assert ask("租房合同里房东该做什么", near, law)[0] == "law"


def test_who_shares_no_pair_is_not_near(ask) -> None:
    other = ask.provision("第一条 草原、湿地另行规定。", "other")
    forest = ask.provision("第二条 森林防火期由县级人民政府规定。", "forest")
    assert ask("森林防火怎么做才算到位呢", other, forest) == ["forest"]


def test_a_document_with_more_to_say_comes_first(ask) -> None:
    alone = ask.provision("第一条 森林防火要经费。", "alone")
    more = [ask.provision("第一条 森林防火要经费。", "more", number=0)]
    more += [ask.provision(f"第{n}条 森林防火经费{n}。", "more", number=n) for n in (2, 3)]
    assert ask("森林防火的经费从哪里来呢", alone, *more)[0] == "more"
