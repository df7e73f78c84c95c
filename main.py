"""The ASGI application, for `uvicorn main:app`."""

from api.app import create_app
from services.discreet_logs import keep_logs_discreet
from services.log_format import set_up_logs

keep_logs_discreet()
set_up_logs()
app = create_app()
