"""The program from its first moment: `lessonapp`, `python -m lessonapp` and `main.py` all begin here."""

import gc
import sys

INTERRUPTED = 130
"""What a shell expects of a program that Ctrl+C ended."""


def main() -> None:
    """Run what the command line asks for, and leave with its exit code."""
    gc.disable()  # nothing that is imported becomes garbage, and Home waits for all of it
    try:
        from lessonapp.cli import main as run

        run()
    except KeyboardInterrupt:  # before a command listens for it, or after
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
