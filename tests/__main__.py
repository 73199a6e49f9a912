"""``python3 tests``: set up what is missing, then run the tests; arguments are pytest's."""

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "packaging")

import bootstrap

sys.exit(bootstrap.start_tests(sys.argv[1:]))
