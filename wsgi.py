"""What a WSGI server runs: `gunicorn wsgi:app`. The tables are brought up to date first."""

import sys

from maturity.cli.outputs import print_problems, readers
from maturity.problems import Problems
from maturity.store.migrate import make_ready
from maturity.web.app import create_app, settle

try:
    app = create_app()
except Problems as found:
    print_problems(found.problems, readers())
    sys.exit(4)  # gunicorn then gives up; after another status it begins again, for ever
make_ready(app.extensions["maturity-database"])
app.extensions["maturity-database"].close()  # a server that forks from here must not share connections
settle()
