"""Headings of many languages, with and without accents, and which of them are labels as well."""

import pytest

from resume_parser.sections.heading_words import is_ambiguous, kind_of_phrase, kind_of_words
from resume_parser.sections.kinds import SectionKind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Beruflicher Werdegang", SectionKind.WORK),
        ("SCHUL- UND BERUFSAUSBILDUNG", SectionKind.EDUCATION),
        ("Fort- und Weiterbildung", SectionKind.COURSES),
        ("Parcours professionnel", SectionKind.WORK),
        ("FORMATIONS ET DIPLOMES", SectionKind.EDUCATION),
        ("Trayectoria laboral", SectionKind.WORK),
        ("FORMACION ACADEMICA", SectionKind.EDUCATION),
        ("Habilitações literárias", SectionKind.EDUCATION),
        ("Percorso di studi", SectionKind.EDUCATION),
        ("Capacità e competenze tecniche", SectionKind.SKILLS),
        ("Arbeidsverleden", SectionKind.WORK),
        ("Opleidingen en cursussen", SectionKind.EDUCATION),
        ("Przebieg kariery zawodowej", SectionKind.WORK),
        ("WYKSZTAŁCENIE", SectionKind.EDUCATION),
        ("Studium und Schule", SectionKind.EDUCATION),
        ("Umiejętności:", SectionKind.SKILLS),
        ("工作经历", SectionKind.WORK),
        ("学歴", SectionKind.EDUCATION),
        ("경력사항", SectionKind.WORK),
        ("الخبرة العملية", SectionKind.WORK),
        ("השכלה", SectionKind.EDUCATION),
        ("Опыт работы", SectionKind.WORK),
        ("Où j’ai travaillé", SectionKind.WORK),
        ("WAAR IK HEB GEWERKT", SectionKind.WORK),
        ("Mis estudios", SectionKind.EDUCATION),
        ("Le mie competenze", SectionKind.SKILLS),
        ("Was ich kann", SectionKind.SKILLS),
        ("Co potrafię?", SectionKind.SKILLS),
        ("Berufspraxis / Expérience professionnelle", SectionKind.WORK),
        ("Sprachen & Langues", SectionKind.LANGUAGES),
        ("Skills and Volunteering", None),
    ],
)
def test_the_kind_of_a_heading(heading: str, kind: SectionKind | None) -> None:
    assert kind_of_phrase(heading) is kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Formación continuada", SectionKind.COURSES),
        ("Formação complementar e cursos", SectionKind.COURSES),
        ("Warenwirtschaftskenntnisse", SectionKind.SKILLS),
        ("Otras actividades", SectionKind.INTERESTS),
    ],
)
def test_the_kind_that_words_of_an_unlisted_heading_suggest(heading: str, kind: SectionKind) -> None:
    assert kind_of_words(heading) is kind


def test_short_words_are_labels_as_well() -> None:
    assert is_ambiguous("Software")
    assert is_ambiguous("Software / Tools")
    assert not is_ambiguous("Software / Compétences informatiques")
    assert is_ambiguous("Praktikum")
    assert not is_ambiguous("Berufserfahrung")
    assert not is_ambiguous("Doświadczenie zawodowe")
