"""Which names of places are words as well: of a language, of job titles and skills, of firms and schools, of persons."""

from functools import lru_cache
from pathlib import Path

from resume_parser.vocabulary import first_names, skill_names, surnames
from resume_parser.vocabulary.files import DATA, read_items
from resume_parser.vocabulary.text import plain

_DATA = Path(__file__).parent.parent / "data"
_OWN = ("place_words.txt", "employer_towns.txt", "employers.txt", "schools.txt", "brand_words.txt")
_KINDS = ("education", "languages", "work", "words")


def is_also_a_word(key: str) -> bool:
    """Whether the folded name of a place means something else too."""
    return key in _words()


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    lines = (line for name in _OWN for line in (_DATA / name).read_text(encoding="utf-8").splitlines())
    ordinary = {plain(line) for line in lines if not line.startswith("#")}
    files = [path.relative_to(DATA).as_posix() for kind in _KINDS for path in sorted((DATA / kind).glob("*.txt"))]
    listed = {plain(name) for file in files for item in read_items(file) for name in item.names}
    return frozenset(ordinary | listed | {plain(name) for name in skill_names()} | first_names() | surnames())
