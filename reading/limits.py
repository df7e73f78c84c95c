"""What reading one document may cost."""

from dataclasses import dataclass

from config.deadlines import QUICK_STEP_SECONDS, STEP_SECONDS
from config.settings import MEGABYTE, Settings
from resume_parser.limits import Limits

SUSPECT_NICENESS = 5
"""Suspects get a third of what others get of the processor. With much less they would not get through on a busy machine."""


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """Of the document's content, and of the process that reads it."""

    content: Limits
    processor_seconds: float
    memory_bytes: int
    """On top of what the process has before it reads anything."""
    recognition_seconds: float | None
    """Further processor seconds for each page that is recognised; None where none is to be."""
    step_seconds: float
    """How long the text, and then each page that is recognised, is waited for."""
    niceness: int = 0
    """0 for what others wait behind."""


def quick_limits(settings: Settings, byte_count: int) -> ReadingLimits:
    """For a run that others wait behind; what needs more is set aside."""
    seconds = _by_size(byte_count, settings.quick_read_seconds_small, settings.quick_read_seconds)
    return ReadingLimits(_content(settings), seconds, settings.read_memory_mb * MEGABYTE, None, QUICK_STEP_SECONDS)


def full_limits(settings: Settings, byte_count: int) -> ReadingLimits:
    """All that is given to any document; what needs more is failed."""
    seconds = _by_size(byte_count, settings.read_seconds_small, settings.read_seconds)
    return ReadingLimits(
        _content(settings),
        seconds,
        settings.read_memory_mb * MEGABYTE,
        settings.recognition_seconds_per_page,
        STEP_SECONDS,
        SUSPECT_NICENESS,
    )


def _by_size(byte_count: int, least: float, most: float) -> float:
    """An honest document's cost grows with its size: a few kilobytes that ask for more are a trap."""
    return least + max(0.0, most - least) * min(1.0, byte_count / MEGABYTE)


def _content(settings: Settings) -> Limits:
    return Limits(
        pages=settings.max_pages,
        words=settings.max_words,
        lines=settings.max_lines,
        recognised_pages=settings.max_recognised_pages,
        image_pixels=settings.max_image_pixels,
        pdf_objects=settings.max_pdf_objects,
        docx_parts=settings.max_docx_parts,
        docx_xml_bytes=settings.max_docx_xml_bytes,
        docx_bytes=settings.max_docx_bytes,
    )
