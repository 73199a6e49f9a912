"""Work without threads, for the command line: it is done when ``run`` returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from warifu.services.ports import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class ImmediateTasks:
    """``services.ports.Tasks`` on the caller's own thread."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        lane: Lane = Lane.VAULT,  # noqa: ARG002 - one thread is every lane
    ) -> None:
        """Do the work now; what ``done`` raises is the caller's."""
        try:
            result = work()
        except Exception as problem:  # noqa: BLE001 - all of it belongs to whoever asked
            failed(problem)
        else:
            done(result)
