"""Which countries a resume speaks of: the regions that read a telephone number without a country code."""

import re
from collections import Counter

from resume_parser.document import Document
from resume_parser.vocabulary import country_code

_PLACES: dict[str, str] = {
    "US": "USA|America|New York|Chicago|Houston|Boston|Seattle|Denver|Texas|California|Florida|Ohio",
    "GB": "UK|England|Scotland|Wales|London|Manchester|Birmingham|Leeds|Bristol|Glasgow|Edinburgh|Liverpool|Sheffield|Cardiff|Belfast",
    "IN": "Mumbai|Delhi|Bengaluru|Bangalore|Hyderabad|Chennai|Pune|Kolkata|Ahmedabad|Jaipur|Kochi|Lucknow|Karnataka|Maharashtra|Kerala",
    "DE": "Deutschland|Berlin|München|Munich|Hamburg|Köln|Cologne|Frankfurt|Stuttgart|Leipzig|Dresden|Düsseldorf",
    "FR": "Paris|Lyon|Marseille|Toulouse|Bordeaux|Lille|Nantes|Strasbourg|Rennes|Grenoble|Montpellier",
    "BR": "Brasil|São Paulo|Sao Paulo|Rio de Janeiro|Belo Horizonte|Curitiba|Porto Alegre|Recife|Salvador|Fortaleza|Brasília",
    "NG": "Lagos|Abuja|Ibadan|Kano|Port Harcourt|Enugu|Benin City|Ikeja",
    "JP": "Tokyo|Osaka|Kyoto|Yokohama|Nagoya|Sapporo|Fukuoka|Kobe|Sendai",
    "CA": "Toronto|Vancouver|Montréal|Montreal|Calgary|Ottawa|Ontario|Quebec|Alberta",
    "AU": "Sydney|Melbourne|Brisbane|Perth|Adelaide|NSW|Queensland",
    "ES": "España|Madrid|Barcelona|Valencia|Sevilla|Bilbao",
    "IT": "Italia|Rome|Roma|Milan|Milano|Torino|Turin|Napoli",
    "PT": "Lisbon|Lisboa|Porto|Coimbra|Braga",
    "IE": "Dublin|Cork|Galway",
    "NL": "Amsterdam|Rotterdam|Utrecht|Eindhoven",
    "ZA": "Johannesburg|Cape Town|Durban|Pretoria",
    "KE": "Nairobi|Mombasa|Kisumu",
    "GH": "Accra|Kumasi",
    "AE": "UAE|Dubai|Abu Dhabi",
    "PK": "Karachi|Lahore|Islamabad",
    "PH": "Manila|Cebu|Quezon",
    "MX": "México|Guadalajara|Monterrey|Puebla",
    "CH": "Zürich|Zurich|Geneva|Basel|Bern|Lausanne",
    "AT": "Vienna|Wien|Graz|Salzburg",
    "PL": "Warsaw|Warszawa|Kraków|Krakow|Wrocław|Poznań",
    "SE": "Stockholm|Gothenburg|Malmö",
    "CN": "Beijing|Shanghai|Shenzhen|Guangzhou",
    "KR": "Seoul|Busan",
}
_REGION_OF = {place: region for region, places in _PLACES.items() for place in places.split("|")}
_WORD = re.compile(r"[^\W\d_]+")
_STATE = re.compile(
    r"[a-z], (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|"
    r"V[AT]|W[AIVY])\b"
)
_UK_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b")
_LONGEST = 80
"""Running text names the places of customers, not of the writer."""
_TOP_LINES = 15
_TOP_WEIGHT = 5
_MOST_BELOW = 4
_DEFAULT = ("US", "GB", "IN", "DE", "FR", "BR", "NG", "JP")


def regions_of(document: Document) -> tuple[str, ...]:
    """ISO regions, likeliest first: those named near the top weigh most; the usual ones stand last."""
    top: set[str] = set()
    below: Counter[str] = Counter()
    for number, line in enumerate(document.lines):
        if number < _TOP_LINES:
            top |= _named(line.text) | _countries(line.text)
        elif len(line.text) <= _LONGEST:
            below.update(_named(line.text))
    weights = {
        region: _TOP_WEIGHT * (region in top) + min(_MOST_BELOW, below[region]) for region in sorted(top | set(below))
    }
    named_regions = sorted(weights, key=lambda region: -weights[region])
    return tuple(dict.fromkeys([*named_regions, *_DEFAULT]))


def _named(text: str) -> set[str]:
    """Regions of the cities and states in the text."""
    found = {_REGION_OF[term] for term in _terms(text) if term in _REGION_OF}
    if _STATE.search(text):
        found.add("US")
    if _UK_POSTCODE.search(text):
        found.add("GB")
    return found


def _countries(text: str) -> set[str]:
    return {code for term in _terms(text) if term[0].isupper() and len(term) > 2 and (code := country_code(term))}


def _terms(text: str) -> list[str]:
    """Words, and runs of two and three words."""
    words = _WORD.findall(text)
    return [" ".join(words[place : place + size]) for size in (1, 2, 3) for place in range(len(words) - size + 1)]
