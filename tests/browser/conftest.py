"""A real Chromium for the pages: the system's own, never one that is downloaded."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

expect.set_options(timeout=15_000)  # as long as a busy machine may need
CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One browser for the tests of a file; each test has contexts of its own."""
    opened = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGUMENTS)
    yield opened
    opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone of 360 x 640 whose page has no error of its own, and does nothing that its policy forbids."""
    made = browser.new_context(
        viewport={"width": 360, "height": 640}, has_touch=True, reduced_motion="reduce", locale="vi-VN"
    )
    made.set_default_timeout(10_000)
    faults: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            faults.append(message.text)

    made.on("weberror", lambda fault: faults.append(str(fault.error)))
    made.on("console", heard)
    yield made
    made.close()
    assert not faults


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
