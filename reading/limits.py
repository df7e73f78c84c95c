"""What reading one document may cost."""

from dataclasses import dataclass

from config.settings import MEGABYTE, Settings
from resume_parser.limits import Limits

PATIENCE = 20.0
"""Seconds on the clock for one of the processor: many others may want the processor too."""
GRACE_SECONDS = 30.0
MOST_WALL_SECONDS = 600.0
"""Below what a flow run may take."""


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """Of the document's content, and of the process that reads it."""

    content: Limits
    processor_seconds: float
    memory_bytes: int
    """On top of what the process has before it reads anything."""
    recognition_seconds: float | None
    """Further processor seconds for each page that is recognised; None where none is to be."""

    @property
    def wall_seconds(self) -> float:
        """For a reader that waits rather than works; one that works is ended by the processor's clock before."""
        pages = self.content.recognised_pages if self.recognition_seconds else 0
        processor_seconds = self.processor_seconds + pages * (self.recognition_seconds or 0.0)
        return min(MOST_WALL_SECONDS, GRACE_SECONDS + PATIENCE * processor_seconds)


def quick_limits(settings: Settings, byte_count: int) -> ReadingLimits:
    """For a run that others wait behind; what needs more is set aside."""
    seconds = _by_size(byte_count, settings.quick_read_seconds_small, settings.quick_read_seconds)
    return ReadingLimits(_content(settings), seconds, settings.read_memory_mb * MEGABYTE, None)


def full_limits(settings: Settings, byte_count: int) -> ReadingLimits:
    """All that is given to any document; what needs more is failed."""
    seconds = _by_size(byte_count, settings.read_seconds_small, settings.read_seconds)
    return ReadingLimits(
        _content(settings), seconds, settings.read_memory_mb * MEGABYTE, settings.recognition_seconds_per_page
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
