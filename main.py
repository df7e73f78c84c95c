"""The ASGI application, for `uvicorn main:app`."""

from api.app import create_app
from services.discreet_logs import keep_logs_discreet

keep_logs_discreet()
app = create_app()
