"""`python -m estiba`."""

import sys

from estiba.cli.main import main

sys.exit(main())
