from __future__ import annotations

import pytest

LISTS = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>
</w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:lvlText w:val="第%2条"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
"""
PAGE = "<w:r><w:br w:type='page'/></w:r>"


def p(words, properties="", more=""):
    run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{more}{run}</w:p>"


def numbered(level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def box(*paragraphs):
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return f"<w:r><w:pict><v:textbox>{content}</v:textbox></w:pict></w:r>"


def tbl(*rows):
    cells = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


DELETED = "<w:rPr><w:del/></w:rPr>"


def test_numbers_are_written_before_their_paragraphs(read):
    body = p("总则", numbered()) + p("　　本办法", numbered(1)) + p("文") + p("附则", numbered())
    assert read(body, numbering=LISTS).text == "一、总则\n第一条　本办法\n文\n二、附则"


def test_a_number_alone_is_printed_too(read):
    assert read(p("", numbered()) + p("一", numbered()), numbering=LISTS).text == "一、\n二、一"


def test_blank_paragraphs_are_left_out(read):
    assert read(p("　") + p("一") + p("") + p("二")).text == "一\n二"


def test_paragraphs_in_containers_are_read(read):
    inside = (
        f"<w:sdt><w:sdtContent>{p('一')}<w:customXml>{p('二')}</w:customXml></w:sdtContent></w:sdt>"
    )
    assert read(f"{inside}<w:ins>{p('三')}</w:ins>").text == "一\n二\n三"


def test_a_paragraph_whose_end_is_deleted_runs_on_into_the_next(read):
    body = p("修", numbered() + DELETED) + p("", DELETED) + p("路", numbered()) + p("末", DELETED)
    assert read(body, numbering=LISTS).text == "一、修路\n末"


def test_a_text_box_stands_before_its_paragraph(read):
    extract = read(p("正文", more=box(p("青山县文件"), p("〔2026〕1号"))))
    assert extract.text == "青山县文件\n〔2026〕1号\n正文"
    assert extract.markings == ("青山县文件\n〔2026〕1号",)


def test_two_boxes_in_one_drawing_are_both_read(read):
    inner = f"<w:txbxContent>{p('甲')}</w:txbxContent>", f"<w:txbxContent>{p('乙')}</w:txbxContent>"
    body = f"<w:p><w:r><w:pict>{inner[0]}{inner[1]}</w:pict></w:r></w:p>"
    assert read(body).text == "甲\n乙"


def test_the_words_of_wordart_are_read(read):
    art = "<w:r><w:pict><v:shape><v:textpath string='青山县文件'/></v:shape></w:pict></w:r>"
    assert read(p("正文", more=art)).text == "青山县文件\n正文"


@pytest.mark.parametrize(
    "end",
    [
        p("一", more=PAGE),
        p("一", "<w:pageBreakBefore/>"),
        p("一", "<w:sectPr/>"),
        p("一", more="<w:r><w:lastRenderedPageBreak/></w:r>"),
    ],
)
def test_only_boxes_of_the_first_page_are_markings(read, end):
    extract = read(p("", more=box(p("机密★1年"))) + end + p("", more=box(p("机密技术名录"))))
    assert extract.markings == ("机密★1年",)
    assert "机密技术名录" in extract.text


def test_a_box_before_the_break_of_its_paragraph_is_on_the_first_page(read):
    assert read(p("一", more=box(p("甲")) + PAGE + box(p("乙")))).markings == ("甲",)


def test_a_table_keeps_its_place_and_its_numbers(read):
    cells = [[p("事项", numbered()), p("单位")], [p("修路", numbered()), p("甲") + p("乙\t丙")]]
    extract = read(p("前") + tbl(*cells) + p("后", numbered()), numbering=LISTS)
    assert extract.text == "前\n一、事项\t单位\n二、修路\t甲\u2028乙 丙\n三、后"
    assert extract.tables[0].span.of(extract.text).count("\n") == 1


def test_a_table_of_one_cell_is_but_a_frame(read):
    extract = read(tbl([p("一") + tbl([p("甲"), p("乙")]) + p("二")]))
    assert extract.text == "一\n甲\t乙\n二"
    assert [table.span.of(extract.text) for table in extract.tables] == ["甲\t乙"]


def test_embedded_files_are_told(read, codes):
    extract = read(p("一") + "<w:altChunk r:id='r1'/>")
    assert (extract.text, codes(extract)) == ("一", ["embedded"])


def test_of_two_alternatives_one_is_read(read):
    branches = "<mc:Choice Requires='x'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
    both = f"<mc:AlternateContent>{branches}</mc:AlternateContent>"
    assert read(both.format(p("新"), p("旧"))).text == "新"
    assert read(p("", more=both.format("", "<w:r><w:t>旧</w:t></w:r>"))).text == "旧"


def test_eighty_tables_in_each_other_are_read(read):
    inner = p("芯")
    for _ in range(80):
        inner = tbl([inner, p("")])
    assert "芯" in read(inner).text


def test_a_table_of_which_one_cell_has_paragraphs_is_but_a_frame(read):
    extract = read(tbl([p("一") + p("二"), p("")], [p(""), p(" ")]) + tbl([p("备注"), p("")]))
    assert extract.text == "一\n二\n备注\t"
    assert len(extract.tables) == 1
