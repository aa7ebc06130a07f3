from __future__ import annotations

LISTS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." '
    'style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/>'
    "</text:list-style>"
)
COVERED = "<table:covered-table-cell/>"


def item(words: str, inner: str = "") -> str:
    return f"<text:list-item><text:p>{words}</text:p>{inner}</text:list-item>"


def listed(*items: str, more: str = "") -> str:
    return f'<text:list text:style-name="L" {more}>{"".join(items)}</text:list>'


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def cell(words: str, spans: str = "") -> str:
    return f"<table:table-cell {spans}><text:p>{words}</text:p></table:table-cell>"


def test_lists_are_numbered_to_the_bottom(read):
    inner = f"<text:list>{item('先修桥')}{item('再修路')}</text:list>"
    body = listed(item("修路", inner), item("架桥"))
    assert read(body, LISTS).text.split("\n") == ["一、修路", "1.先修桥", "2.再修路", "二、架桥"]


def test_a_list_goes_on_only_where_it_says_so(read):
    anew = listed(item("甲")) + listed(item("乙"))
    assert read(anew, LISTS).text.split("\n") == ["一、甲", "一、乙"]
    on = listed(item("甲")) + listed(item("乙"), more='text:continue-numbering="true"')
    assert read(on, LISTS).text.split("\n") == ["一、甲", "二、乙"]


def test_further_paragraphs_of_an_item_have_no_number(read):
    body = listed(item("甲", "<text:p>又</text:p>"), item("乙"))
    assert read(body, LISTS).text.split("\n") == ["一、甲", "又", "二、乙"]


def test_a_header_of_a_list_is_not_counted(read):
    body = listed("<text:list-header><text:p>题</text:p></text:list-header>", item("甲"))
    assert read(body, LISTS).text.split("\n") == ["题", "一、甲"]


def test_a_table_keeps_its_merged_cells(read):
    head = row(cell("序号"), cell("名称", 'table:number-columns-spanned="2"'), COVERED)
    table = (
        f"<table:table><table:table-header-rows>{head}</table:table-header-rows>"
        + row(cell("1", 'table:number-rows-spanned="2"'), cell("石桥"), cell("好"))
        + row(COVERED, cell("土路"), cell("坏"))
        + "</table:table>"
    )
    extract = read(f"<text:p>如下表：</text:p>{table}<text:p>完。</text:p>")
    lines = ["如下表：", "序号\t名称", "1\t石桥\t好", "土路\t坏", "完。"]
    assert extract.text.split("\n") == lines
    (found,) = extract.tables
    spans = [(one.row, one.column, one.rows, one.columns) for one in found.cells]
    assert spans[:3] == [(0, 0, 1, 1), (0, 1, 1, 2), (1, 0, 2, 1)]
    assert spans[-1] == (2, 2, 1, 1)


def test_a_table_of_one_cell_is_a_frame(read):
    extract = read(f"<table:table>{row(cell('须知'))}</table:table>")
    assert (extract.text, extract.tables) == ("须知", ())


def test_text_boxes_of_the_first_page_may_hold_a_marking(read):
    box = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    body = (
        f"<text:p>{box.format('机密')}通知</text:p><text:soft-page-break/>"
        f"<text:p>{box.format('附图')}图</text:p>"
    )
    extract = read(body)
    assert extract.text.split("\n") == ["机密", "通知", "附图", "图"]
    assert extract.markings == ("机密",)


def test_deleted_paragraphs_are_not_read(read):
    gone = "<text:tracked-changes><text:p>删去的</text:p></text:tracked-changes>"
    assert read(f"{gone}<text:p>留下</text:p>").text == "留下"
