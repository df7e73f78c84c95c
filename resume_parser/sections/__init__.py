"""Which part of the resume each line belongs to."""

from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Row, Section
from resume_parser.sections.split import split_sections

__all__ = ["Row", "Section", "SectionKind", "split_sections"]
