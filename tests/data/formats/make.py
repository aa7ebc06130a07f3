"""Make the samples of this folder: a notice as Word saves it, and what LibreOffice makes of it.

Run by hand when the notice changes: ``python tests/data/formats/make.py`` (needs soffice). The
results are kept, since other versions of LibreOffice write other bytes.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import xlsxwriter

from policyviewer.importers import registry

HERE = Path(__file__).parent
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("document", "styles", "numbering", "footnotes", "footer1")
_KINDS = {"document": "document.main", "footer1": "footer"}
CONVERTED = {
    "doc": "doc:MS Word 97",
    "odt": "odt",
    "rtf": "rtf",
    "pdf": "pdf:writer_pdf_Export",
    "html": "html:XHTML Writer File:UTF8",
    "txt": "txt:Text (encoded):UTF8",
}


def p(words: str, style: str = "", inside: str = "") -> str:
    """Give a paragraph; ``inside`` is XML that stands behind its words."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{run(words)}{inside}</w:p>"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""


def cell(words: str, *, across: int = 1, down: str = "") -> str:
    merged = {"": "", "restart": '<w:vMerge w:val="restart"/>', "goes on": "<w:vMerge/>"}[down]
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    size = f'<w:tcW w:w="{2000 * across}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{size}{span}{merged}</w:tcPr>{p(words)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:color="000000"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
TABLE = (
    f'<w:tbl><w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders><w:tblW w:w="8000" w:type="dxa"/>'
    "</w:tblPr><w:tblGrid>"
    + '<w:gridCol w:w="2000"/>' * 4
    + "</w:tblGrid>"
    + row(cell("序号"), cell("河道"), cell("长度（公里）", across=2))
    + row(cell("1"), cell("清水河", down="restart"), cell("12.5"), cell("上游"))
    + row(cell("2"), cell("", down="goes on"), cell("8.3"), cell("下游"))
    + "</w:tbl>"
)
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
REVISED = (
    run("本办法自2027年")
    + '<w:del w:id="1" w:author="甲" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>1月1日'
    + '</w:delText></w:r></w:del><w:ins w:id="2" w:author="甲" w:date="2026-01-01T00:00:00Z">'
    + f"{run('3月1日')}</w:ins>{run('起施行，有效期3年。')}"
)
BODY = "".join(
    (
        p("白水县人民政府文件"),
        p("白政发〔2026〕9号"),
        p("白水县人民政府关于印发《白水县河道保洁管理办法》的通知", "title"),
        p("各乡镇人民政府，县直各部门："),
        p("为了管好河道，根据水法", inside=f"{NOTE}{run('和省的规定，制定本办法。')}"),
        p("总体要求", "one"),
        p("基本原则", "two"),
        p("坚持属地管理，河段到人。", "three"),
        p("坚持常年保洁，垃圾不过夜。", "three"),
        p("部门职责", "two"),
        p("县水利局负责组织实施。", "three"),
        p("保洁范围", "one"),
        p("保洁的河道如下表："),
        TABLE,
        p("三、监督检查"),
        p("（一）每季度检查。县水利局会同县财政局检查。"),
        p("保洁经费由县财政局列入预算。", "article"),
        p("各乡镇应当建立巡河台账。", "article"),
        p("虚报河段长度的，追回经费。", "article"),
        f"<w:p>{REVISED}</w:p>",
        p("白水县人民政府"),
        p("2026年12月8日"),
    )
)


def level(at: int, form: str, label: str) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{label}"/></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + level(0, "chineseCounting", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "chineseCounting", "第%1条\u3000")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def style(name: str, number: int = 0, at: int = 0, size: int = 32) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    properties = f"<w:pPr>{listed}</w:pPr>" if number else '<w:pPr><w:jc w:val="center"/></w:pPr>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{properties}'
        f'<w:rPr><w:sz w:val="{size}"/></w:rPr></w:style>'
    )


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="Noto Serif CJK SC"/>'
    '<w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + style("title", size=44)
    + style("one", 1, 0)
    + style("two", 1, 1)
    + style("three", 1, 2)
    + style("article", 2)
    + style("note", size=18)
)
FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="2">{p("2016年7月2日第三次修正。", "note")}</w:footnote>'
)
FOOTER = (
    f'<w:p>{run("— ")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE'
    f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>{run(" —")}</w:p>'
)
SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" '
    'w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>'
)


