"""`python -m support_panel` is the `support-panel` command."""

import signal
import sys

from ._native import command


def main() -> int:
    """Run the command on this process's arguments; gives its exit status."""
    # While the command runs there is no Python to hear of Ctrl-C.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
