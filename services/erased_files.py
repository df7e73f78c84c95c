"""Files that were erased and are not to come in again: known by a salted hash, which tells nobody what they were."""

import hashlib
import hmac
from collections.abc import Sequence

from config import get_settings
from db import erasures
from db.engine import session_scope
from services.private_files import read_or_make_secret

SECRET_NAME = "erasure-key"  # noqa: S105 - the name of its file  # nosec B105


def mark_of(file_hash: str) -> str:
    """HMAC-SHA256 of the file's hash, in hexadecimal, with a secret of the installation that no backup of the database has."""
    secret = read_or_make_secret(get_settings().data_dir / SECRET_NAME)
    return hmac.new(secret.encode(), file_hash.encode(), hashlib.sha256).hexdigest()


def find_erased(file_hashes: Sequence[str]) -> set[str]:
    """Those of the hashes whose files are refused; none where the settings say to take them in."""
    if not (get_settings().refuse_erased and file_hashes):
        return set()
    hash_of = {mark_of(file_hash): file_hash for file_hash in file_hashes}
    with session_scope() as session:
        return {hash_of[mark] for mark in erasures.find_marks(session, list(hash_of))}
