"""Every crafted file, and how it must end."""

from collections.abc import Callable

from benchmarks.hostile import docx_bombs, pdf_bombs

MakeFile = Callable[[], bytes]

READ = "read"
"""Not every trap is one: what costs nothing is read."""


def long_text() -> bytes:
    return b"Ana Duarte\n" + b"word " * 300_000


def text_of_lines() -> bytes:
    return b"a\n" * 900_000


BOMBS: dict[str, tuple[MakeFile, frozenset[str]]] = {
    name: (make, frozenset(outcomes))
    for name, make, outcomes in (
        ("PDF, page tree in a circle", pdf_bombs.page_tree_in_a_circle, {"corrupt"}),
        ("PDF, forms within forms", pdf_bombs.forms_within_forms, {"took_too_long"}),
        (
            "PDF, letters that stand for pages",
            pdf_bombs.letters_that_stand_for_pages,
            {"too_much_memory", "took_too_long"},
        ),
        ("PDF, content deflated twice", pdf_bombs.content_deflated_twice, {"took_too_long", "too_much_memory"}),
        ("PDF, picture of 3.6 gigapixels", lambda: pdf_bombs.picture_of(60_000), {READ}),
        ("PDF, 300,000 objects", pdf_bombs.objects_without_end, {"too_large"}),
        ("PDF, a page that is none", pdf_bombs.damaged_page_among_good_ones, {READ}),
        ("DOCX, 64 MB of XML", docx_bombs.zip_bomb, {"too_large"}),
        ("DOCX, 200 MB of picture", docx_bombs.pictures_without_end, {"too_large"}),
        ("DOCX, 5,000 parts", docx_bombs.parts_without_end, {"too_large"}),
        ("DOCX, sizes that lie", docx_bombs.lying_sizes, {"too_large", "corrupt"}),
        ("DOCX, spans of 100,000,000", docx_bombs.huge_spans, {READ}),
        ("DOCX, entities within entities", docx_bombs.entities_within_entities, {"corrupt"}),
        ("DOCX, a file of the machine", docx_bombs.file_of_the_machine, {"corrupt"}),
        ("DOCX, elements 50,000 deep", docx_bombs.deep_elements, {"too_large"}),
        ("DOCX, tables 60 deep", docx_bombs.tables_within_tables, {READ}),
        ("DOCX, 280,000 paragraphs", docx_bombs.paragraphs_without_end, {READ, "took_too_long", "too_large"}),
        ("text of one line", long_text, {READ}),
        ("text of 900,000 lines", text_of_lines, {READ}),
    )
}
