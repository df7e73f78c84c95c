"""The ASGI application, for `uvicorn main:app`."""

from api.app import create_app

app = create_app()
