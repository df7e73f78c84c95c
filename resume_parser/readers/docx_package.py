"""Opens a DOCX, after a look at what it would inflate to."""

import io
import zipfile
import zlib
from datetime import date, datetime
from typing import Any

import docx
from lxml import etree

from resume_parser.errors import (
    CorruptDocument,
    DocumentTooDeep,
    UnsupportedDocument,
)
from resume_parser.limits import USUAL, Limits
from resume_parser.readers.package_limits import check_inflated

_TEMPLATE_SAVED = datetime(2013, 12, 23, 23, 15)  # noqa: DTZ001 - DOCX properties carry no zone


def open_package(data: bytes, limits: Limits = USUAL) -> Any:
    """The python-docx document. Raises ParserError of the kind that fits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive, limits)
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise CorruptDocument from error
    except etree.XMLSyntaxError as error:
        raise DocumentTooDeep if "depth" in str(error).lower() else CorruptDocument from error


def _check(archive: zipfile.ZipFile, limits: Limits) -> None:
    check_inflated(archive, limits)
    names = set(archive.namelist())
    if not any(name.startswith("word/") for name in names):
        if any(name.startswith(("xl/", "ppt/")) or name == "mimetype" for name in names):
            raise UnsupportedDocument
        raise CorruptDocument


def document_date(package: Any) -> date | None:
    """When the document was last changed; the date of the library's empty template says nothing."""
    properties = package.core_properties
    for moment in (properties.modified, properties.created):
        if moment is not None and moment.replace(tzinfo=None) != _TEMPLATE_SAVED:
            return date(moment.year, moment.month, moment.day)
    return None
