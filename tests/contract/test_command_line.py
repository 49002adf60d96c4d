"""Manners of the command line: stdout is data, stderr is messages, and bad input is one line and an exit code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader import terms

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "seeds" / "article.txt"


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder after the shipped glossary was compiled: three seconds that not every test has to spend."""
    folder = tmp_path_factory.mktemp("compiled")
    terms.load([terms.shipped()], folder)
    return folder


@pytest.fixture
def home(tmp_path: Path, compiled: Path) -> dict[str, str]:
    """An environment in which nothing of the machine's user is seen."""
    home = tmp_path / "home"
    shutil.copytree(compiled, home / ".cache" / "norwegian-reader")
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "LANG")}
    return {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def reader(home: dict[str, str], *words: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *map(str, words)], input=stdin, capture_output=True, env=home, check=False,
        timeout=60,
    )  # fmt: skip


def test_reading_into_a_pipe_prints_both_columns(home: dict[str, str]) -> None:
    done = reader(home, ARTICLE)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert any("Invitert til Moskva" in line and "Invited to Moscow" in line for line in lines)
    assert "\x1b" not in done.stdout.decode()


def test_colour_is_there_when_asked_for(home: dict[str, str]) -> None:
    assert b"\x1b[4;33m" in reader(home, "print", ARTICLE, "--color", "always").stdout


def test_standard_input_is_a_dash(home: dict[str, str]) -> None:
    done = reader(home, "print", "-", "--engine", "gloss", stdin=b"Hun har sunn fornuft.")
    assert done.returncode == 0
    assert "common sense" in done.stdout.decode()


def test_a_web_page_is_read_from_a_pipe(home: dict[str, str]) -> None:
    page = b"<!DOCTYPE html><html><nav>Meny</nav><h1>Nytt</h1><p>Hun har <b>sunn</b>\n fornuft.</p><script>x</script></html>"
    done = reader(home, "print", "-", "--engine", "gloss", stdin=page)
    assert done.returncode == 0
    lines = [line.partition("│")[0].strip() for line in done.stdout.decode().splitlines()]
    assert lines == ["Nytt", "", "Hun har sunn fornuft."]
    assert "common sense" in done.stdout.decode()


def test_stray_control_characters_are_shown_and_nothing_is_lost(home: dict[str, str], tiny_package: Path) -> None:
    given = "Hei,\0 jeg kommer\x1b[31m fra Norge."
    done = reader(home, "export", "-", "-o", "-", "--package", tiny_package, stdin=given.encode())
    unit = json.loads(done.stdout)
    assert (done.returncode, unit["source"], unit["origin"]) == (0, given, "engine")
    shown = reader(home, "print", "-", "--package", tiny_package, stdin=given.encode()).stdout
    assert "Hei,␀ jeg kommer␛[31m fra Norge." in shown.decode()
    assert b"\0" not in shown
    assert b"\x1b" not in shown


def test_exporting_to_a_dash_is_json_lines(home: dict[str, str]) -> None:
    done = reader(home, "export", ARTICLE, "-o", "-")
    units = [json.loads(line) for line in done.stdout.splitlines()]
    whole = ARTICLE.read_text(encoding="utf-8")
    assert all(whole[unit["start"] : unit["end"]] == unit["source"] for unit in units)
    assert "".join("".join(unit["source"].split()) for unit in units) == "".join(whole.split())
    assert {unit["origin"] for unit in units} == {"memory"}


def test_the_narrowest_and_the_widest(home: dict[str, str]) -> None:
    for width in (20, 300):
        assert reader(home, "print", ARTICLE, "--width", str(width)).returncode == 0


