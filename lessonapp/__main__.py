"""The program from its first moment: `lessonapp`, `python -m lessonapp` and `main.py` all begin here."""

import gc


def main() -> None:
    """Run what the command line asks for, and leave with its exit code."""
    gc.disable()  # nothing that is imported becomes garbage, and Home waits for all of it
    from lessonapp.cli import main as run

    run()


if __name__ == "__main__":
    main()
