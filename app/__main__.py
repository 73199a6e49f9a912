"""``python3 app``: set up what is missing, then start Warifu."""

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "packaging")

import bootstrap

sys.exit(bootstrap.start_app(sys.argv[1:]))
