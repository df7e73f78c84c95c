"""The API reference made from the OpenAPI document."""

from api.app import create_app
from api.reference import Operation, describe_api
from config import Settings


def describe(*, needs_token: bool = False) -> dict[tuple[str, str], Operation]:
    document = create_app(Settings()).openapi()
    reference = describe_api(document, "http://intake.example", needs_token=needs_token)
    return {(item.method, item.path): item for group in reference.groups for item in group.operations}


def test_every_operation_is_described() -> None:
    document = create_app(Settings()).openapi()
    operations = {(method, path) for path, methods in document["paths"].items() for method in methods}
    assert set(describe()) == operations
    assert ("post", "/api/v1/resumes/upload") in operations


def test_upload_is_shown_with_its_file() -> None:
    upload = describe()["post", "/api/v1/resumes/upload"]
    assert [(field.name, field.type) for field in upload.body_fields] == [
        ("file", "file"),
        ("source", "string"),
        ("consent", "string"),
    ]
    assert upload.curl == "curl -F file=@resume.pdf http://intake.example/api/v1/resumes/upload"


def test_parameters_tell_place_and_type() -> None:
    ids = next(field for field in describe()["get", "/api/v1/jobs"].parameters if field.name == "ids")
    assert (ids.type, ids.place, ids.required) == ("string", "in the query", True)


def test_answers_name_their_shape() -> None:
    answers = {answer.status: answer.type for answer in describe()["get", "/api/v1/jobs/{job_id}"].answers}
    assert answers["200"] == "JobResponse"
    assert answers["404"] == "ProblemDetail"


def test_token_is_shown_as_a_variable() -> None:
    curl = describe(needs_token=True)["get", "/api/v1/jobs"].curl
    assert '-H "Authorization: Bearer $INTAKE_API_TOKEN"' in curl