TMX = (
    '<tmx version="1.4"><header/><body><tu><tuv xml:lang="nb"><seg>Det går bra.</seg></tuv>'
    '<tuv xml:lang="en"><seg>It goes well.</seg></tuv></tu></body></tmx>'
)
FILES: dict[str, bytes] = {
    "empty.txt": b"", "blank.txt": b" \n\n\t", "binary.txt": bytes(range(256)) * 8,
    "broken.yaml": b"entries:\n  - nb: [unclosed\n", "list.yaml": b"- a\n- b\n", "nogloss.yaml": b"entries:\n  - nb: hus\n",
    "broken.tmx": b"<tmx><body><tu>", "other.tmx": b"<html/>", "good.txt": "Det går bra.".encode(),
    "page.txt": b"<!doctype html><title>x</title><script>1</script>", "paper.txt": b"%PDF-1.4\nHei", "letter.doc": b"{\\rtf1 Hei}",
    "good.tmx": TMX.encode(), "package.argosmodel": b"no zip", "closed.txt": b"Hei.",
}  # fmt: skip


def bad_inputs(folder: Path) -> dict[str, tuple[list[str | Path], str, int]]:
    """Name → (arguments, what the one line must say, exit code)."""
    good = folder / "good.txt"
    return {
        "missing file": (["print", folder / "nowhere.txt"], "does not exist", 2),
        "folder": (["print", folder], "is a folder", 2),
        "empty file": (["print", folder / "empty.txt"], "is empty", 2),
        "blank file": (["print", folder / "blank.txt"], "is empty", 2),
        "binary file": (["print", folder / "binary.txt"], "is not a text file", 2),
        "empty page": (["print", folder / "page.txt"], "is a web page without text", 2),
        "PDF": (["print", folder / "paper.txt"], "is a PDF", 2),
        "RTF": (["print", folder / "letter.doc"], "is an RTF document", 2),
        "a file without end": (["print", "/dev/zero"], "is larger than", 2),
        "a glossary without end": (["print", good, "--glossary", "/dev/zero"], "is no glossary", 2),
        "unknown export suffix": (["export", good, "-o", folder / "a.xyz"], "unknown export format '.xyz'", 2),
        "export into a missing folder": (["export", good, "-o", folder / "no" / "a.md"], "cannot be written", 1),
        "export over the text": (["export", good, "-o", good], "is being read from", 2),
        "export over a link to it": (["export", good, "-o", folder / "a.md", "-o", folder / "hard.txt"], "hard.txt is", 2),
        "export over its memory": (["export", good, "-o", folder / "good.tmx", "--engine", "gloss"], "good.tmx is", 2),
        "export over a given memory": (
            ["export", folder / "hard.txt", "-o", folder / "good.tmx", "--memory", folder / "good.tmx"], "good.tmx is", 2,
        ),
        "export twice to one file": (
            ["export", good, "-o", folder / "a.md", "-o", folder / ".." / folder.name / "a.md"], "is named twice", 2,
        ),
        "broken glossary": (["print", good, "--glossary", folder / "broken.yaml"], "broken.yaml:", 2),
        "glossary that is a list": (["print", good, "--glossary", folder / "list.yaml"], "list.yaml:", 2),
        "entry without a gloss": (["print", good, "--glossary", folder / "nogloss.yaml"], "nogloss.yaml:2", 2),
        "missing glossary": (["print", good, "--glossary", folder / "no.yaml"], "no.yaml", 2),
        "broken memory": (["print", good, "--memory", folder / "broken.tmx"], "broken.tmx:1:", 2),
        "memory that is no TMX": (["print", good, "--memory", folder / "other.tmx"], "is not a TMX file", 2),
        "missing memory": (["print", good, "--memory", folder / "no.tmx"], "does not exist", 2),
        "broken package": (["print", good, "--package", folder / "package.argosmodel"], "package.argosmodel", 2),
        "no package": (["print", good, "--engine", "argos"], "reader packages install", 2),
        "unknown option": (["print", good, "--colour", "red"], "reader", 2),
        "no width": (["print", good, "--width", "wide"], "'wide' is no width", 2),
        "escape sequence in a name": (["print", folder / "\x1b[31m.txt"], "does not exist", 2),
        **({} if os.geteuid() == 0 else {"unreadable file": (["print", folder / "closed.txt"], "cannot be read", 2)}),
    }  # fmt: skip


