from __future__ import annotations

import pytest

LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number '
    'text:level="2" style:num-format="1" style:num-suffix="."/></text:list-style>'
    '<text:list-style style:name="M"><text:list-level-style-number text:level="1" '
    'style:num-format="一, 二, 三, ..." style:num-prefix="第" style:num-suffix="条"/>'
    "</text:list-style>"
)
OUTLINE = (
    '<text:outline-style><text:outline-level-style text:level="1" style:num-suffix="、" '
    'style:num-format="一, 二, 三, ..."/></text:outline-style>'
)
BREAK = "<text:soft-page-break/>"


def p(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def item(*inner: str, more: str = "") -> str:
    return f"<text:list-item {more}>{''.join(inner)}</text:list-item>"


def lst(*items: str, style: str = "L", more: str = "") -> str:
    return f'<text:list text:style-name="{style}" {more}>{"".join(items)}</text:list>'


def within(*items: str) -> str:
    return f"<text:list>{''.join(items)}</text:list>"


def cell(inner: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{inner}</table:table-cell>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table><table:table-column/>{''.join(rows)}</table:table>"


def box(*inner: str) -> str:
    return f"<draw:frame><draw:text-box>{''.join(inner)}</draw:text-box></draw:frame>"


@pytest.fixture
def lines(read):
    return lambda story, automatic=LISTS, styles=OUTLINE: read(
        story, automatic=automatic, styles=styles
    ).text.split("\n")


def test_numbers_are_written_before_their_paragraphs(lines):
    inner = within(item(p("甲")), item(p("乙")))
    story = lst(item(p("总则"), inner), item(p("　附则"), within(item(p("丙")))))
    assert lines(story) == ["一、总则", "1.甲", "2.乙", "二、附则", "1.丙"]


def test_only_the_first_paragraph_of_an_item_has_its_number(lines):
    header = f"<text:list-header>{p('首')}</text:list-header>"
    assert lines(lst(header, item(p("甲"), p("乙")), item(p("丙")))) == [
        "首",
        "一、甲",
        "乙",
        "二、丙",
    ]


def test_a_deeper_item_needs_none_above(lines):
    story = lst(item(within(item(p("甲")))), item(p("乙")))
    assert lines(story) == ["1.甲", "一、乙"]


def test_a_list_between_paragraphs_goes_on_when_it_says_so(lines):
    story = (
        lst(item(p("甲")), more='xml:id="a"')
        + p("文")
        + lst(item(p("乙")), more='text:continue-numbering="true"')
        + lst(item(p("条")), style="M")
        + lst(item(p("丙")), more='text:continue-list="a"')
        + lst(item(p("丁")))
    )
    assert lines(story) == ["一、甲", "文", "二、乙", "第一条　条", "三、丙", "一、丁"]


def test_an_item_may_set_its_number(lines):
    assert lines(lst(item(p("甲"), more='text:start-value="7"'), item(p("乙")))) == [
        "七、甲",
        "八、乙",
    ]


def test_headings_count_through_the_document(lines):
    heading = '<text:h text:outline-level="1"{}>{}</text:h>'
    more = ' text:is-list-header="true"'
    story = heading.format("", "总则") + heading.format(more, "题") + heading.format("", "附则")
    assert lines(story) == ["一、总则", "题", "二、附则"]


def test_paragraphs_in_containers_are_read(lines):
    index = "<text:table-of-content><text:table-of-content-source><text:index-title-template>源"
    index += "</text:index-title-template></text:table-of-content-source><text:index-body>"
    index += f"{p('目录')}</text:index-body></text:table-of-content>"
    assert lines(f"{index}<text:section>{p('一')}</text:section>{p(' ')}{p('二')}") == [
        "目录",
        "一",
        "二",
    ]


def test_what_was_deleted_is_told_and_not_read(read, codes):
    deleted = (
        f"<text:tracked-changes><text:deletion>{p('删')}</text:deletion></text:tracked-changes>"
    )
    extract = read(f"{deleted}{p('留')}<text:change/>")
    assert (extract.text, codes(extract)) == ("留", ["revisions"])


def test_a_table_keeps_its_place_and_its_merged_cells(read):
    story = p("前") + table(
        "<table:table-header-rows>"
        + row(cell(p("序号")), cell(p("标准"), 'table:number-columns-spanned="2"'))
        + "</table:table-header-rows>",
        row(cell(p("1")), cell(p("田"), 'table:number-rows-spanned="2"'), cell(p("甲") + p("乙"))),
        row(cell(p("2")), "<table:covered-table-cell/>", cell("")),
    )
    extract = read(story + p("后"))
    assert extract.text == "前\n序号\t标准\n1\t田\t甲\u2028乙\n2\t\n后"
    cells = extract.tables[0].cells
    assert [(one.row, one.column, one.rows, one.columns) for one in cells] == [
        (0, 0, 1, 1),
        (0, 1, 1, 2),
        (1, 0, 1, 1),
        (1, 1, 2, 1),
        (1, 2, 1, 1),
        (2, 0, 1, 1),
        (2, 2, 1, 1),
    ]


def test_a_table_of_one_cell_is_but_a_frame(read):
    inner = table(row(cell(p("甲")), cell(p("乙"))))
    extract = read(table(row(cell(p("一") + inner + p("二")))))
    assert extract.text == "一\n甲\t乙\n二"
    assert len(extract.tables) == 1


def test_repeated_cells_are_as_many(lines):
    repeated = cell(p("甲"), 'table:number-columns-repeated="3"')
    assert lines(table(row(repeated, cell(p("乙"))))) == ["甲\t甲\t甲\t乙"]


def test_repeated_cells_in_each_other_are_no_trap(read):
    inner = p("芯")
    for _ in range(40):
        inner = table(row(cell(inner, 'table:number-columns-repeated="200"'), cell(p("边"))))
    assert len(read(inner).text) < 1_000_000


def test_a_text_box_stands_before_its_paragraph_and_marks_the_first_page(read, codes):
    later = p(f"{box(p('后页'))}三")
    extract = read(p(f"{box(p('机密★1年'), p('县政府文件'))}一") + p(f"二{BREAK}") + later)
    assert extract.text == "机密★1年\n县政府文件\n一\n二\n后页\n三"
    assert extract.markings == ("机密★1年\n县政府文件",)
    assert codes(extract) == []


def test_drawings_that_hang_on_a_page_are_read(read, codes):
    shape = f"<draw:custom-shape>{p('县政府文件')}</draw:custom-shape>"
    extract = read(f"{shape}<draw:frame><draw:image/></draw:frame>{BREAK}{box(p('页二'))}{p('文')}")
    assert (extract.text, extract.markings) == ("县政府文件\n页二\n文", ("县政府文件",))
    assert codes(extract) == ["images"]


def test_eighty_tables_in_each_other_are_read(read):
    inner = p("芯")
    for _ in range(80):
        inner = table(row(cell(inner), cell(p(""))))
    assert "芯" in read(inner).text


def test_a_table_of_which_one_cell_has_paragraphs_is_but_a_frame(read):
    frame = table(row(cell(p("一") + p("二")), cell("")), row(cell(p("")), cell(p(" "))))
    extract = read(frame + table(row(cell(p("备注")), cell(p("")))))
    assert extract.text == "一\n二\n备注\t"
    assert len(extract.tables) == 1
