"""Shapes that several resources share."""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item")


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
