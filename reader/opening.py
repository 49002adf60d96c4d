"""Opening a text: from what the command line asked for to a document, its sources of English and its glossary.

The two shells share this; it is the one place that decides which memory, engine and glossary are at work.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeVar

from reader import __version__, formats, pipeline, store, terms
from reader.errors import GlossaryError, MemoryFileError, PackageError
from reader.model import Bitext, Block, Document, Origin
from reader.terms.loading import broken, files
from reader.terms.longtext import uncollected
from reader.translate.memory import Memory, Remembered
from reader.translate.protocol import Source

T = TypeVar("T")
Loading = Callable[[Sequence[Path], Path, Collection[Path]], T]
"""From glossary paths, a cache folder and files to leave out."""


class Engine(StrEnum):
    """Which sources of English are asked."""

    AUTO = "auto"
    """Memory, then an installed package, then the gloss."""
    MEMORY = "memory"
    ARGOS = "argos"
    GLOSS = "gloss"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says about sources and glossary."""

    memories: tuple[Path, ...] = ()
    glossaries: tuple[Path, ...] = ()
    """In place of the shipped one; the reader's own stays."""
    more_glossaries: tuple[Path, ...] = ()
    engine: Engine = Engine.AUTO
    package: Path | None = None
    beam: int | None = None
    """Candidates the engine keeps; None: its own choice."""
    threads: int = 0
    """Cores for the engine; 0: its own choice."""
    cache: bool = True
    """Whether earlier machine translation is used and remembered."""
    enforce: bool = False
    """Whether machine translation is brought to the glossary's preferred renderings."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A text ready to be read: nothing is translated yet."""

    document: Document
    sources: tuple[Source, ...]
    annotator: pipeline.Annotator
    made_by: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    """What reading the file had to guess or mend, and packages that could not be used."""
    hint: str = ""
    """What a person at a terminal should be told once in their life: how to get better English."""
    troubles: Callable[[], tuple[str, ...]] = tuple
    """What went wrong while English was made and remembered, without stopping it: to be asked when it is there."""
    waiting: bool = False
    """There is no glossary yet: it has to be compiled, for seconds. The text is there, and English from elsewhere."""
    inputs: Callable[[], tuple[Path, ...]] = tuple
    """The text's own file, its memories and glossaries: an export never writes over them (`formats.sparing`)."""

    def blocks(self, order: Iterable[int] | None = None) -> Iterator[tuple[int, Block]]:
        return pipeline.blocks(self.document, self.sources, self.annotator, order)

    def bitext(self) -> Bitext:
        return pipeline.bitext(self.document, self.sources, self.annotator, self.made_by)


# While a text is opened much is made and nothing becomes garbage: looking for some took a fifth of the time.
@uncollected()
def opened(path: str, options: Options, document: Document | None = None, *, at_once: bool = False) -> Opened:
    """Raises InputError, MemoryFileError, GlossaryError or PackageError; each is one line for the user.

    `document` is the text when it was read already and only glossary, memory or engine are to be looked at anew.
    `at_once`: what is ready in a moment; a glossary that was never compiled is left out.
    """
    document = document or formats.read(path)
    language = "nn" if document.language == "nn" else "nb"
    held, told = _sparing(options, terms.at_hand if at_once else terms.load)
    glossary = terms.Glossary.of(()) if held is None else held
    remembered = tuple(_remembered(path, options))
    if options.engine is Engine.MEMORY and not remembered:
        told = (*told, NO_MEMORY)
    sources: list[Source] = [Memory(remembered, fuzzy=_asks_memory(options))] if remembered else []
    made_by = [("reader", __version__), ("glossary", glossary.fingerprint)]
    made_by += [("memory", name) for name in dict.fromkeys(pair.name for pair in remembered)]
    notices = [*(f"{document.name}: {note}." for note in document.notes), *told]
    hint = ""
    troubles: Callable[[], tuple[str, ...]] = tuple
    if options.engine in (Engine.AUTO, Engine.ARGOS):
        found = _engine(options, glossary, language)
        hint, troubles = found.hint, found.troubles
        notices += found.notices
        if found.source:
            sources.append(found.source)
            made_by += [("engine", found.name), *([("terms", "enforced")] if options.enforce else [])]
    if options.engine in (Engine.AUTO, Engine.GLOSS) and held is not None:
        from reader.translate.gloss import Gloss

        sources.append(Gloss(glossary, language))
    annotator = pipeline.Annotator(glossary, language)
    return Opened(
        document, tuple(sources), annotator, tuple(made_by), tuple(notices), hint, troubles, held is None,
        lambda: tuple(_inputs(path, options)),
    )  # fmt: skip


