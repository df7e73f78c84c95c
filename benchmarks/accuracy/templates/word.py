"""Templates made as Word documents, each with another way to place text."""

from collections.abc import Callable
from typing import Any

from docx.enum.section import WD_SECTION_START
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from benchmarks.accuracy.people.person import Split
from benchmarks.accuracy.templates.spec import Template
from benchmarks.accuracy.templates.word_parts import (
    add,
    add_content_control,
    add_link,
    add_profile,
    add_sections,
    add_tabbed,
    add_text_box,
    contact_texts,
    fill,
    new_document,
    pack,
)
from benchmarks.accuracy.writing.options import Options


def tabbed_paragraphs(r: dict[str, Any]) -> bytes:
    """Styled headings; employer left, dates at a tab stop on the right."""
    document = new_document()
    add(document, r["name_shown"], style="Title")
    document.add_paragraph(" | ".join(contact_texts(r)))
    add_profile(document, r)
    document.add_heading(r["headings"]["work"], 1)
    for job in r["jobs"]:
        add_tabbed(document, f"{job['company']}, {job['location']}", job["dates"], bold=True)
        add(document, job["title"], italic=True)
        for line in job["bullets"]:
            document.add_paragraph(line, style="List Bullet")
    document.add_heading(r["headings"]["education"], 1)
    for degree in r["degrees"]:
        add_tabbed(document, degree["institution"], degree["dates"], bold=True)
        document.add_paragraph(", ".join(filter(None, (degree["degree"], degree["note"]))))
    document.add_heading(r["headings"]["skills"], 1)
    for group in r["skill_groups"]:
        document.add_paragraph(f"{group['label']}: {', '.join(group['items'])}")
    add_sections(document, r, "Heading 1")
    return pack(document)


def sidebar_table(r: dict[str, Any]) -> bytes:
    """One borderless table of two cells holds the whole resume."""
    document = new_document()
    side, main = document.add_table(rows=1, cols=2).rows[0].cells
    side.width, main.width = Cm(5), Cm(12)
    fill(side, [r["headings"]["contact"], *contact_texts(r)], bold_first=True)
    add_profile(side, r)
    add(side, r["headings"]["skills"], bold=True)
    for skill in r["skills"]:
        side.add_paragraph(skill)
    add_sections(side, r)
    fill(main, [r["name_shown"], r["headline"], r["summary"]], bold_first=True)
    add(main, r["headings"]["work"].upper(), bold=True)
    for job in r["jobs"]:
        add(main, f"{job['title']} | {job['company']}", bold=True)
        main.add_paragraph(f"{job['dates']} | {job['location']}")
        main.add_paragraph(job["text"])
    add(main, r["headings"]["education"].upper(), bold=True)
    for degree in r["degrees"]:
        add(main, degree["degree"], bold=True)
        main.add_paragraph(f"{degree['institution']} | {degree['dates']}")
    return pack(document)


def text_boxes(r: dict[str, Any]) -> bytes:
    """Contact and skills float in text boxes, each written twice in the file."""
    document = new_document()
    anchor = add(document, r["name_shown"], style="Title")
    add_text_box(anchor, [r["headings"]["contact"], *contact_texts(r)], 0)
    add_text_box(anchor, [r["headings"]["skills"], *r["skills"]], 1)
    add_profile(document, r)
    document.add_paragraph(r["summary"])
    document.add_heading(r["headings"]["education"], 2)
    for degree in r["degrees"]:
        document.add_paragraph(f"{degree['dates']}: {degree['degree']}")
        document.add_paragraph(degree["institution"])
    document.add_heading(r["headings"]["work"], 2)
    for employer in r["employers"]:
        add(document, employer["company"], bold=True)
        for job in employer["positions"]:
            add(document, f"{job['title']}, {job['dates']}", italic=True)
            for line in job["bullets"]:
                document.add_paragraph(line, style="List Bullet")
    add_sections(document, r, "Heading 2")
    return pack(document)


