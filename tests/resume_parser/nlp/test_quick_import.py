import subprocess
import sys


def _run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120).stdout


def test_the_parser_does_not_import_the_command_line_of_spacy() -> None:
    code = "import sys, resume_parser.nlp as nlp; nlp.load(); print('weasel' in sys.modules, 'spacy' in sys.modules)"
    assert _run(code).split() == ["False", "True"]


def test_the_command_line_can_still_be_imported() -> None:
    code = "import resume_parser.nlp; import spacy.cli; print(spacy.cli.info.__module__)"
    assert _run(code).split() == ["spacy.cli.info"]