def write_docx(place: Path) -> None:
    """Write the notice as Word does: zipped XML, all that matters and nothing else."""
    names = f'xmlns:w="{_W}" xmlns:r="{_R}"'
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" '
        f'ContentType="{_TYPE}.{_KINDS.get(part, part)}+xml"/>'
        for part in _PARTS
    )
    relations = "".join(
        f'<Relationship Id="{part}" Type="{_R}/{part.rstrip("1")}" Target="{part}.xml"/>'
        for part in _PARTS[1:]
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        "word/document.xml": f"<w:document {names}><w:body>{BODY}{SECTION}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {names}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {names}>{NUMBERING}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {names}>{FOOTNOTES}</w:footnotes>",
        "word/footer1.xml": f"<w:ftr {names}>{FOOTER}</w:ftr>",
    }
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            file.writestr(zipfile.ZipInfo(name), f"{head}{content}", zipfile.ZIP_DEFLATED)


OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_SIZE, _LEFT, _STEP, _FULL = 5.64, 28.0, 10.2, 28
"""Millimetres: a character of 16 points, the margin, a line; and characters in a line."""


def write_ofd(place: Path, paragraphs: list[str], rows: list[str]) -> None:
    """Write the notice as OFD: each line of the page a text object, the table drawn by lines."""
    objects: list[str] = []
    y = 30.0
    for paragraph in paragraphs:
        if paragraph == rows[0]:
            objects += _grid(y, rows)
            y += _STEP * len(rows)
        elif paragraph not in rows:
            drawn = _paragraph(paragraph, y)
            objects += drawn
            y += _STEP * len(drawn)
    pages = [[one for one in objects if _page_of(one) == number] for number in (0, 1)]
    contents = [_ofd_page("".join(one)) for one in pages]
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as file:
        listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/{n}.xml"/>' for n in (1, 2))
        parts = {
            "OFD.xml": f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml"
            "</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f"<ofd:Document {OFD}><ofd:CommonData><ofd:PageArea>"
            "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
            f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
            **{f"Doc_0/Pages/{n}.xml": one for n, one in enumerate(contents, start=1)},
        }
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def _paragraph(paragraph: str, y: float) -> list[str]:
    """Draw a paragraph: a note at the foot, a title in larger characters and on two lines."""
    if paragraph.startswith("注①"):
        return [_text(_LEFT, 268, f"1{paragraph[3:]}", 3.2)]
    if paragraph.endswith("的通知"):
        halves = enumerate((paragraph[:18], paragraph[18:]))
        return [_text(105 - len(half) * 3.88, y + at * _STEP, half, 7.76) for at, half in halves]
    drawn = []
    for at, line in enumerate(_lines(paragraph)):
        x = _LEFT + _SIZE * (len(line) - len(line.lstrip(" "))) / 2
        drawn.append(_text(x, y + at * _STEP, line.lstrip(" "), _SIZE))
    return drawn


_PAGE_HEIGHT = 225.0


def _page_of(drawn: str) -> int:
    return int(drawn.partition(":")[0])


def _ofd_page(objects: str) -> str:
    plain = re.sub(r"\d:<", "<", objects)
    layer = f"<ofd:Layer ID='9'>{plain}</ofd:Layer>"
    return f"<ofd:Page {OFD}><ofd:Content>{layer}</ofd:Content></ofd:Page>"


def _text(x: float, y: float, words: str, size: float) -> str:
    page, y = (0, y) if y <= 250 or size < 4 else (1, y - _PAGE_HEIGHT)
    deltas = f"g {max(1, len(words) - 1)} {size}"
    return (
        f'{page}:<ofd:TextObject ID="1" Boundary="{x:.2f} {y:.2f} 160 10" Font="1" Size="{size}">'
        f'<ofd:TextCode X="0" Y="5" DeltaX="{deltas}">{words}</ofd:TextCode></ofd:TextObject>'
    )


def _rule(x: float, y: float, width: float, height: float) -> str:
    page, y = (0, y) if y <= 250 else (1, y - _PAGE_HEIGHT)
    return (
        f'{page}:<ofd:PathObject ID="2" Boundary="{x} {y:.2f} {width} {height}" LineWidth="0.3">'
        "<ofd:AbbreviatedData>M 0 0 L 1 1</ofd:AbbreviatedData></ofd:PathObject>"
    )