def dated_rows(r: dict[str, Any]) -> bytes:
    """Tables with dates in the first column; skills in a grid of three."""
    document = new_document()
    head = document.add_table(rows=1, cols=2).rows[0].cells
    fill(head[0], [r["name_shown"], r["headline"]], bold_first=True)
    fill(head[1], contact_texts(r))
    add_profile(head[1], r, "LinkedIn profile")
    document.add_heading(r["headings"]["work"], 1)
    rows = document.add_table(rows=0, cols=2)
    for job in r["jobs"]:
        when, what = rows.add_row().cells
        when.text = job["dates"]
        fill(
            what, [job["company"], job["title"], *(f"{r['bullet']} {line}" for line in job["bullets"])], bold_first=True
        )
    document.add_heading(r["headings"]["education"], 1)
    rows = document.add_table(rows=0, cols=2)
    for degree in r["degrees"]:
        when, what = rows.add_row().cells
        when.text = degree["dates"]
        fill(what, filter(None, [degree["institution"], degree["degree"], degree["note"]]), bold_first=True)
    document.add_heading(r["headings"]["skills"], 1)
    grid = document.add_table(rows=0, cols=3)
    for start in range(0, len(r["skills"]), 3):
        for cell, skill in zip(grid.add_row().cells, r["skills"][start : start + 3], strict=False):
            cell.text = skill
    add_sections(document, r, "Heading 1")
    return pack(document)


def page_header(r: dict[str, Any]) -> bytes:
    """Name and contact stand in the page header, the profile link in the footer."""
    document = new_document()
    section = document.sections[0]
    section.header.paragraphs[0].add_run(r["name_shown"]).bold = True
    section.header.add_paragraph(" • ".join(contact_texts(r)))
    if r["linkedin"]:
        add_link(section.footer.paragraphs[0], r["linkedin"]["text"] or "LinkedIn", r["linkedin"]["url"])
    document.add_heading(r["headings"]["summary"], 1)
    document.add_paragraph(r["summary"])
    document.add_heading(r["headings"]["skills"], 1)
    document.add_paragraph(", ".join(r["skills"]))
    document.add_heading(r["headings"]["work"], 1)
    for job in r["jobs"]:
        add(document, f"{job['title']}, {job['company']}", bold=True)
        document.add_paragraph(f"{job['location']}, {job['dates']}")
        document.add_paragraph(job["text"])
    document.add_heading(r["headings"]["education"], 1)
    for degree in r["degrees"]:
        document.add_paragraph(f"{degree['degree']}, {degree['institution']}, {degree['dates']}")
    add_sections(document, r, "Heading 1")
    return pack(document)


def plain_paragraphs(r: dict[str, Any]) -> bytes:
    """No styles at all: headings in bold capitals, bullets typed by hand, blank lines between entries."""
    document = new_document()
    add(document, r["name_shown"], bold=True)
    for text in contact_texts(r):
        document.add_paragraph(text)
    add_profile(document, r)
    add(document, r["headings"]["summary"].upper(), bold=True)
    document.add_paragraph(r["summary"])
    add(document, r["headings"]["education"].upper(), bold=True)
    for degree in r["degrees"]:
        document.add_paragraph(f"{degree['institution']}\t{degree['dates']}")
        document.add_paragraph(degree["degree"] + (f" - {degree['note']}" if degree["note"] else ""))
    add(document, r["headings"]["work"].upper(), bold=True)
    for job in r["jobs"]:
        document.add_paragraph(job["dates"])
        document.add_paragraph(f"{job['company']}, {job['location']}")
        document.add_paragraph(f"Position: {job['title']}")
        for line in job["bullets"]:
            document.add_paragraph(f"{r['bullet']}\t{line}")
        document.add_paragraph()
    add(document, r["headings"]["skills"].upper(), bold=True)
    for skill in r["skills"]:
        document.add_paragraph(f"{r['bullet']}\t{skill}")
    add_sections(document, r)
    return pack(document)


