"""Names in Chinese, Japanese and Korean writing, which have no capitals and often no spaces."""

import re
from functools import lru_cache

from resume_parser.vocabulary.files import read_items

_HAN = "\u3400-\u9fff々ヶ"
_KANA = "\u3040-\u30ff"
_HANGUL = "\uac00-\ud7a3"
_NAME = re.compile(
    rf"[{_HAN}]{{2,4}}|[{_HAN}{_KANA}]{{1,4}}[ ·・][{_HAN}{_KANA}]{{1,5}}|[{_HANGUL}]{{2,4}}|[{_HANGUL}]{{1,2}} [{_HANGUL}]{{1,3}}"
)
_LETTER = re.compile(rf"[{_HAN}{_KANA}{_HANGUL}]")
_LABEL = re.compile(r"^\W*(?:姓\s?名|氏\s?名|お名前|名前|名|성\s?명|이\s?름)\s*[:：]?\s*(?=\S)")
_READING = re.compile(r"^\W*(?:ふりがな|フリガナ|ローマ字|furigana|pinyin)", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    "[简簡履][历歷歴]|[经經経][历歷歴]|이력|경력|소개|求[职職]|意向|[联聯][系絡]|[电電][话話]|[邮郵]|教育|工作|技能|[个個]人|[性][别別]|"
    "学歴|職歴|住所|学[历歷]|大学|大學|公司|[会會]社|学校|학교|회사|학력|사항|연락|주소|写真|[专專][业業]|工程|[经經]理|省|市|[区區]"
)


def find_name(text: str) -> tuple[str, bool] | None:
    """The name in the text and whether a label says so; without a label only the whole text, with a surname that is known."""
    if text.isascii() or _LETTER.search(text) is None or _READING.match(text):
        return None
    label = _LABEL.match(text)
    rest = text[label.end() :] if label else text
    first = re.split(r"\t|\s{2,}|\s*[|(（/]", rest.strip(), maxsplit=1)[0].strip()
    if not _NAME.fullmatch(first) or _NOT_A_NAME.search(first):
        return None
    return (first, label is not None) if label or (first == rest.strip() and _has_surname(first)) else None


def _has_surname(name: str) -> bool:
    return name.startswith(_surnames())


@lru_cache(maxsize=1)
def _surnames() -> tuple[str, ...]:
    return tuple(name for item in read_items("names/cjk_surnames.txt") for name in item.names)
