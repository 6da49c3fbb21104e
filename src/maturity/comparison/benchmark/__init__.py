"""Results of several organisations side by side: honest about uncertainty, silent about the single peer."""

from maturity.comparison.benchmark.benchmarking import benchmark
from maturity.comparison.benchmark.digest import Digest, digest_of, read_digest, write_digest
from maturity.comparison.benchmark.entry import CONSENTS, Choice, Consent, Entry, LeftOut, Member
from maturity.comparison.benchmark.model import Benchmark
from maturity.comparison.benchmark.resultfile import is_result_file, read_entry, write_entry
from maturity.comparison.benchmark.table import Table, tabulate

__all__ = [
    "CONSENTS",
    "Benchmark",
    "Choice",
    "Consent",
    "Digest",
    "Entry",
    "LeftOut",
    "Member",
    "Table",
    "benchmark",
    "digest_of",
    "is_result_file",
    "read_digest",
    "read_entry",
    "tabulate",
    "write_digest",
    "write_entry",
]
