"""Which countries a resume speaks of: the regions that read a telephone number without a country code."""

import re
from collections import Counter

from phonenumbers import SUPPORTED_REGIONS

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
    "IE": "Dublin|Cork|Galway|Limerick|Waterford|Kilkenny|Sligo|Donegal|Kildare|Kerry|Offaly|Tipperary|Wicklow",
    "NL": "Amsterdam|Rotterdam|Utrecht|Eindhoven",
    "ZA": "Johannesburg|Cape Town|Durban|Pretoria",
    "KE": "Nairobi|Mombasa|Kisumu",
    "GH": "Accra|Kumasi",
    "AE": "UAE|Dubai|Abu Dhabi",
    "PK": "Karachi|Lahore|Islamabad",
    "PH": "Philippines|Manila|Cebu|Quezon|Quezon City|Makati|Pasig|Taguig|Antipolo|Antipolo City|Davao|Davao City|Iloilo|Caloocan|Cavite|Laguna|Bulacan|Mandaluyong",
    "MX": "México|Guadalajara|Monterrey|Puebla",
    "CH": "Zürich|Zurich|Geneva|Basel|Bern|Lausanne",
    "AT": "Vienna|Wien|Graz|Salzburg",
    "PL": "Warsaw|Warszawa|Kraków|Krakow|Wrocław|Poznań",
    "SE": "Stockholm|Gothenburg|Malmö",
    "CN": "Beijing|Shanghai|Shenzhen|Guangzhou",
    "KR": "Seoul|Busan",
    "SG": "Singapore",
    "HK": "Hong Kong|Kowloon",
    "NZ": "Auckland|Christchurch|Dunedin",
    "MY": "Kuala Lumpur|Selangor|Penang|Petaling Jaya",
    "ID": "Jakarta|Surabaya|Bandung|Yogyakarta",
    "BD": "Dhaka|Chittagong",
    "LK": "Colombo|Kandy",
    "SA": "Riyadh|Jeddah|Dammam",
    "EG": "Cairo|Alexandria",
    "TR": "Istanbul|İstanbul|Ankara|Izmir|İzmir",
    "GR": "Athens|Thessaloniki",
    "RO": "Bucharest|București|Cluj-Napoca",
    "CZ": "Prague|Praha|Brno",
    "HU": "Budapest",
    "DK": "Copenhagen|København|Aarhus",
    "NO": "Oslo|Bergen|Trondheim",
    "FI": "Helsinki|Espoo|Tampere",
    "BE": "Brussels|Bruxelles|Antwerp|Antwerpen|Ghent|Gent",
    "AR": "Buenos Aires|Rosario",
    "CL": "Santiago de Chile|Valparaíso",
    "CO": "Bogotá|Bogota|Medellín|Medellin",
    "PE": "Lima",
    "IL": "Tel Aviv|Haifa|Jerusalem",
    "UG": "Kampala",
    "TZ": "Dar es Salaam",
    "RW": "Kigali",
}
_REGION_OF = {place: region for region, places in _PLACES.items() for place in places.split("|")}
_WORD = re.compile(r"[^\W\d_]+")
_STATE = re.compile(
    r"[a-z], (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|"
    r"V[AT]|W[AIVY])\b"
)
_NATIONAL_DOMAIN = re.compile(r"(?:@|www\.)[\w.-]+\.([a-z]{2})\b(?![.-]?\w)", re.IGNORECASE)
_NOT_NATIONAL = frozenset({"ai", "cc", "co", "fm", "gg", "io", "ly", "me", "sh", "to", "tv"})
"""Country codes that are bought for their letters."""
_UK_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b")
_LONGEST = 80
"""Running text names the places of customers, not of the writer."""
_TOP_LINES = 15
_TOP_WEIGHT = 5
_DOMAIN_WEIGHT = 6
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
    domains = {region for line in document.lines[:_TOP_LINES] for region in _of_domains(line.text)}
    weights = {
        region: _TOP_WEIGHT * (region in top) + _DOMAIN_WEIGHT * (region in domains) + min(_MOST_BELOW, below[region])
        for region in sorted(top | domains | set(below))
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


def _of_domains(text: str) -> set[str]:
    """Regions of the national domains that mail and web addresses are in."""
    codes = {code.lower() for code in _NATIONAL_DOMAIN.findall(text)} - _NOT_NATIONAL
    return {"GB" if code == "uk" else code.upper() for code in codes} & SUPPORTED_REGIONS


def _countries(text: str) -> set[str]:
    return {code for term in _terms(text) if term[0].isupper() and len(term) > 2 and (code := country_code(term))}


def _terms(text: str) -> list[str]:
    """Words, and runs of two and three words."""
    words = _WORD.findall(text)
    return [" ".join(words[place : place + size]) for size in (1, 2, 3) for place in range(len(words) - size + 1)]
