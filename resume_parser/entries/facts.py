"""What can be told of a row before its entry is known: its dates, whether it is a header or running text."""

from dataclasses import dataclass, field

from resume_parser.entries.labelled import Known
from resume_parser.sections.section import Row
from resume_parser.sections.style import Style
from resume_parser.values.date_patterns import DURATION
from resume_parser.values.dates import DateSpan


@dataclass(frozen=True, slots=True)
class RowFacts:
    row: Row
    text: str
    """Without bullet and outer white space."""
    bullet: bool
    dates: tuple[DateSpan, ...]
    """Positions count in `text`; empty for running text."""
    body: bool
    """Running text: a bullet, a sentence, a labelled list of duties."""
    style: Style
    rest: str = field(default="")
    """The text without its dates."""
    known: tuple[Known, ...] = ()
    """Cells of a row that names what they hold, or stands under a table's column names."""
    told: bool = False
    """A sentence that tells of a job, an entry by itself."""

    @property
    def anchor(self) -> bool:
        return bool(self.dates)

    @property
    def date_only(self) -> bool:
        return bool(self.dates) and not self.rest.strip(" \t,.;:|()–—-")


def without_dates(text: str, dates: tuple[DateSpan, ...]) -> str:
    """The text with each date replaced by a tab, the sign of a gap."""
    for span in reversed(dates):
        text = f"{text[: span.begin].rstrip(' ,;|–—-(')}\t{text[span.stop :].lstrip(' ,;|–—-)')}"
    return DURATION.sub("", text.strip()) if dates and DURATION.fullmatch(text.strip()) else text.strip()
