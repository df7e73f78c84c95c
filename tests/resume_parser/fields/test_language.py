"""The language that a document is written in."""

import pytest

from resume_parser import Document, Line
from resume_parser.fields.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Led a team of five and worked with the customers of our company in Leeds", "en"),
        ("Leitung eines Teams von fünf Personen und Betreuung der Kunden im Außendienst", "de"),
        ("Gestion d'une équipe de cinq personnes et suivi des clients dans la région", "fr"),
        ("Gestión de un equipo de cinco personas y atención a los clientes de la empresa", "es"),
        ("Gestão de uma equipe de cinco pessoas e atendimento aos clientes da empresa", "pt"),
        ("Gestione di un gruppo di cinque persone e dei clienti della regione presso la sede", "it"),
        ("Leiding aan een team van vijf medewerkers en verantwoordelijk voor het magazijn", "nl"),
        ("Prowadzenie zespołu oraz obsługa klienta w zakresie sprzedaży i doświadczenie z pracy", "pl"),
        ("Опыт работы в компании с клиентами и образование", "ru"),
        ("2015年4月 株式会社みどり食品に入社しました", "ja"),
        ("2015年4月至今 在有限公司负责采购工作", "zh"),
        ("삼정식품에서 영업을 담당했습니다", "ko"),
        ("ניסיון תעסוקתי בחברה גדולה", "he"),
        ("خبرة في العمل مع العملاء من عام 2015 إلى الآن", "ar"),
        ("Acme 2015", None),
    ],
)
def test_the_language(text: str, language: str | None) -> None:
    assert language_of(Document((Line(text),), "text/plain")) == language