@pytest.mark.parametrize("name", bad_inputs(Path()))
def test_bad_input_is_one_line(name: str, home: dict[str, str], tmp_path: Path) -> None:
    for file, data in FILES.items():
        (tmp_path / file).write_bytes(data)
    (tmp_path / "closed.txt").chmod(0)
    (tmp_path / "hard.txt").hardlink_to(tmp_path / "good.txt")
    words, message, code = bad_inputs(tmp_path)[name]
    done = reader(home, *words)
    errors = done.stderr.decode()
    assert done.returncode == code, errors
    assert message in errors
    assert len(errors.splitlines()) == 1, errors
    assert "Traceback" not in errors
    assert "\x1b" not in errors
    there = {path.name for path in tmp_path.iterdir() if path.is_file()}
    assert there == {*FILES, "hard.txt"}
    assert {name: (tmp_path / name).read_bytes() for name in FILES if name != "closed.txt"}.items() <= FILES.items()


def test_what_is_written_over_is_said_to_be_replaced(home: dict[str, str], tmp_path: Path) -> None:
    told = [reader(home, "export", ARTICLE, "-o", tmp_path / "a.md").stderr.decode().split()[0] for _ in range(2)]
    assert told == ["wrote", "replaced"]


def test_your_own_words_are_read_with_any_glossary_but_exported_only_with_yours(
    home: dict[str, str], tmp_path: Path
) -> None:
    given, out = tmp_path / "ord.yaml", tmp_path / "ut.tsv"
    given.write_text("ord: word\n", "utf-8")
    assert reader(home, "glossary", "add", "ufattelig", "beyond belief").returncode == 0
    text = b"Et ufattelig ord."
    printed = reader(home, "print", "-", "--engine", "gloss", "--glossary", given, stdin=text).stdout.decode()
    assert "beyond belief word" in printed
    assert reader(home, "glossary", "export", out, "--glossary", given).returncode == 0
    assert [line.split("\t")[0] for line in out.read_text("utf-8").splitlines()] == ["ord"]


def test_what_can_be_written_is_written_when_the_rest_fails(home: dict[str, str], tmp_path: Path) -> None:
    done = reader(home, "export", ARTICLE, "-o", tmp_path / "no" / "a.md", "-o", tmp_path / "a.html")
    assert done.returncode == 1
    assert (tmp_path / "a.html").stat().st_size > 1000


def test_a_pipe_that_closes_early_is_no_error(home: dict[str, str]) -> None:
    command = f"{sys.executable} -m reader print {ARTICLE} --width 30 | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, env=home, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("words", ["--help", "print good.txt", "export good.txt -o -", "packages path", "glossary add --help"])
@pytest.mark.parametrize(("where", "why"), [("> /dev/full", "No space left on device"), (">&-", "it is closed")])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_output_that_takes_nothing_is_one_line(
    home: dict[str, str], tmp_path: Path, words: str, where: str, why: str, unbuffered: str
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    (tmp_path / "good.txt").write_text("Det går bra.", "utf-8")
    (tmp_path / "g.yaml").write_text("bra: well\n", "utf-8")
    more = " --glossary g.yaml" if "good" in words else ""
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m reader {words}{more} {where}"], capture_output=True, check=False,
        env={**home, "PYTHONUNBUFFERED": unbuffered}, cwd=tmp_path,
    )  # fmt: skip
    said = f"reader: standard output cannot be written: {why}. Send it elsewhere.\n"
    assert (done.returncode, done.stderr.decode()) == (1, said)
    assert (tmp_path / "g.yaml").read_text("utf-8") == "bra: well\n"


