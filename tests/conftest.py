"""What holds for every test: its days are the municipality's, and it does not count rubbish all the time."""

from __future__ import annotations

import gc
import os
import time

os.environ["TZ"] = "Europe/Stockholm"  # as the settings say: "today" is the same day in a test and on a page
time.tzset()
gc.set_threshold(100_000, 50, 100)  # a worker keeps every questionnaire: looking through them takes long
