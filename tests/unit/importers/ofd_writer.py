"""Small OFD packages, written part by part; lengths in millimetres."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

_NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE = 5.64
_ROOT = (
    f"<ofd:OFD {_NS} Version='1.0' DocType='OFD'><ofd:DocBody><ofd:DocInfo/>"
    "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
)

Line = tuple[float, float, str]


def text_object(number: int, line: Line) -> str:
    x, y, words = line
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{x} {y} 160 10" Font="1" Size="{SIZE}">'
        f'<ofd:TextCode X="0" Y="5" DeltaX="g {max(1, len(words) - 1)} {SIZE}">{words}'
        "</ofd:TextCode></ofd:TextObject>"
    )


def path_object(number: int, box: str) -> str:
    return (
        f'<ofd:PathObject ID="{number}" Boundary="{box}" LineWidth="0.3">'
        "<ofd:AbbreviatedData>M 0 0 L 1 1</ofd:AbbreviatedData></ofd:PathObject>"
    )


def page(lines: Sequence[Line], paths: Sequence[str] = (), template: bool = False) -> str:
    objects = "".join(text_object(100 + n, line) for n, line in enumerate(lines))
    objects += "".join(path_object(500 + n, box) for n, box in enumerate(paths))
    used = '<ofd:Template TemplateID="9"/>' if template else ""
    return (
        f"<ofd:Page {_NS}>{used}<ofd:Content><ofd:Layer ID='50'>{objects}"
        "</ofd:Layer></ofd:Content></ofd:Page>"
    )


def package(pages: Sequence[str], template: str = "", missing: bool = False) -> bytes:
    listed = "".join(
        f'<ofd:Page ID="{n}" BaseLoc="Pages/{n}.xml"/>' for n in range(1, len(pages) + 1 + missing)
    )
    templated = '<ofd:TemplatePage ID="9" BaseLoc="Tpl.xml"/>' if template else ""
    document = (
        f"<ofd:Document {_NS}><ofd:CommonData><ofd:PageArea>"
        f"<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{templated}"
        f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("OFD.xml", _ROOT)
        file.writestr("Doc_0/Document.xml", document)
        if template:
            file.writestr("Doc_0/Tpl.xml", template)
        for n, content in enumerate(pages, start=1):
            file.writestr(f"Doc_0/Pages/{n}.xml", content)
    return stream.getvalue()
