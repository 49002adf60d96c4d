"""How fast the reading screen is in a book of 500,000 words, beside a Textual app that shows nothing.

    python tests/benchmarks/tui.py [WORDS]

CPU milliseconds of the main thread (`time.thread_time`) from a key to the screen that shows it: median, 95th percentile
and worst of a series; memory is the process's resident set. Nothing here is asserted in the ordinary suite.
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.tui.app import ReaderApp

sys.path.insert(0, str(Path(__file__).parents[2]))

COMMON = (
    "og i det som på er av til en for med at ikke han den har de om et seg men var fra vi jeg så kan skal etter ble "
    "norge oslo regjeringen statsminister forhandlinger samtalen krigen avtale skolen barna boken huset kvinnen mannen "
    "kommer sier mener tror vil gikk tok fikk ser store gamle første nye egen sunn fornuft løslatelse kontakten "
    "utenriksminister skryter tilbake kommunen fjorden sommeren vinteren arbeidet pengene spørsmålet framtiden"
)
WORDS = COMMON.split()


def book(words: int) -> str:
    """Paragraphs of 30–250 words in sentences of 5–25, a heading now and then."""
    chance = random.Random(7)
    written = 0
    parts: list[str] = []
    while written < words:
        if chance.random() < 0.02:
            parts.append(f"Kapittel {len(parts)}")
        sentences = []
        for _ in range(chance.randint(3, 12)):
            chosen = chance.choices(WORDS, k=chance.randint(5, 25))
            written += len(chosen)
            sentences.append(" ".join(chosen).capitalize() + ".")
        parts.append(" ".join(sentences))
    return "\n\n".join(parts) + "\n"


def memory() -> float:
    """MB resident now."""
    for line in Path("/proc/self/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show(name: str, times: list[float]) -> None:
    late = sorted(times)[round(0.95 * (len(times) - 1))]
    figures = f"{statistics.median(times):8.1f} ms  95 % {late:8.1f}  worst {max(times):8.1f}"
    print(f"{name:34} {figures}   ({memory():.0f} MB)")


async def timed(action: Callable[[], Awaitable[None]]) -> float:
    start = time.thread_time()
    await action()
    return (time.thread_time() - start) * 1000


class Screen:
    """When the screen was last written to."""

    def __init__(self, app: ReaderApp) -> None:
        self._display, self._written = app._display, asyncio.Event()
        self._act, self._acted, self._end = app.reading.action_do, False, 0.0
        app._display = self._noted  # type: ignore[method-assign, assignment]
        app.reading.action_do = self._done  # type: ignore[method-assign]

    def _done(self, name: str) -> None:
        self._act(name)
        self._acted = True

    def _noted(self, *given: Any) -> None:
        self._display(*given)
        if self._acted and not self._written.is_set():  # otherwise it was English that came
            self._end = time.thread_time()
            self._written.set()

    async def key(self, app: ReaderApp, key: str) -> float:
        """CPU of the main thread from a key to the screen that shows what it did."""
        self._acted = False
        self._written.clear()
        start = time.thread_time()
        app.simulate_key(key)
        try:
            await asyncio.wait_for(self._written.wait(), 0.5)
        except TimeoutError:  # a key that changes nothing: at the end of the text
            self._end = time.thread_time()
        return (self._end - start) * 1000


async def minimal() -> None:
    """What Textual itself costs: an empty app, a key, a resize."""
    from textual.app import App
    from textual.binding import BindingType

    class Empty(App[None]):
        BINDINGS: ClassVar[list[BindingType]] = [("j", "nothing", "")]

        def action_nothing(self) -> None:
            self.refresh()

    app = Empty()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        show("minimal app: key", [await timed(lambda: pilot.press("j")) for _ in range(30)])
        show("minimal app: resize", [await timed(partial(pilot.resize_terminal, 80 + 3 * n, 40)) for n in range(8)])
        gc.collect()
        print(f"{'minimal app: memory':34} {memory():8.1f} MB")


async def reading(path: Path) -> None:
    """The reading screen."""
    from reader import formats, terms
    from reader.opening import Engine, Options, glossary_paths, opened
    from reader.store import cache_folder, settings
    from reader.tui import keeping
    from reader.tui.app import Begin, ReaderApp
    from reader.tui.view import ReadingView

    options = Options(engine=Engine.GLOSS)
    imported = memory()
    print(f"{'memory, everything imported':34} {imported:8.1f} MB")
    start, wall = time.process_time(), time.perf_counter()
    document = formats.read(str(path))
    print(f"{'  read and cut into paragraphs':34} {(time.process_time() - start) * 1000:8.1f} ms")
    part = time.process_time()
    terms.at_hand(glossary_paths(options), cache_folder())
    print(f"{'  glossary':34} {(time.process_time() - part) * 1000:8.1f} ms")
    part = time.process_time()
    work = opened(str(path), options, document, at_once=True)
    again = time.process_time() - part  # the glossary a second time
    session = keeping.begun(work, str(path), settings.Settings())
    app = ReaderApp(Begin(str(path), options, work, session, settings.Settings(), {}))
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.reading.query_one(ReadingView).drawn:
            await asyncio.sleep(0.005)
        print(f"{'open to first screen, CPU':34} {(time.process_time() - start - again) * 1000:8.1f} ms")
        print(f"{'open to first screen, wall':34} {(time.perf_counter() - wall - again) * 1000:8.1f} ms")
        print(f"{'memory, first screen':34} {memory():8.1f} MB")
        while app.reading.opened.waiting:
            await asyncio.sleep(0.05)
        print(f"{'open to the terms, wall':34} {(time.perf_counter() - wall - again) * 1000:8.1f} ms")
        await english_comes(app)
        gc.collect()
        print(f"{'memory, English ahead':34} {memory():8.1f} MB")
        if "--cold" in sys.argv:
            return

        screen = Screen(app)

        async def series(name: str, keys: list[str], wait: float = 0.15) -> None:
            times = []
            for key in keys:
                times.append(await screen.key(app, key))
                await asyncio.sleep(wait)
            show(name, times)

        await series("next sentence (j)", ["j"] * 40)
        await series("page (space), English there", ["space"] * 8)
        await series("page (space), outrunning it", ["space"] * 40, 0)
        await series("page back (PgUp)", ["pageup"] * 40, 0)
        await series("end (G), beginning (g)", ["G", "g"] * 5)
        await pilot.press("G")
        await series("sentence at the end (k)", ["k"] * 40)
        await series("page back from the end (PgUp)", ["pageup"] * 20)
        await series("next term (,)", ["comma"] * 40)
        await app.workers.wait_for_complete()
        await series("word (→)", ["right"] * 30)
        await series("entry (d)", ["d"] * 6)
        for word in ("løslatelse", "fornuft", "huset", "og"):
            show(f"search the book: {word}", [await timed(partial(_search, app, word))])
        await series("next find (n)", ["n"] * 40)
        app.reading.become(lambda now: now.searched("Kapittel"))
        await series("next find, far away (n)", ["n"] * 40)
        await pilot.press("g")
        await series("next heading (])", ["right_square_bracket"] * 20)
        await series("hide (h)", ["h"] * 8)
        await series("layout (v)", ["v"] * 10)
        show("resize", [await timed(partial(pilot.resize_terminal, 80 + 5 * n, 40)) for n in range(10)])
        print(f"{'event loop late while paging':34} {await late(app, pilot):8.1f} ms at worst")
        for pages in range(1, 5):
            for _ in range(60):
                await pilot.press("space")
            await english_comes(app)
            gc.collect()
            print(f"{f'memory after {60 * pages} pages more':34} {memory():8.1f} MB")


async def english_comes(app: ReaderApp) -> None:
    while app.reading.working:
        await asyncio.sleep(0.05)


async def late(app: ReaderApp, pilot: Pilot[int]) -> float:
    """How long the event loop was kept waiting, by the wall: what a key would have waited for."""
    worst, running = 0.0, True

    async def beat() -> None:
        nonlocal worst
        while running:
            start = time.perf_counter()
            await asyncio.sleep(0.002)
            worst = max(worst, time.perf_counter() - start - 0.002)

    beating = asyncio.create_task(beat())
    for _ in range(30):
        await pilot.press("space")
    running = False
    await beating
    return worst * 1000


async def _search(app: ReaderApp, word: str) -> None:
    from reader.session import Manner

    app.reading.search(word, Manner.PLAIN)
    await app.workers.wait_for_complete()


def main() -> None:
    words = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdecimal() else 500_000
    if "--minimal" in sys.argv:
        asyncio.run(minimal())
        return
    if "--reading" in sys.argv:
        asyncio.run(reading(Path(sys.argv[-1])))
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = folder
        path = Path(folder) / "book.txt"
        path.write_text(book(words), "utf-8")
        for title, arguments in (
            ("A Textual app that shows nothing", ["--minimal"]),
            ("The reader, its glossary compiled for the first time", ["--reading", "--cold", str(path)]),
            ("The reader, as always afterwards", ["--reading", str(path)]),
        ):
            print(f"\n{title}", flush=True)
            subprocess.run([sys.executable, __file__, *arguments], check=True)


if __name__ == "__main__":
    main()
