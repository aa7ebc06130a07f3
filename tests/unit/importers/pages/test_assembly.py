from __future__ import annotations

from pages_by_hand import full, page, piece, ruled, stack

from policyviewer.importers.pages.assembly import assembled
from policyviewer.importers.writing import TextWriter

ACROSS = [72.0, 272.0, 520.0]


def text_of(*pages):
    return assembled(list(pages), TextWriter()).text


def table(top, *rows, across=ACROSS):
    """Give the words and the ruling lines of a table whose rows are 40 points high."""
    down = [top + 40 * at for at in range(len(rows) + 1)]
    words = [
        piece(one, across[column] + 8, down[row] + 10)
        for row, cells in enumerate(rows)
        for column, one in enumerate(cells)
    ]
    return words, ruled(across, down)


def test_lines_become_paragraphs():
    first, second = full("第一条 修路。"), "从今年起。"
    assert text_of(page(stack([first, second, "第二条 造林。"]))) == (
        f"{first}{second}\n第二条 造林。"
    )


def test_a_paragraph_goes_on_on_the_next_page_past_numbers_and_notes():
    note = piece("1见附件一。", 72, 700, 10)
    one = page([*stack(["一、总则", full("甲")]), note, piece("— 1 —", 280, 780)])
    two = page([*stack(["乙完。", "二、分则"]), piece("— 2 —", 280, 780)], number=2)
    extract = assembled([one, two], TextWriter())
    assert extract.text == f"一、总则\n{full('甲')}乙完。\n二、分则\n注①：见附件一。"
    assert extract.markings == ("— 1 —", "— 2 —")
    assert [one.message for one in extract.notices] == ["已略去 2 处页码、页眉和页脚。"]


def test_a_table_stands_between_the_lines_around_it():
    words, rulings = table(200, ("项目", "标准"), ("农田", "三千元"))
    around = [piece("标准如下：", 72, 100), piece("以上。", 72, 400)]
    extract = assembled([page([*words, *around], rulings)], TextWriter())
    assert extract.text == "标准如下：\n项目\t标准\n农田\t三千元\n以上。"
    (found,) = extract.tables
    assert extract.text[found.span.start : found.span.end] == "项目\t标准\n农田\t三千元"


def test_a_table_goes_on_on_the_next_page_without_its_head_again():
    first = page(*table(600, ("项目", "标准"), ("农田", "三千元")))
    second = page(*table(72, ("项目", "标准"), ("水渠", "五千元")), number=2)
    extract = assembled([first, second], TextWriter())
    assert extract.text == "项目\t标准\n农田\t三千元\n水渠\t五千元"
    assert len(extract.tables) == 1


def test_another_table_on_the_next_page_stays_another():
    first = page(*table(600, ("项目", "标准"), ("农田", "三千元")))
    second = page(*table(72, ("县", "数"), ("甲", "一"), across=[72.0, 172.0, 520.0]), number=2)
    assert len(assembled([first, second], TextWriter()).tables) == 2


def test_columns_are_read_one_after_the_other_and_each_has_its_table():
    left, right = ["左" * 12] * 7 + ["左末。"], ["右" * 12] * 7 + ["右末。"]
    words, rulings = table(400, ("项", "数"), ("甲", "一"), across=[72.0, 172.0, 260.0])
    pieces = [*stack(left), *stack(right, left=320), *words]
    extract = assembled([page(pieces, rulings)], TextWriter())
    assert extract.text == f"{''.join(left)}\n项\t数\n甲\t一\n{''.join(right)}"


def test_lines_without_rulings_become_a_table():
    rows = [("项目", "标准", "备注"), ("农田", "三千", "每亩"), ("水渠", "五千", "每米")]
    words = [
        piece(one, 72 + 150 * column, 100 + 30 * row)
        for row, cells in enumerate(rows)
        for column, one in enumerate(cells)
    ]
    extract = assembled([page(words)], TextWriter())
    assert extract.text == "\n".join("\t".join(row) for row in rows)
    assert len(extract.tables) == 1


def test_pages_without_any_words_give_no_text():
    extract = assembled([page([]), page([], ruled(ACROSS, [100.0, 140.0, 180.0]))], TextWriter())
    assert (extract.text, extract.tables, extract.notices) == ("", (), ())
    assert text_of() == ""


def test_a_row_broken_at_the_end_of_a_page_becomes_whole():
    across = [72.0, 172.0, 272.0]
    first = page(*table(600, ("项", "数"), ("甲", "县财政局会"), across=across))
    second = page(*table(72, ("项", "数"), ("", "同审计局"), ("乙", "二"), across=across), number=2)
    extract = assembled([first, second], TextWriter())
    assert extract.text == "项\t数\n甲\t县财政局会同审计局\n乙\t二"


def test_a_row_whose_first_cell_is_empty_stays_a_row():
    first = page(*table(600, ("项", "数"), ("甲", "一")))
    second = page(*table(72, ("项", "数"), ("", "二")), number=2)
    assert text_of(first, second) == "项\t数\n甲\t一\n\t二"
