"""What a WSGI server runs: `gunicorn wsgi:app`. The tables are brought up to date first."""

from maturity.store.migrate import make_ready
from maturity.web.app import create_app

app = create_app()
make_ready(app.extensions["maturity-database"])
app.extensions["maturity-database"].close()  # a server that forks from here must not share connections
