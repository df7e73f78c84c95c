"""A reference of the API made from its OpenAPI document, by the server: it needs no other host, and no script."""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.auth import access_of
from api.page_rendering import render
from api.sign_in import SEE_OTHER, page_requires
from services.scopes import Scope

Schema = Mapping[str, Any]

_METHODS = ("get", "post", "put", "patch", "delete")
_EXAMPLE_FILE = "resume.pdf"


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a field of a body."""

    name: str
    type: str
    place: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Answer:
    status: str
    description: str
    type: str


@dataclass(frozen=True, slots=True)
class Operation:
    anchor: str
    method: str
    path: str
    summary: str
    description: str
    parameters: list[Field]
    body_media_type: str
    body_fields: list[Field]
    answers: list[Answer]
    curl: str


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    operations: list[Operation]


@dataclass(frozen=True, slots=True)
class Reference:
    openapi_version: str
    groups: list[Group]


router = APIRouter(include_in_schema=False, dependencies=[page_requires(Scope.READ, Scope.UPLOAD, Scope.ADMIN)])


@router.get("/docs")
def lead_to_reference() -> Response:
    """Where FastAPI's own reference would be, and people look for it."""
    return RedirectResponse("/api-reference", SEE_OTHER)


@router.get("/api-reference")
async def show_reference(request: Request) -> Response:
    needs_token = not await access_of(request).is_keyless()
    reference = describe_api(request.app.openapi(), str(request.base_url).rstrip("/"), needs_token=needs_token)
    return render(request, "api_reference.html", reference=reference, openapi_url=request.app.openapi_url)


def describe_api(document: Schema, base_url: str, *, needs_token: bool) -> Reference:
    """The operations of an OpenAPI 3 document by tag, in the document's order."""
    groups: dict[str, list[Operation]] = {}
    schemas = document.get("components", {}).get("schemas", {})
    for path, methods in document["paths"].items():
        for method in _METHODS:
            if method in methods:
                operation = methods[method]
                described = _Describer(schemas, base_url, needs_token).describe(path, method, operation)
                groups.setdefault(operation.get("tags", ["other"])[0], []).append(described)
    return Reference(document["openapi"], [Group(name, operations) for name, operations in groups.items()])


@dataclass(frozen=True, slots=True)
class _Describer:
    schemas: Schema
    base_url: str
    needs_token: bool

    def describe(self, path: str, method: str, operation: Schema) -> Operation:
        parameters = [self._parameter(parameter) for parameter in operation.get("parameters", ())]
        media_type, body = _first_content(operation.get("requestBody", {}))
        fields = list(self._fields(body))
        return Operation(
            anchor=operation["operationId"].replace("_", "-"),
            method=method,
            path=path,
            summary=operation.get("summary", ""),
            description=operation.get("description", ""),
            parameters=parameters,
            body_media_type=media_type,
            body_fields=fields,
            answers=[self._answer(status, answer) for status, answer in operation.get("responses", {}).items()],
            curl=self._curl(path, method, media_type, fields),
        )

    def _parameter(self, parameter: Schema) -> Field:
        schema = parameter.get("schema", {})
        return Field(
            parameter["name"],
            self._type(schema),
            f"in the {parameter['in']}",
            parameter.get("required", False),
            parameter.get("description") or schema.get("description", ""),
        )

    def _fields(self, schema: Schema) -> Iterator[Field]:
        schema = self._resolve(schema)
        required = schema.get("required", ())
        for name, of_field in schema.get("properties", {}).items():
            yield Field(name, self._type(of_field), "body", name in required, of_field.get("description", ""))

    def _answer(self, status: str, answer: Schema) -> Answer:
        _, schema = _first_content(answer)
        return Answer(status, answer.get("description", ""), self._type(schema))

    def _type(self, schema: Schema) -> str:
        """The schema's type in a few words: `list of ResumeItem`, `integer or null`, `pending | failed`."""
        if "$ref" in schema:
            return str(schema["$ref"]).rpartition("/")[2]
        if "enum" in schema:
            return " | ".join(map(str, schema["enum"]))
        if "const" in schema:
            return str(schema["const"])
        if alternatives := schema.get("anyOf") or schema.get("oneOf"):
            return " or ".join(self._type(alternative) for alternative in alternatives)
        if schema.get("type") == "array":
            return f"list of {self._type(schema.get('items', {})) or 'values'}"
        if schema.get("format") == "binary" or "contentMediaType" in schema:
            return "file"
        return str(schema.get("format") or schema.get("type", ""))

    def _resolve(self, schema: Schema) -> Schema:
        if "$ref" in schema:
            resolved: Schema = self.schemas[str(schema["$ref"]).rpartition("/")[2]]
            return resolved
        return schema

    def _curl(self, path: str, method: str, media_type: str, fields: list[Field]) -> str:
        words = ["curl"]
        if method != "get" and not (media_type and method == "post"):
            words += ["-X", method.upper()]
        if self.needs_token:
            words += ["-H", "Authorization: Bearer $INTAKE_API_TOKEN"]
        if media_type == "multipart/form-data":
            files = [field.name for field in fields if field.required]
            words += [word for name in files for word in ("-F", f"{name}=@{_EXAMPLE_FILE}")]
        elif media_type:
            words += ["-H", f"Content-Type: {media_type}", "-d", "{}"]
        return " ".join(map(_quote, [*words, self.base_url + path]))


def _first_content(described: Schema) -> tuple[str, Schema]:
    """Media type and schema of a body or an answer; empty when it has none."""
    content: dict[str, Schema] = described.get("content", {})
    for media_type, body in content.items():
        return media_type, body.get("schema", {})
    return "", {}


def _quote(word: str) -> str:
    """As the shell wants it; variables stay variables."""
    return f'"{word}"' if "$" in word else shlex.quote(word)
