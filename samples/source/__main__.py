"""Make every sample resume and its expected record: `python -m samples.source`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from samples.source import docx, pdf, text
from samples.source.person import Person, load_people

FOLDER = Path(__file__).parent.parent
SCAN_SOURCE = "classic.typ"

MAKERS: dict[str, tuple[str, Callable[[Person], bytes]]] = {
    "plain": (".docx", lambda person: docx.to_bytes(docx.with_tabs(person))),
    "tabs": (".docx", lambda person: docx.to_bytes(docx.with_tabs(person))),
    "tables": (".docx", lambda person: docx.to_bytes(docx.with_tables(person))),
    "textboxes": (".docx", lambda person: docx.to_bytes(docx.with_text_boxes(person))),
    "text": (".txt", text.typewritten),
    "scanned": (".pdf", lambda person: pdf.scan(pdf.typeset(person, SCAN_SOURCE))),
    "encrypted": (".pdf", lambda person: pdf.encrypt(pdf.typeset(person, SCAN_SOURCE))),
    "corrupt": (".pdf", lambda person: pdf.damage(pdf.typeset(person, SCAN_SOURCE))),
    "sidebar_right.typ": (".pdf", lambda person: pdf.typeset(person, "sidebar.typ", side="right")),
}


def make(person: Person) -> tuple[str, bytes]:
    """The sample's file name and bytes."""
    suffix, maker = MAKERS.get(person.template, (".pdf", lambda one: pdf.typeset(one, one.template)))
    return person.name + suffix, maker(person)


def expected(person: Person) -> dict[str, Any]:
    """The record, or the error's code; a scan without an OCR engine may end with `no_text` instead."""
    if person.template in ("encrypted", "corrupt"):
        return {"error": person.template}
    if person.template == "scanned":
        return {**person.record, "without_ocr": {"status": "needs_review", "status_reason": "no_text"}}
    return person.record


def main() -> None:
    (FOLDER / "expected").mkdir(exist_ok=True)
    for person in load_people():
        file_name, data = make(person)
        (FOLDER / file_name).write_bytes(data)
        record = json.dumps(expected(person), indent=2, ensure_ascii=False) + "\n"
        (FOLDER / "expected" / f"{person.name}.json").write_text(record, encoding="utf-8")
        print(f"{len(data) / 1024:8.1f} KB  {file_name}")


if __name__ == "__main__":
    main()
