"""What a template's truth claims must be there for a reader to see."""

import io
import re
import unicodedata
import zipfile
from typing import Any

import pymupdf
import pytest

from benchmarks.accuracy import browser
from benchmarks.accuracy.documents import Order, plan, write
from benchmarks.accuracy.templates import BY_NAME, TEMPLATES

FIRST: dict[str, Order] = {order.template: order for order in reversed(plan())}


@pytest.fixture(scope="module", autouse=True)
def _close_browser() -> Any:
    yield
    browser.close()


def squeezed(text: str) -> str:
    """Letters and digits only: wrapped lines and hyphenation do not matter."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())


def shown_text(name: str, data: bytes) -> tuple[str, str]:
    """The document's text by other means than the parser's, and its link targets."""
    if name.startswith("docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {
                part: package.read(part).decode() for part in package.namelist() if part.endswith((".xml", ".rels"))
            }
        text = " ".join(
            part for name, part in parts.items() if re.search(r"word/(document|header|footer)\d*\.xml", name)
        )
        return re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|<w:br/>|<w:tab/>", " ", text)), " ".join(parts.values())
    with pymupdf.open(stream=data, filetype="pdf") as document:
        links = " ".join(link.get("uri", "") for page in document for link in page.get_links())
        return " ".join(page.get_text() for page in document), links


def values(truth: dict[str, Any]) -> list[str]:
    entries = [*truth["education"], *truth["work_experience"]]
    names = ("institution", "degree", "company", "job_title")
    return [
        truth["full_name"][0],
        *truth["skills"],
        *(entry[name][0] for entry in entries for name in names if name in entry),
    ]


@pytest.mark.parametrize("name", [template.name for template in TEMPLATES])
def test_truth_is_visible(name: str) -> None:
    template, written = BY_NAME[name], write(FIRST[name])
    if template.needs_browser and browser.find_browser() is None:
        pytest.skip("no Chromium is installed")
    text, links = shown_text(name, template.render(written.shown))
    whole, words = squeezed(text), {squeezed(word) for word in text.split()}
    for value in values(written.truth):
        plain = value.replace("&", "&amp;") if name.startswith("docx") else value
        assert squeezed(plain) in whole or all(squeezed(word) in words for word in plain.split()), value
    digits = re.sub(r"\D", "", text)
    assert written.truth["phone_number"][-7:] in digits
    if written.truth["linkedin_url"]:
        assert squeezed(written.truth["linkedin_url"]) in squeezed(text + links)
    if not template.options.hides_email:
        assert squeezed(written.truth["email"]) in whole or squeezed(written.truth["email"]) in words
