"""E-mail addresses, plain or written so that robots do not read them."""

import re
from dataclasses import dataclass

_LOCAL = r"[A-Za-z0-9À-ÿ](?:[A-Za-z0-9À-ÿ._%+'-]{0,62}[A-Za-z0-9À-ÿ_+-])?"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = rf"{_LABEL}(?:\.{_LABEL})*\.[A-Za-z]{{2,24}}"
PATTERN = re.compile(rf"(?<![\w.+%-]){_LOCAL}\s?@\s?{_DOMAIN}(?![\w@-])")
_WHOLE = re.compile(rf"{_LOCAL}@{_DOMAIN}")

_AT = r"\s*(?:[\[({<]\s*(?:at|@|ät|arroba)\s*[\])}>]|\s(?:at|AT)\s)\s*"
_DOT = r"(?:\s*[\[({<]\s*(?:dot|\.|punkt|punto)\s*[\])}>]\s*|\s+(?:dot|DOT)\s+|\.)"
_WORD = r"[A-Za-z0-9_+-]+"
OBFUSCATED = re.compile(
    rf"(?<![\w.@])(?P<local>{_WORD}(?:{_DOT}{_WORD})*){_AT}(?P<domain>{_WORD}(?:{_DOT}{_WORD})+)(?![\w@])"
)
_HINT = re.compile(r"\b(?:at|AT|arroba)\b|[\[({<]\s*@")
_DOT_SIGN = re.compile(_DOT)


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
    if "@" in text:
        found = [
            EmailSpan(match.start(), match.end(), address)
            for match in PATTERN.finditer(text)
            if (address := clean(match.group()))
        ]
        if found:
            return found
    return _find_obfuscated(text)


def _find_obfuscated(text: str) -> list[EmailSpan]:
    if not _HINT.search(text):
        return []
    found = []
    for match in OBFUSCATED.finditer(text):
        spelled = match.group()
        disguised = bool(re.search(r"[\[({<]|\b(?:dot|DOT)\b", spelled))
        domain = _DOT_SIGN.sub(".", match["domain"])
        address = clean(f"{_DOT_SIGN.sub('.', match['local'])}@{domain}")
        if disguised and address:
            found.append(EmailSpan(match.start(), match.end(), address, obfuscated=True))
    return found
