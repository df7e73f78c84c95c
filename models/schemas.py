"""Shapes that several resources share."""

import unicodedata
from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

Item = TypeVar("Item")

_NO_TEXT = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Unicode categories of control characters, lone surrogates and line ends: PostgreSQL refuses some, no name has any."""


def _refuse_control_characters(text: str) -> str:
    if any(unicodedata.category(character) in _NO_TEXT for character in text):
        raise PydanticCustomError("control_characters", "Text on one line without control characters is asked for.")
    return text


OneLine = Annotated[str, AfterValidator(_refuse_control_characters)]
"""Text as it may come in with a request."""


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