def loaded(options: Options) -> tuple[terms.Glossary, tuple[str, ...]]:
    """The glossary, and what is to be told of it.

    A broken file of the reader's own folder must not keep them from reading: it is left out, and told. Raises
    GlossaryError for one that was named.
    """
    return _sparing(options, terms.load)


def _sparing(options: Options, load: Loading[T]) -> tuple[T, tuple[str, ...]]:
    """What `load` gives, without broken files of the reader's own folder; and what is to be told of those."""
    paths, cache = glossary_paths(options), store.cache_folder()
    try:
        return load(paths, cache, ()), ()
    except GlossaryError:
        own = store.glossary_folder()
        unusable = broken(own) if own in paths and own.is_dir() else {}
        if not unusable:
            raise
        why = (f"{one.place}: {one.message}; the file is left out. {one.remedy}" for one in unusable.values())
        return load(paths, cache, unusable.keys()), tuple(why)


def glossary_paths(options: Options) -> tuple[Path, ...]:
    """The shipped glossary or those in its place, the reader's own folder, then what was added: later files win.

    Their own words are always at work: a term added while reading must not vanish because of the other glossary.
    """
    own = store.glossary_folder()
    return (*(options.glossaries or (terms.shipped(),)), *((own,) if own.is_dir() else ()), *options.more_glossaries)


def _inputs(path: str, options: Options) -> Iterator[Path]:
    """Every file that is read from; a memory beside the text also when it is not asked this time."""
    if path != "-":
        yield Path(path)
        beside = Path(path).with_suffix(".tmx")
        yield from (beside,) if beside.is_file() else ()
    yield from options.memories
    yield store.memory_file()
    for folder in glossary_paths(options):
        yield from files(folder)


def _asks_memory(options: Options) -> bool:
    return options.engine in (Engine.AUTO, Engine.MEMORY) or bool(options.memories)


def _remembered(path: str, options: Options) -> Iterator[Remembered]:
    """Every pair, the weakest claim first: the reader's own corrections come last and win, whatever is asked."""
    beside = (Path(path).with_suffix(".tmx"),) if path != "-" and _asks_memory(options) else ()
    given: Sequence[Path] = (*(p for p in beside if p.is_file() and str(p) != path), *options.memories)
    own = store.memory_file()
    memories = (*given, *((own,) if own.is_file() else ()))
    if memories:
        from reader.formats import tmx
    for file in memories:
        for pair in tmx.read(formats.data_of(file, MemoryFileError), file.name):
            if file == own and not (pair.corrected or _asks_memory(options)):
                continue
            origin = Origin.HUMAN if pair.corrected else Origin.MEMORY if pair.human else Origin.ENGINE
            yield Remembered(pair.source, pair.target, origin, file.name)


class _Engine(NamedTuple):
    """The engine that is asked; none without a package."""

    source: Source | None = None
    name: str = ""
    """With whom it is owed to."""
    hint: str = ""
    notices: tuple[str, ...] = ()
    troubles: Callable[[], tuple[str, ...]] = tuple


def _engine(options: Options, glossary: terms.Glossary, language: str) -> _Engine:
    from reader.translate import packages

    notices: tuple[str, ...] = ()
    if options.package is not None:
        chosen = packages.opened(options.package, store.cache_folder() / "packages")
    else:
        here = packages.found()
        notices = here.notices
        if not here.packages:
            if options.engine is Engine.ARGOS:
                raise PackageError("No Norwegian–English package is installed.", hint=INSTALL_HINT)
            return _Engine(hint=NO_PACKAGE, notices=notices)
        chosen = here.packages[0]
    from reader.translate.argos import Argos, Decoding
    from reader.translate.cache import Cache

    decoding = Decoding(beam=options.beam or Decoding().beam, threads=options.threads)
    cache = Cache(store.cache_folder()) if options.cache else None
    credit = f" ({chosen.attribution})" if chosen.attribution else ""
    engine: Source = (argos := Argos(chosen, decoding, cache))
    if options.enforce:
        from reader.translate.enforcing import Enforced

        engine = Enforced(argos, glossary, cache, language)
    return _Engine(engine, chosen.name + credit, "", notices, (lambda: cache.notices) if cache else tuple)


INSTALL_HINT = "`reader packages install` fetches the official one once; after that no network is needed."

NO_PACKAGE = (
    "No translation package is installed, so sentences without a memory are glossed word by word. "
    "`reader packages install` downloads the official one once and shows its size; reading stays offline."
)

NO_MEMORY = "There is no memory to ask: no .tmx beside the text, none given with --memory, and no correction of yours."

__all__ = ["Engine", "Opened", "Options", "glossary_paths", "loaded", "opened"]
