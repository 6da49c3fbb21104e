"""Write the migration that the tables in the code need: `make migration NAME="what changes"`. Read it before use."""

from __future__ import annotations

import sys
import tempfile

from maturity.store import migrate
from maturity.store.database import Database


def main() -> int:
    """Compare a database in its newest form with the tables in the code; the exit status."""
    if len(sys.argv) != 2 or not sys.argv[1].strip():
        print('type: make migration NAME="what changes"')
        return 2
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/newest.sqlite")
        migrate.upgrade(database)
        migrate.write_migration(database, sys.argv[1])
        database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
