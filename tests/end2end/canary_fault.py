"""The command line with a fault that nobody foresaw, whose words hold all that it was given.

python tests/with_cheap_kdf.py tests/end2end/canary_fault.py ARGUMENTS OF WARIFU
"""

from __future__ import annotations

import sys
from typing import Any

from warifu.__main__ import main
from warifu.services.store import Store


def fault(self: Store, *accounts: Any, **_fields: Any) -> Any:
    secrets = [(account, account.otp.secret.reveal(), account.note) for account in accounts]
    raise RuntimeError(f"cannot take {secrets} {sys.stdin}")


Store.add = fault  # type: ignore[method-assign]
sys.exit(main())
