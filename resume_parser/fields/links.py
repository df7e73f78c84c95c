"""Web addresses of the person other than LinkedIn: written in the contact block, or behind its links."""

from resume_parser.fields.context import CONTACT_KINDS, Context
from resume_parser.values import linkedin, url


def find_links(context: Context) -> list[str]:
    """Each address once, in the document's order."""
    found: list[str] = []
    for row in context.rows(*CONTACT_KINDS):
        targets = [target for target in row.line.links if target.lower().startswith("http")]
        written = [] if "@" in row.text else url.find_urls(row.text)
        found.extend(targets or written)
    return [address for address in dict.fromkeys(found) if linkedin.clean(address) is None]
