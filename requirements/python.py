"""Says in one line what is missing, where this Python cannot set Estiba up."""

import sys

if sys.version_info < (3, 11, 5):
    sys.exit(
        "Estiba needs Python 3.11.5 or newer, and this is %s; try: make PYTHON=python3.12 …"
        % sys.version.split()[0]
    )

try:
    import ensurepip  # noqa: F401
    import venv  # noqa: F401
except ImportError:
    sys.exit("This Python has no 'venv' with pip; on Debian and Ubuntu: apt install python3-venv")
