"""Imports spaCy without its command line, which `spacy/__init__` would import and the parser never uses.

That command line brings a web client, a project manager and 350 modules: a third of the time of `import spacy`.
"""

import sys
from types import ModuleType

_COMMAND_LINE = "spacy.cli"
_IMPORTED_NAME = "info"


def import_spacy() -> None:
    """Does nothing where spaCy is imported already. Afterwards `import spacy.cli` brings the real one."""
    if "spacy" in sys.modules:
        return
    package, module = ModuleType(_COMMAND_LINE), ModuleType(f"{_COMMAND_LINE}.{_IMPORTED_NAME}")
    package.__path__ = []
    setattr(module, _IMPORTED_NAME, _not_imported)
    places = {package.__name__: package, module.__name__: module}
    sys.modules.update(places)
    try:
        import spacy  # noqa: F401
    finally:
        for name in places:
            del sys.modules[name]


def _not_imported() -> None:
    raise ImportError("spaCy was imported without its command line; `spacy.cli.info` has this function")


import_spacy()
