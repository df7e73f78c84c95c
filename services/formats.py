"""What kinds of files are read on this machine, for those who choose them."""

from resume_parser.readers.ocr import engine
from resume_parser.readers.picture import can_open_heic

_ALWAYS = {
    ".pdf": "PDF",
    ".docx": "Word (DOCX)",
    ".odt": "OpenDocument (ODT)",
    ".rtf": "Rich Text (RTF)",
    ".pages": "Pages",
    ".html": "HTML",
    ".htm": "HTML",
    ".txt": "plain text",
    ".md": "plain text",
}
_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
_HEIC = ".heic"


def accepted() -> list[str]:
    """The endings of files that are read, each with its dot. What a file is its content decides."""
    pictures = [*_PICTURES, *([_HEIC] if can_open_heic() else [])] if engine() else []
    return [*_ALWAYS, *pictures]


def read_from() -> str:
    """The kinds in a row, as a person is told them."""
    kinds = [*dict.fromkeys(_ALWAYS.values()), *(["pictures and scans"] if engine() else [])]
    return ", ".join(kinds[:-1]) + f" or {kinds[-1]}"


def recognition() -> str | None:
    """The engine that reads scans and pictures."""
    return engine()
