"""Every template of the labelled set, by name."""

from benchmarks.accuracy.templates.drawn import TEMPLATES as DRAWN
from benchmarks.accuracy.templates.spec import Template
from benchmarks.accuracy.templates.typeset import TEMPLATES as TYPESET
from benchmarks.accuracy.templates.web import TEMPLATES as WEB
from benchmarks.accuracy.templates.word import TEMPLATES as WORD

TEMPLATES: tuple[Template, ...] = (*TYPESET, *WEB, *DRAWN, *WORD)
BY_NAME = {template.name: template for template in TEMPLATES}

__all__ = ["BY_NAME", "TEMPLATES", "Template"]
