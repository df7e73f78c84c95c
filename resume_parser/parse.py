"""Document to ParsedResume: pure and deterministic, in named steps."""

from collections.abc import Sequence
from datetime import date

from resume_parser.accounting import account_for
from resume_parser.confidence import calibrate
from resume_parser.document import Document, Finding, Line
from resume_parser.entries.cut import cut_sections
from resume_parser.entries.education import EducationEntry, marry, read_education
from resume_parser.entries.records import to_education, to_work
from resume_parser.entries.scoring import SegmentScorer, score_by_cues_and_model
from resume_parser.entries.work import read_work
from resume_parser.errors import ParserBroke, ParserError
from resume_parser.fields.contact import find_contact
from resume_parser.fields.context import Context
from resume_parser.fields.experience import total_months
from resume_parser.fields.language import language_of
from resume_parser.fields.languages import find_languages
from resume_parser.fields.links import find_links
from resume_parser.fields.listed import find_certificates, find_projects, find_publications
from resume_parser.fields.location import find_location
from resume_parser.fields.skills import find_skills
from resume_parser.fields.summary import find_summary
from resume_parser.ownership.document_kind import find_other_kind
from resume_parser.ownership.people import find_several
from resume_parser.record import Education, ParsedResume, WorkExperience
from resume_parser.sections import SectionKind, split_sections
from resume_parser.values.dates import writes_day_first

PARSER_VERSION = "1.3.0"


def parse(document: Document, today: date, *, scorer: SegmentScorer | None = None) -> ParsedResume:
    """The resume in the document. `today` stands in where the document has no date of its own."""
    return calibrate(parse_raw(document, today, scorer=scorer), document)


def parse_raw(document: Document, today: date, *, scorer: SegmentScorer | None = None) -> ParsedResume:
    """As `parse`, with the extractors' own scores in place of probabilities: what the calibration is fitted on."""
    context = Context(document, split_sections(document), scorer or score_by_cues_and_model)
    contact = find_contact(context)
    name = contact.name
    language = language_of(document)
    work, education = _entries(context, language)
    parsed = ParsedResume(
        full_name=name,
        email=contact.email,
        phone_number=contact.phone,
        phone_e164=contact.phone_e164,
        linkedin_url=contact.linkedin,
        education=education,
        work_experience=work,
        skills=find_skills(context),
        extras={
            "location": find_location(context, name),
            "summary": find_summary(context),
            "certificates": find_certificates(context),
            "language": language,
            "languages": find_languages(context),
            "projects": find_projects(context),
            "links": find_links(context),
            "publications": find_publications(context),
            "total_experience_months": total_months(work, document.document_date or today),
        },
        findings=(*_whole_document(context, contact.foreign, work, education), *contact.findings),
        parser_version=PARSER_VERSION,
    )
    return account_for(context, parsed)


def parse_batch(documents: Sequence[Document], today: date) -> list[ParsedResume | ParserError]:
    """Many documents, in order. One that breaks the parser has its error in place of its record."""
    return [_parse_alone(document, today) for document in documents]


def _parse_alone(document: Document, today: date) -> ParsedResume | ParserError:
    try:
        return parse(document, today)
    except ParserError as error:
        return error
    except Exception as error:  # noqa: BLE001 - one document must not take the others down; the caller says which
        return ParserBroke(error)


def load() -> None:
    """Read models and vocabularies now rather than at the first resume; does nothing the second time."""
    parse(
        Document((Line("Jane Doe, Nurse at Mercy Hospital, Boston, MA, 2019 – 2020, BSc Nursing"),), "text/plain"),
        date.min,
    )


def _whole_document(
    context: Context, foreign: frozenset[int], work: Sequence[WorkExperience], education: Sequence[Education]
) -> tuple[Finding, ...]:
    """What is wrong with the document as one person's resume."""
    lines, sections = context.document.lines, context.sections
    other = find_other_kind(lines, sections, work, education)
    several = find_several(lines, sections, foreign)
    return tuple(finding for finding in (other, several) if finding is not None)


def _entries(context: Context, language: str | None) -> tuple[tuple[WorkExperience, ...], tuple[Education, ...]]:
    day_first = writes_day_first((line.text for line in context.document.lines), language)
    work: list[WorkExperience] = []
    studies: list[EducationEntry] = []
    wanted = [section for section in context.sections if section.kind in {SectionKind.WORK, SectionKind.EDUCATION}]
    for cut in cut_sections(wanted, context.scorer, day_first):
        if cut.section.kind is SectionKind.WORK:
            work.extend(to_work(entry) for entry in read_work(cut))
        else:
            studies.extend(read_education(cut))
    return tuple(work), tuple(to_education(entry) for entry in marry(studies))
