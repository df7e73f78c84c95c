"""Titles, degrees and schools in the languages that resumes come in."""

import pytest

from resume_parser.vocabulary import degree_level, has_company_cue, has_company_suffix, has_school_cue, has_title_word


@pytest.mark.parametrize(
    "title",
    [
        "Vertriebsleiterin Süd (m/w/d)", "Verkäufer/in", "Mitarbeiter*in Lager", "Industriemechaniker", "Chefarzt",
        "Aide-soignante", "Chargée de clientèle", "Étudiant.e", "CHEF DE CUISINE", "Técnico/a de laboratorio",
        "Gerocultora", "Auxiliar de limpeza", "Desenvolvedor Sênior", "Addetta alle vendite", "TECNICO MANUTENTORE",
        "Beleidsmedewerker", "Verpleegkundige niveau 4", "Młodsza księgowa", "Kierownik zmiany", "Инженер-программист",
        "采购专员", "営業部長", "مهندس مدني", "מנהלת חשבונות", "Libero professionista",
    ],
)  # fmt: skip
def test_a_title_of_any_language(title: str) -> None:
    assert has_title_word(title)


@pytest.mark.parametrize("text", ["Halbleiter", "Bachelor of Arts", "Química", "Sachsenhausen", "Brauweiler"])
def test_what_only_ends_or_looks_like_one(text: str) -> None:
    assert not has_title_word(text)


@pytest.mark.parametrize(
    ("degree", "level"),
    [
        ("Mittlere Reife", "secondary"),
        ("Ausbildung zur Industriekauffrau", "vocational"),
        ("Diplom-Informatiker", "master"),
        ("CAP Cuisine", "vocational"),
        ("BTS Comptabilité", "associate"),
        ("Bac +5", "master"),
        ("Grado en Enfermería", "bachelor"),
        ("Maestría en Finanzas", "master"),
        ("Ensino Médio Completo", "secondary"),
        ("Laurea triennale in Lettere", "bachelor"),
        ("Maturità scientifica", "secondary"),
        ("HAVO", "secondary"),
        ("MBO niveau 4 Verpleegkunde", "vocational"),
        ("Magister inżynier", "master"),
        ("Świadectwo dojrzałości", "secondary"),
        ("硕士", "master"),
        ("بكالوريوس هندسة", "bachelor"),
        ("but I left", None),
    ],
)
def test_a_degree_of_any_language(degree: str, level: str | None) -> None:
    assert degree_level(degree) == level


@pytest.mark.parametrize(
    "school",
    [
        "Georg-August-Universität", "Kopernikus-Gymnasium Wissen", "BBS Wechloy", "Lycée Chaptal", "IES Reyes Católicos",
        "Escola Secundária Sá de Miranda", "Liceo Artistico Caravaggio", "ROC Midden Nederland", "Hogeschool Utrecht",
        "Politechnika Łódzka", "Zespół Szkół Budowlanych", "東北大学", "경북대학교", "جامعة اليرموك",
    ],
)  # fmt: skip
def test_a_school_of_any_language(school: str) -> None:
    assert has_school_cue(school)


@pytest.mark.parametrize("text", ["em São Paulo", "Acme Tools", "its own"])
def test_small_words_are_no_schools(text: str) -> None:
    assert not has_school_cue(text)


@pytest.mark.parametrize(
    "company",
    ["Pinturas Ruiz, S. de R.L. de C.V.", "Wilken Sanitär e.K.", "Kiefer + Söhne", "Montagens Sá, Lda.", "Biuro Saldo Sp. z o.o.", "Forges SCOP"],
)  # fmt: skip
def test_a_legal_form_of_any_country(company: str) -> None:
    assert has_company_suffix(company)


@pytest.mark.parametrize(
    "company", ["Steuerkanzlei Mauch", "Residencia Los Almendros", "Mairie de Lyon", "Urząd Miasta", "株式会社みどり"]
)
def test_a_word_of_employers_of_any_language(company: str) -> None:
    assert has_company_cue(company)
