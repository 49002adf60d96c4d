"""The reader in a browser: really served, on a free port of this machine alone."""

from __future__ import annotations

import os
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

from reader.tui.serve import allowed

pytest.importorskip("textual_serve")


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address of a server that is up."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    command = [sys.executable, "-m", "reader", "serve", str(path), "--port", str(port)]
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
async def test_a_page_a_socket_and_the_text_in_it(tmp_path: Path, compiled: None) -> None:
    import aiohttp

    path = tmp_path / "tekst.txt"
    path.write_text("Første setning her.\n\nAndre setning her.\n", "utf-8")
    with served(path) as address:
        async with aiohttp.ClientSession() as browser:
            async with browser.get(f"http://{address}/") as page:
                assert page.status == 200
                assert "default-src 'self'" in page.headers["Content-Security-Policy"]
                assert "textual" in (await page.text()).lower()
            socket_address = f"http://{address}/ws?width=90&height=24"
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await browser.ws_connect(socket_address, headers={"Origin": "http://elsewhere.example"})
            async with browser.ws_connect(socket_address, headers={"Origin": f"http://{address}"}) as screen:
                seen = await _until(screen, "Første setning")
                assert "tekst.txt" in seen + await _until(screen, "tekst.txt")
                await screen.send_json(["stdin", "j"])
                await _until(screen, "§2/2")


async def _until(screen: object, wanted: str) -> str:
    """What the screen was sent until `wanted` was in it."""
    import aiohttp

    assert isinstance(screen, aiohttp.ClientWebSocketResponse)
    seen = ""
    while wanted not in seen:
        message = await screen.receive(timeout=30)
        assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
        seen += message.data.decode("utf-8", "replace") if isinstance(message.data, bytes) else message.data
    return seen


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
