"""The reader in a browser: really served, on a free port of this machine alone."""

from __future__ import annotations

import asyncio
import os
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from reader.cli import run
from reader.cli.arguments import parsed
from reader.errors import ReaderError
from reader.tui.serve import allowed, command

pytest.importorskip("textual_serve")


@contextmanager
def served(*words: str) -> Iterator[str]:
    """The address of a server that is up."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    command = [sys.executable, "-m", "reader", "serve", "--port", str(port), *words]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}", process)
        yield f"127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 30
    while True:
        try:
            with urlopen(address, timeout=5):
                return
        except URLError:
            assert process.poll() is None, "the server has ended"
            assert time.monotonic() < end
            time.sleep(0.05)


@pytest.mark.slow
async def test_a_page_a_socket_and_the_text_in_it(tmp_path: Path) -> None:
    import aiohttp

    path = tmp_path / "tekst.txt"
    path.write_text("Første setning her.\n\nAndre setning her.\n", "utf-8")
    glossary = tmp_path / "ord.yaml"  # a small one: the shipped one takes seconds for the first time in a home
    glossary.write_text("dag: day\n", "utf-8")
    with served(str(path), "--glossary", str(glossary)) as address:
        async with aiohttp.ClientSession() as browser:
            async with browser.get(f"http://{address}/") as page:
                assert page.status == 200
                assert "default-src 'self'" in page.headers["Content-Security-Policy"]
                assert "textual" in (await page.text()).lower()
            socket_address = f"http://{address}/ws?width=90&height=24"
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await browser.ws_connect(socket_address, headers={"Origin": "http://elsewhere.example"})
            async with browser.ws_connect(socket_address, headers={"Origin": f"http://{address}"}) as screen:
                await _until(screen, "Første setning", "tekst.txt")
                await screen.send_json(["stdin", "j"])
                await _until(screen, "§2/2")


@pytest.mark.slow
async def test_its_options_reach_the_text(tmp_path: Path) -> None:
    import aiohttp

    folder = tmp_path / "Åses $HOME & 'tekster'"
    folder.mkdir()
    path, glossary = folder / "en tekst.txt", folder / "ord liste.yaml"
    path.write_text("Et ufattelig ord.\n", "utf-8")
    glossary.write_text("ufattelig: beyond belief\n", "utf-8")
    with served("--glossary", str(glossary), "--engine", "gloss", "--layout=stacked", "--", str(path)) as address:
        async with (
            aiohttp.ClientSession() as browser,
            browser.ws_connect(f"http://{address}/ws?width=90&height=24") as screen,
        ):
            assert " │ " not in await _until(screen, "beyond belief")


async def _until(screen: object, *wanted: str) -> str:
    """What the screen was sent until all that is wanted was in it."""
    import aiohttp

    assert isinstance(screen, aiohttp.ClientWebSocketResponse)
    seen = ""
    async with asyncio.timeout(30):
        while not all(one in seen for one in wanted):
            message = await screen.receive()
            assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
            seen += message.data.decode("utf-8", "replace") if isinstance(message.data, bytes) else message.data
    return seen


ASKED = (
    (),
    ("en tekst.txt",),
    ("--", "-tekst.txt"),
    ("--", "--port"),
    ("--memory", "a b.tmx", "--memory=--port", "tekst.txt", "--add-glossary", "c'd.yaml", "--glossary", "$HOME.yaml"),
    ("tekst.txt", "--engine", "gloss", "--package", "p", "--beam", "1", "--threads", "2", "--no-cache", "--enforce"),
    ("tekst.txt", "--layout", "stacked", "--width", "80", "--color", "never", "--words"),
)


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_what_is_handed_on_asks_for_the_same(asked: tuple[str, ...]) -> None:
    served = parsed(["serve", "--host", "localhost", "--port=9000", *asked])
    assert (served.host, served.port) == ("localhost", 9000)
    handed = parsed(shlex.split(command(served.opening))[3:])
    assert vars(handed) == vars(parsed(["open", *asked]))


def test_the_address_is_not_handed_on_wherever_it_stands() -> None:
    assert parsed(["serve", "a.txt", "--port", "9", "--words", "--host=::1"]).opening == ["a.txt", "--words"]


def test_serve_takes_every_option_that_open_takes() -> None:
    assert set(vars(parsed(["open"]))) == set(vars(parsed(["serve"]))) - {"host", "port", "opening"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("-",), "Standard input cannot be read in a browser"),
        (("nowhere.txt",), "does not exist"),
        (("tekst.txt", "--memory", "nowhere.tmx"), "nowhere.tmx does not exist"),
    ],
)
def test_a_bad_request_is_told_before_anything_is_served(
    words: tuple[str, ...], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tekst.txt").write_text("Hei på deg.\n", "utf-8")
    (tmp_path / "ord.yaml").write_text("dag: day\n", "utf-8")
    with pytest.raises(ReaderError, match=message):
        run(["serve", "--glossary", "ord.yaml", *words])


@pytest.mark.parametrize(
    ("asked", "origin", "host", "answer"),
    [
        ("127.0.0.1:8000", "http://127.0.0.1:8000", "127.0.0.1", True),
        ("localhost:8000", "http://localhost:8000", "127.0.0.1", True),
        ("127.0.0.1:8000", None, "127.0.0.1", True),
        ("127.0.0.1:8000", "https://elsewhere.example", "127.0.0.1", False),
        ("127.0.0.1:8000", "null", "127.0.0.1", False),
        ("127.0.0.1:8000", "http://127.0.0.1:9000", "127.0.0.1", False),
        ("elsewhere.example:8000", "http://elsewhere.example:8000", "127.0.0.1", False),
        ("reader.lan:8000", "http://reader.lan:8000", "0.0.0.0", True),
        ("reader.lan:8000", "http://elsewhere.example", "0.0.0.0", False),
    ],
)
def test_only_its_own_pages_get_a_socket(asked: str, origin: str | None, host: str, answer: bool) -> None:
    assert allowed(asked, origin, host) is answer
