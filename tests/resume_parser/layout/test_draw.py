import pymupdf

from resume_parser.draw import draw_document

PNG = b"\x89PNG"


def test_pages_and_lists_are_drawn() -> None:
    with pymupdf.open() as pdf:
        pdf.new_page(width=200, height=100).insert_text((20, 40), "Ana Duarte")
        plain = pdf[0].get_pixmap()
        picture = pymupdf.Pixmap(draw_document(pdf.tobytes()))
    assert picture.width > plain.width
    assert picture.color_count() > plain.color_count()
    assert draw_document(b"Ana Duarte\nBaker").startswith(PNG)