def _lines(paragraph: str) -> list[str]:
    """Break a paragraph into lines; the first is moved in, but not titles and addressees."""
    text = paragraph if paragraph.endswith(("文件", "号", "通知", "：")) else f"    {paragraph}"
    lines, width, start = [], 0.0, 0
    for at, sign in enumerate(text):
        width += 0.5 if sign == " " else 1.0
        if width > _FULL:
            lines.append(text[start:at])
            start, width = at, 1.0
    return [*lines, text[start:]]


def _grid(top: float, rows: list[str]) -> list[str]:
    """Draw the table of four columns, with the merged cells that the notice has."""
    width, drawn = 35.0, []
    bottom = top + _STEP * len(rows)
    for number in range(len(rows) + 1):
        y = top + _STEP * number
        if number == 2:  # 清水河 stands beside two rows
            drawn += [_rule(_LEFT, y, width, 0.2), _rule(_LEFT + 2 * width, y, 2 * width, 0.2)]
        else:
            drawn.append(_rule(_LEFT, y, 4 * width, 0.2))
    for number in range(5):
        x = _LEFT + width * number
        first = top + _STEP if number == 3 else top  # 长度 stands over two columns
        drawn.append(_rule(x, first, 0.2, bottom - first))
    places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (2, 2), (2, 3)]
    words = [cell for one in rows for cell in one.split("\t")]
    for (at, column), cell in zip(places, words, strict=True):
        drawn.append(_text(_LEFT + 2 + width * column, top + 2 + _STEP * at, cell, _SIZE))
    return drawn


def write_markdown(place: Path, paragraphs: list[str], rows: list[str]) -> None:
    """Write the notice as Markdown; its tables know no merged cells."""
    lines = []
    for paragraph in paragraphs:
        if paragraph in rows:
            cells = paragraph.split("\t")
            if paragraph == rows[-1]:
                cells.insert(1, "")  # 清水河 stands beside two rows
            lines.append(f"| {' | '.join(cells)} |")
            if paragraph == rows[0]:
                lines.append(f"|{'---|' * len(cells)}")
        else:
            heading = paragraph.startswith(("一、", "二、", "三、"))
            lines += [f"## {paragraph}" if heading else paragraph, ""]
            if paragraph.endswith("如下表："):
                lines.append("")
    place.write_text("\n".join(lines), encoding="utf-8")


def write_workbook(place: Path, rows: list[str]) -> None:
    """Write the table alone as a workbook."""
    with xlsxwriter.Workbook(str(place)) as book:
        sheet = book.add_worksheet("河道")
        sheet.merge_range("C1:D1", "")
        sheet.merge_range("B2:B3", "")
        places = ["A1", "B1", "C1", "A2", "B2", "C2", "D2", "A3", "C3", "D3"]
        words = [cell for one in rows for cell in one.split("\t")]
        for where, cell in zip(places, words, strict=True):
            sheet.write(where, cell)


def write_archive(place: Path) -> None:
    """Zip two of the samples."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as file:
        for name in ("办法.docx", "办法.txt"):
            file.writestr(zipfile.ZipInfo(f"来文/{name}"), (HERE / name).read_bytes())


def main() -> None:
    """Write all samples."""
    docx = HERE / "办法.docx"
    write_docx(docx)
    with tempfile.TemporaryDirectory() as profile:
        for extension, form in CONVERTED.items():
            command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
            command += ["--convert-to", form, "--outdir", str(HERE), str(docx)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            made = HERE / f"办法.{form.partition(':')[0]}"
            made.rename(HERE / f"办法.{extension}")
    shutil.copy(HERE / "办法.doc", HERE / "办法.wps")
    text = registry.read(docx).text
    paragraphs = text.split("\n")
    rows = [one for one in paragraphs if "\t" in one]
    write_ofd(HERE / "办法.ofd", paragraphs, rows)
    write_markdown(HERE / "办法.md", paragraphs, rows)
    write_workbook(HERE / "办法.xlsx", rows)
    write_archive(HERE / "办法.zip")


if __name__ == "__main__":
    main()
