"""Reports to each and to all: ordered at once, made by a job that can be left, taken as one file."""
