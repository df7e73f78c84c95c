"""What can go wrong in a use of the system. Each error has a stable `code` and a sentence for a person.

How an error is told to a client is the client's affair: the API translates this tree once, in `api/errors.py`.
"""

from typing import ClassVar


class IntakeError(Exception):
    """`code` is stable, `str(error)` is for a person and holds no personal data."""

    code: ClassVar[str] = "internal_error"
    default_message: ClassVar[str] = "Something went wrong."

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.default_message)


class RefusedFile(IntakeError):
    """A file that is not taken in."""


class EmptyFile(RefusedFile):
    code = "empty"
    default_message = "The file is empty."


class FileTooLarge(RefusedFile):
    code = "too_large"
    default_message = "The file is larger than what is accepted."


class UnsupportedFile(RefusedFile):
    code = "unsupported"
    default_message = "The file is of a kind that is not read."


class ErasedFile(RefusedFile):
    code = "erased"
    default_message = "The file was erased at somebody's request; the settings say not to take it in again."


class BadUpload(IntakeError):
    """A request body that is no multipart form with the file field asked for."""

    code = "bad_upload"
    default_message = "The request is not a multipart form with a file in it."


class TooManyFiles(IntakeError):
    code = "too_many_files"
    default_message = "The batch has more files than are accepted at once."


class UploadTooLarge(IntakeError):
    """The request as a whole, not one of its files."""

    code = "upload_too_large"
    default_message = "The request is larger than what is accepted at once."


class NotFound(IntakeError):
    code = "not_found"
    default_message = "There is no such thing."


class JobNotFound(NotFound):
    code = "job_not_found"
    default_message = "There is no job with this id."


class ResumeNotFound(NotFound):
    code = "resume_not_found"
    default_message = "There is no resume with this id."


class CandidateNotFound(NotFound):
    code = "candidate_not_found"
    default_message = "There is no candidate with this id."


class NothingToErase(NotFound):
    code = "nothing_to_erase"
    default_message = "Nothing is stored of this."


class CandidateExists(IntakeError):
    code = "candidate_exists"
    default_message = "There is a candidate with this e-mail already."


class BadCursor(IntakeError):
    code = "bad_cursor"
    default_message = "The cursor is not one that a listing has given out."


class StoredFileMissing(IntakeError):
    """The row is there, the file is not."""

    code = "file_missing"
    default_message = "The stored file is gone."


class StoreTrouble(IntakeError):
    """The file store as a whole, not one of its files."""


class StoreFull(StoreTrouble):
    code = "storage_full"
    default_message = "There is no space left for resumes; nothing was kept. Try again when there is."


class StoreUnavailable(StoreTrouble):
    code = "storage_unavailable"
    default_message = "The file store cannot be used now; nothing was kept. Try again later."


class DatabaseFull(IntakeError):
    code = "database_full"
    default_message = "There is no space left in the database; nothing was changed. Try again when there is."


class DatabaseUnavailable(IntakeError):
    code = "database_unavailable"
    default_message = "The database cannot be reached now; try again later."


class OrchestratorUnavailable(IntakeError):
    code = "orchestrator_unavailable"
    default_message = "Prefect cannot be reached; try again later."


class UnknownScope(IntakeError):
    code = "unknown_scope"
    default_message = "There is no such scope."


class KeyNotFound(NotFound):
    code = "key_not_found"
    default_message = "There is no key with this id that is in use."


class UserNotFound(NotFound):
    code = "user_not_found"
    default_message = "There is no user of this name."


class UserExists(IntakeError):
    code = "user_exists"
    default_message = "There is a user of this name already."


class PasswordTooShort(IntakeError):
    code = "password_too_short"
    default_message = "The password is too short."


class NotAllowed(IntakeError):
    """Who asks is known, and may not do it."""

    code = "forbidden"
    default_message = "This is not allowed."


class SignInNeeded(IntakeError):
    code = "unauthorized"
    default_message = "A key is needed, as bearer token."


class KeysNeeded(NotAllowed):
    """Somebody from elsewhere asks a system that has no keys."""

    code = "keys_needed"
    default_message = "This system has no keys, so it serves the machine it runs on alone."


class CrossSiteRequest(NotAllowed):
    code = "cross_site"
    default_message = "The request was sent by the page of another site."


class RepeatedParameter(IntakeError):
    """The programs between might each take another one of the values."""

    code = "repeated_parameter"
    default_message = "A parameter of the query is given more than once."


class UntrustedHost(IntakeError):
    code = "untrusted_host"
    default_message = "This host name is not served here; the setting INTAKE_TRUSTED_HOSTS adds names."


class TooManyRequests(IntakeError):
    """`retry_after` is in seconds."""

    code = "too_many_requests"
    default_message = "Too many requests; try again later."

    def __init__(self, retry_after: float, message: str | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class OpenToAll(IntakeError):
    """The application would serve other machines, whoever asks."""

    code = "open_to_all"

    def __init__(self, host: str) -> None:
        super().__init__(
            f"INTAKE_API_HOST is {host}, which other machines reach, and nothing says who may use the API. "
            "Set INTAKE_API_TOKEN, or leave INTAKE_API_HOST at 127.0.0.1 and make a key with `intake keys create` "
            "or a user with `intake users create` first."
        )
