"""Shapes that several resources share."""

import re
import unicodedata
from datetime import UTC, datetime
from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

Item = TypeVar("Item")

_NO_TEXT = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Unicode categories of control characters, lone surrogates and line ends: PostgreSQL refuses some, no name has any."""


def _refuse_control_characters(text: str) -> str:
    if any(unicodedata.category(character) in _NO_TEXT for character in text):
        raise PydanticCustomError("control_characters", "Text on one line without control characters is asked for.")
    return text


class _WithPattern:
    """Says in the contract what `_refuse_control_characters` holds to, beside what the field itself says."""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        described = handler(schema)
        described.setdefault("pattern", r"^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$")
        return described


OneLine = Annotated[str, AfterValidator(_refuse_control_characters), _WithPattern]
"""Text as it may come in with a request."""


def _ask_for_rfc_3339(given: Any) -> Any:
    """Pydantic alone takes numbers too, and times without a zone."""
    if isinstance(given, datetime) or (isinstance(given, str) and _RFC_3339.fullmatch(given)):
        return given
    raise PydanticCustomError("moment", "A date and time with its zone is asked for, such as 2026-01-31T12:00:00Z.")


def _in_utc(moment: datetime) -> datetime:
    """PostgreSQL knows fewer zones than Python."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise PydanticCustomError("moment", "The time is too far away.") from None


_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
Moment = Annotated[datetime, BeforeValidator(_ask_for_rfc_3339), AfterValidator(_in_utc)]
"""A time as it may come in with a request."""


class ReadModel(BaseModel):
    """A response; may be made from any object with the same attributes."""

    model_config = ConfigDict(from_attributes=True)


class ListPage(ReadModel, Generic[Item]):
    """One page of a listing. The next one begins at `next_cursor`; null on the last."""

    items: list[Item]
    next_cursor: str | None = None


class ProblemDetail(BaseModel):
    """An error as RFC 9457 has it, with the stable `code` of its kind."""

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str
    errors: list["FieldProblem"] | None = Field(default=None, description="What is wrong with which part of the input.")


class FieldProblem(BaseModel):
    """Where the input is wrong; the input itself is not repeated."""

    location: str
    message: str
