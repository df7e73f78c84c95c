"""The parts that Word templates share: paragraphs, links, text boxes, content controls, packing."""

import io
from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

Container = DocxDocument | _Cell
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def new_document() -> DocxDocument:
    document = Document()
    document.styles["Normal"].font.size = Pt(10)
    return document


def pack(document: DocxDocument) -> bytes:
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def add(
    container: Container, text: str, *, bold: bool = False, italic: bool = False, style: str | None = None
) -> Paragraph:
    paragraph = container.add_paragraph(style=style)
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    return paragraph


def fill(cell: _Cell, lines: Iterable[str], *, bold_first: bool = False) -> None:
    """The lines as the cell's paragraphs."""
    for number, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.add_run(line).bold = (bold_first and number == 0) or None


def add_tabbed(container: Container, left: str, right: str, *, bold: bool = False) -> None:
    """`right` stands at a right-aligned tab stop."""
    paragraph = add(container, left, bold=bold)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(15.2), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"\t{right}")


def add_link(paragraph: Paragraph, text: str, url: str) -> None:
    """A real hyperlink, whose target is in the relationships only."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    link.append(run._r)
    paragraph._p.append(link)


def add_profile(container: Container, r: dict[str, Any], word: str = "LinkedIn") -> None:
    profile = r["linkedin"]
    if not profile:
        return
    if profile["linked"]:
        add_link(container.add_paragraph(), profile["text"] or word, profile["url"])
    else:
        container.add_paragraph(profile["text"])


def contact_texts(r: dict[str, Any]) -> list[str]:
    return [text for text in (r["email_text"], r["phone"], r["second_phone"], r["location"]) if text]


def add_sections(container: Container, r: dict[str, Any], style: str | None = None) -> None:
    for section in r["sections"]:
        add(container, section["title"], bold=style is None, style=style)
        for item in section["items"]:
            container.add_paragraph(item)


def add_text_box(anchor: Paragraph, lines: Iterable[str], number: int) -> None:
    """A floating box as Word writes it, its first line bold: the shape, and the same text again for old readers."""
    title, *rest = lines
    text = f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{escape(title)}</w:t></w:r></w:p>"
    text += "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in rest)
    content = f"<w:txbxContent>{text}</w:txbxContent>"
    top = int(Cm(2 + 9 * number))
    anchor._p.append(
        parse_xml(
            f"<w:r {NAMESPACES}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
            "<wp:anchor distT='0' distB='0' distL='0' distR='0' simplePos='0' relativeHeight='3' behindDoc='0' "
            "locked='0' layoutInCell='1' allowOverlap='1'><wp:simplePos x='0' y='0'/>"
            f"<wp:positionH relativeFrom='page'><wp:posOffset>{int(Cm(1))}</wp:posOffset></wp:positionH>"
            f"<wp:positionV relativeFrom='page'><wp:posOffset>{top}</wp:posOffset></wp:positionV>"
            f"<wp:extent cx='{int(Cm(5.5))}' cy='{int(Cm(8))}'/><wp:wrapSquare wrapText='bothSides'/>"
            f"<wp:docPr id='{number + 1}' name='Box {number + 1}'/><a:graphic><a:graphicData uri='{SHAPE}'>"
            "<wps:wsp><wps:cNvSpPr txBox='1'/><wps:spPr><a:prstGeom prst='rect'><a:avLst/></a:prstGeom></wps:spPr>"
            f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
            "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
            f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def add_content_control(document: DocxDocument, lines: Iterable[str]) -> None:
    """Paragraphs inside a content control, as form-like Word templates have them."""
    text = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    control = parse_xml(f"<w:sdt {NAMESPACES}><w:sdtPr/><w:sdtContent>{text}</w:sdtContent></w:sdt>")
    document.element.body.insert(len(document.element.body) - 1, control)
