"""E-mail addresses, plain or written so that robots do not read them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from resume_parser.vocabulary.top_level import is_top_level

_LOCAL = r"[A-Za-z0-9À-ÿ](?:[A-Za-z0-9À-ÿ._%+'-]{0,62}[A-Za-z0-9À-ÿ_+-])?"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = rf"{_LABEL}(?:\.{_LABEL})*\.[A-Za-z]{{2,24}}"
PATTERN = re.compile(rf"(?<![A-Za-z0-9_À-ÿ.+%-]){_LOCAL}\s?@\s?{_DOMAIN}(?![A-Za-z0-9_@-])")
"""Signs of other scripts may touch an address: they are labels or other text."""
_WHOLE = re.compile(rf"{_LOCAL}@{_DOMAIN}")

_AT = r"\s*(?:[\[({<]\s*(?:at|a|@|ät|arroba|arobase|chiocciola)\s*[\])}>]|\s(?:at|AT|arroba|arobase)\s)\s*"
_DOT = r"(?:\s*[\[({<]\s*(?:dot|\.|punkt|punto|ponto|point)\s*[\])}>]\s*|\s+(?:dot|DOT|punto|ponto|punkt)\s+|\.)"
_WORD = r"[A-Za-z0-9_+-]+"
OBFUSCATED = re.compile(
    rf"(?<![\w.@])(?P<local>{_WORD}(?:{_DOT}{_WORD})*){_AT}(?P<domain>{_WORD}(?:{_DOT}{_WORD})+)(?![\w@])",
    re.IGNORECASE,
)
_HINT = re.compile(r"\b(?:at|arroba|arobase|chiocciola)\b|[\[({<]\s*(?:@|ät|a\s*[\])}>])", re.IGNORECASE)
_DISGUISED = re.compile(r"[\[({<]|\b(?:dot|punto|ponto|punkt)\b", re.IGNORECASE)
_DOT_SIGN = re.compile(_DOT, re.IGNORECASE)

_LABEL_WRITTEN_LARGE = re.compile(r"^(?:E-?[Mm]ail|E-?MAIL|Mail)(?=[a-z])")
_LABEL_AND_DASH = re.compile(r"^(?:(?:e-?mail|mail)(?:[-_]?id)?|correo|courriel)[–-]+(?=.)", re.IGNORECASE)
_NUMBER_IN_FRONT = re.compile(r"^\d{3,}(?=[A-Za-z])")
_NUMBER_BEFORE = re.compile(r"[+\d][\d().-]*\s$")
_PAGE_BEHIND = re.compile(r"\.([a-z]{2,12}?)(?:www\.|https?$|https?\.).*$", re.IGNORECASE)
_WORD_BEHIND = re.compile(
    r"(?:linked|github|phone|mobile|mob|tel|cell|address|skype|website|web|date|dob|nationality|birth|portfolio|twitter|links?|"
    r"summary|profile|experience|education|skills)",
    re.IGNORECASE,
)
_SPACES_AROUND = re.compile(r"\s*([@.])\s*")


@dataclass(frozen=True, slots=True)
class EmailSpan:
    begin: int
    stop: int
    address: str
    obfuscated: bool = False


def clean(text: str) -> str | None:
    """The address as written, without a `mailto:` and the marks around it."""
    address = text.strip().removeprefix("mailto:").partition("?")[0].strip(" <>()[].,;:|\t").replace(" ", "")
    return address if _WHOLE.fullmatch(address) and ".." not in address else None


def find_emails(text: str) -> list[EmailSpan]:
    """Addresses in the text, in order; the spelled-out ones (`name at host dot org`) only where a dot is spelled out too."""
    text = text.replace("＠", "@")
    if "@" in text and (found := _find_plain(text)):
        return list(found)
    return _find_obfuscated(text)


def top_level_of(address: str) -> str:
    return address.rpartition(".")[2]


@lru_cache(maxsize=256)
def _find_plain(text: str) -> tuple[EmailSpan, ...]:
    found = [span for match in PATTERN.finditer(text) if (span := _span(text, match))]
    return tuple(found or _find_spaced(text))


def _span(text: str, match: re.Match[str]) -> EmailSpan | None:
    """The address without what is glued to it: its label, a number before it, a page's address or a word behind it."""
    local, _, domain = match.group().replace(" ", "").partition("@")
    tidy = _LABEL_WRITTEN_LARGE.sub("", _LABEL_AND_DASH.sub("", local))
    if _NUMBER_BEFORE.search(text[max(0, match.start() - 20) : match.start()]):
        tidy = _NUMBER_IN_FRONT.sub("", tidy)
    address = clean(f"{tidy}@{_without_rest(domain)}")
    return EmailSpan(match.start() + len(local) - len(tidy), match.end(), address) if address else None


def _without_rest(domain: str) -> str:
    """`example.comLinkedIn` and `example.orgwww.jane.example` without what was glued to them."""
    page = _PAGE_BEHIND.search(domain)
    if page and is_top_level(page[1]):
        return domain[: page.end(1)]
    host, _, last = domain.rpartition(".")
    if is_top_level(last):
        return domain
    for length in range(min(len(last) - 1, 6), 1, -1):
        end, rest = last[:length], last[length:]
        if is_top_level(end) and ((end.islower() and rest[0].isupper()) or _WORD_BEHIND.match(rest)):
            return f"{host}.{end}"
    return domain


def _find_spaced(text: str) -> list[EmailSpan]:
    """`jane . doe @ example . com`; where in the text is not told."""
    closed = _SPACES_AROUND.sub(r"\1", text)
    return [
        EmailSpan(0, len(text), address)
        for match in PATTERN.finditer(closed)
        if (address := clean(match.group())) and is_top_level(top_level_of(address))
    ]


def _may_be_disguised(text: str) -> bool:
    """Whether the text holds what `_DISGUISED` needs; quicker, as it is asked of every line."""
    if "(" in text or "[" in text or "<" in text or "{" in text:
        return True
    lower = text.lower()
    return "dot" in lower or "punto" in lower or "ponto" in lower or "punkt" in lower


def _find_obfuscated(text: str) -> list[EmailSpan]:
    if not _may_be_disguised(text) or not _HINT.search(text):
        return []
    found = []
    for match in OBFUSCATED.finditer(text):
        spelled = match.group()
        domain = _DOT_SIGN.sub(".", match["domain"])
        address = clean(f"{_DOT_SIGN.sub('.', match['local'])}@{domain}")
        if address and _DISGUISED.search(spelled) and is_top_level(top_level_of(address)):
            found.append(EmailSpan(match.start(), match.end(), address, obfuscated=True))
    return found
