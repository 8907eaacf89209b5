"""`python -m medv_tui` is `medv-tui`."""

import sys

from medv_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
