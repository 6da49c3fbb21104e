"""Reading many files that somebody brings: in several processes, none of which knows the database."""