def test_other_streams_that_are_closed_do_no_harm(home: dict[str, str]) -> None:
    for closed, code in (("<&-", 2), ("2>&-", 0), ("2> /dev/full", 0)):
        text = "-" if closed == "<&-" else ARTICLE
        command = f"{sys.executable} -m reader print {text} {closed}"
        done = subprocess.run(["bash", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, env=home, check=False)
        assert (done.returncode, b"Traceback" in done.stderr, bool(done.stdout)) == (code, False, code == 0)


@pytest.mark.parametrize(("words", "said"), [
    (["print", "a", "b"], "reader: Unrecognized arguments: b; one text at a time. See `reader print --help`.\n"),
    (["glossary", "check", "--x"], "reader: Unrecognized arguments: --x. See `reader glossary check --help`.\n"),
])  # fmt: skip
def test_the_help_that_is_named_is_the_verbs_own(home: dict[str, str], words: list[str], said: str) -> None:
    assert reader(home, *words).stderr.decode() == said


def test_help_is_light(home: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "reader", "--help"], capture_output=True, env=home, check=True
    )
    imported = {line.split("|")[-1].strip().split(".")[0] for line in done.stderr.decode().splitlines()}
    assert not imported & {"textual", "rich", "ctranslate2", "argostranslate", "sentencepiece", "yaml", "jinja2"}
    assert done.stdout.startswith(b"usage: reader FILE")


@pytest.mark.parametrize("verb", ["print", "export"])
def test_a_broken_cache_is_told_of_and_costs_nothing(home: dict[str, str], tiny_package: Path, verb: str) -> None:
    cache = Path(home["HOME"]) / ".cache" / "norwegian-reader" / "translations.sqlite"
    cache.write_bytes(b"no database" * 100)
    words = ["-o", "-"] if verb == "export" else []
    given: list[str | Path] = [verb, "-", "--package", tiny_package, *words]
    first = reader(home, *given, stdin=b"Hei, jeg kommer fra Norge.")
    assert (first.returncode, b"from Norway" in first.stdout) == (0, True)
    assert b"was broken; it is now translations.broken" in first.stderr
    assert reader(home, *given, stdin=b"Hei, jeg kommer fra Norge.").stderr == b""


def test_a_broken_file_of_ones_own_glossary_stops_nobody(home: dict[str, str]) -> None:
    folder = Path(home["HOME"]) / ".config" / "norwegian-reader" / "glossary"
    folder.mkdir(parents=True)
    (folder / "own.yaml").write_text("entries:\n\t- nb: bil\n", "utf-8")
    (folder / "more.yaml").write_text("fornuft: my own word\n", "utf-8")
    done = reader(home, "print", "-", "--engine", "gloss", stdin=b"Fornuft.")
    assert (done.returncode, b"My own word" in done.stdout) == (0, True)
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith(f"{folder / 'own.yaml'}:2: not YAML: ")
    assert "the file is left out" in line
    assert reader(home, "print", "-", "--add-glossary", folder / "own.yaml", stdin=b"Fornuft.").returncode == 2


def test_a_memory_that_there_is_not_is_told_of(home: dict[str, str]) -> None:
    done = reader(home, "print", "-", "--engine", "memory", "--glossary", os.devnull, stdin=b"Fornuft.")
    assert (done.returncode, done.stderr.decode().splitlines()[:1]) == (0, [
        "There is no memory to ask: no .tmx beside the text, none given with --memory, and no correction of yours."
    ])  # fmt: skip


def test_a_package_that_cannot_be_read_is_told_of(home: dict[str, str]) -> None:
    stray = Path(home["HOME"]) / ".local" / "share" / "argos-translate" / "packages" / "translate-nb_en-9_9"
    stray.mkdir(parents=True)
    (stray / "metadata.json").write_text('{"from_code": "nb", "to_code": "en"')
    done = reader(home, "print", "-", stdin=b"Hun har sunn fornuft.")
    assert (done.returncode, b"common sense" in done.stdout) == (0, True)
    assert b"Passed over" in done.stderr