def soft_breaks(r: dict[str, Any]) -> bytes:
    """Each entry is one paragraph with line breaks; the text runs in two columns below the head."""
    document = new_document()
    document.add_heading(r["name_shown"], 0)
    document.add_paragraph("\n".join(contact_texts(r)))
    add_profile(document, r)
    columns = OxmlElement("w:cols")
    columns.set(qn("w:num"), "2")
    document.add_section(start_type=WD_SECTION_START.CONTINUOUS)._sectPr.append(columns)
    document.add_heading(r["headings"]["work"], 1)
    for job in r["jobs"]:
        document.add_paragraph(f"{job['company']}\n{job['title']}\n{job['dates']}\n{job['text']}")
    document.add_heading(r["headings"]["education"], 1)
    for degree in r["degrees"]:
        document.add_paragraph(f"{degree['institution']}\n{degree['degree']}\n{degree['dates']}")
    document.add_heading(r["headings"]["skills"], 1)
    document.add_paragraph("\n".join(r["skills"]))
    add_sections(document, r, "Heading 1")
    return pack(document)


def content_controls(r: dict[str, Any]) -> bytes:
    """A form: every part sits in a content control."""
    document = new_document()
    add_content_control(document, [r["name_shown"], r["headline"], *contact_texts(r)])
    add_profile(document, r)
    document.add_heading(r["headings"]["skills"], 1)
    add_content_control(document, r["skills"])
    document.add_heading(r["headings"]["work"], 1)
    for job in r["jobs"]:
        add_content_control(document, [f"{job['dates']}   {job['title']}", job["company"], job["text"]])
    document.add_heading(r["headings"]["education"], 1)
    for degree in r["degrees"]:
        add_content_control(document, [f"{degree['dates']}   {degree['degree']}", degree["institution"]])
    add_sections(document, r, "Heading 1")
    return pack(document)


def federal(r: dict[str, Any]) -> bytes:
    """Government style: each job a block of labelled lines with hours, salary and a supervisor's telephone."""
    document = new_document()
    add(document, r["name_shown"], bold=True)
    for label, text in zip(("Email", "Phone"), (r["email_text"], r["phone"]), strict=True):
        document.add_paragraph(f"{label}: {text}")
    document.add_paragraph(f"Address: {r['location']}")
    add_profile(document, r)
    add(document, r["headings"]["work"].upper(), bold=True)
    for number, job in enumerate(r["jobs"]):
        add(document, f"Job Title: {job['title']}", bold=True)
        document.add_paragraph(f"Employer: {job['company']}, {job['location']}")
        document.add_paragraph(f"Dates: {job['dates']}")
        document.add_paragraph(
            f"Hours per week: 40\tSupervisor: R. Alder, +1 202 555 01{40 + number}, may be contacted"
        )
        document.add_paragraph(job["text"])
    add(document, r["headings"]["education"].upper(), bold=True)
    for degree in r["degrees"]:
        document.add_paragraph(f"{degree['degree']}\n{degree['institution']}, {degree['location']}\n{degree['dates']}")
    add(document, r["headings"]["skills"].upper(), bold=True)
    document.add_paragraph("; ".join(r["skills"]))
    add_sections(document, r)
    return pack(document)


def _template(render: Callable[[dict[str, Any]], bytes], split: Split, options: Options | None = None) -> Template:
    return Template(f"docx_{render.__name__}", split, ".docx", render, options or Options())


TEMPLATES = (
    _template(tabbed_paragraphs, "tune", Options(two_phones=True)),
    _template(sidebar_table, "held_out", Options(unusual_headings=True)),
    _template(text_boxes, "tune", Options(linkedin="link")),
    _template(dated_rows, "held_out", Options(dates=("slash", "year", "dot"))),
    _template(page_header, "tune", Options(credentials=True, dates=("mon_year", "iso_month"))),
    _template(plain_paragraphs, "held_out", Options(dates=("month_year", "season", "year"))),
    _template(soft_breaks, "tune", Options(unusual_headings=True, skill_levels=True)),
    _template(content_controls, "held_out", Options(dates=("mon_year", "apostrophe"))),
    _template(federal, "held_out", Options(dates=("slash", "month_year"))),
)
