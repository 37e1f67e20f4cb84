"""The same summary as a web page made into a PDF by WeasyPrint; run by an environment that has it."""

import json
import sys
import time

import weasyprint  # type: ignore[import-not-found,import-untyped,unused-ignore]  # not among our libraries


def main() -> None:
    """RUNS: read the page from standard input, print the milliseconds of each run and the size."""
    page, times, pdf = sys.stdin.read(), [], b""
    weasyprint.HTML(string=page).write_pdf()  # warm
    for _run in range(int(sys.argv[1])):
        start = time.perf_counter()
        pdf = weasyprint.HTML(string=page).write_pdf()
        times.append((time.perf_counter() - start) * 1000)
    sys.stdout.write(json.dumps({"times": times, "size": len(pdf)}))


if __name__ == "__main__":
    main()
