"""Where the frozen programs begin."""

import sys

from warifu.__main__ import main

sys.exit(main())
