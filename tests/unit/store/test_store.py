"""What is kept on the disk: whole or not at all, and never thrown away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import terms
from reader.errors import GlossaryError, MemoryFileError, OutputError, StoreError
from reader.formats import tmx
from reader.model import Entry
from reader.store import (
    cards,
    config_folder,
    corrections,
    data_folder,
    memory_file,
    ownterms,
    settings,
    texts,
    vocabulary,
)


def test_words_are_only_ever_added_to_and_the_last_line_wins() -> None:
    for lemma, familiarity in (("bok", "learning"), ("år", "known"), ("bok", "known"), ("år", "new")):
        vocabulary.say(lemma, familiarity)
    assert vocabulary.words() == {"bok": "known", "år": "new"}
    assert len(vocabulary.file().read_text("utf-8").splitlines()) == 4


def test_a_torn_line_costs_nothing_but_itself() -> None:
    vocabulary.say("bok", "known")
    with vocabulary.file().open("ab") as file:
        file.write(b'{"lemma": "h\xc3')
    vocabulary.say("sol", "known")
    assert vocabulary.words() == {"bok": "known", "sol": "known"}


def test_a_text_is_found_by_its_path_and_after_a_move_by_its_characters() -> None:
    print_ = texts.fingerprint("Hei.")
    texts.keep(texts.TextRecord("/a/hei.txt", "Hei", print_, offset=3, notes={3: "husk"}, marks={"a": 1}))
    assert texts.record("/a/hei.txt", print_).offset == 3
    moved = texts.record("/b/annet.txt", print_)
    assert (moved.path, moved.offset, moved.notes, moved.marks) == ("/b/annet.txt", 3, {3: "husk"}, {"a": 1})
    assert texts.record("/c.txt", "other").offset == 0


@pytest.mark.parametrize(
    ("text", "offset", "quote", "expected"),
    [
        ("aaa bbb ccc", 4, "bbb", 4),
        ("new aaa bbb ccc", 4, "bbb", 8),  # the text grew before it
        ("bbb aaa bbb", 7, "bbb", 8),  # the nearer of two
        ("nothing left", 4, "bbb", 4),
    ],
)
def test_where_a_text_opens_after_it_was_edited(text: str, offset: int, quote: str, expected: int) -> None:
    assert texts.where(texts.TextRecord("x", offset=offset, quote=quote), text) == expected


def test_a_broken_record_is_set_aside() -> None:
    texts.keep(texts.TextRecord("/a.txt"))
    (file,) = (data_folder() / "texts").glob("*.json")
    file.write_text("{broken", "utf-8")
    assert texts.record("/a.txt", "").offset == 0
    assert file.with_name(f"{file.name}.broken").read_text("utf-8") == "{broken"


def test_corrections_are_a_memory_others_can_read() -> None:
    corrections.keep("Hei & hå <du>", "Hi & ho", "nb")
    corrections.keep("Ha det.", "Bye.", "nb")
    corrections.keep("Ha det.", "Goodbye.", "nb")
    pairs = tmx.read(memory_file().read_bytes(), "own")
    assert [(p.source, p.target, p.corrected) for p in pairs] == [
        ("Hei & hå <du>", "Hi & ho", True), ("Ha det.", "Goodbye.", True),
    ]  # fmt: skip
    corrections.keep("Hei & hå <du>", "", "nb")
    corrections.keep("Ha det.", "", "nb")
    assert not memory_file().exists()


def test_a_memory_that_cannot_be_read_is_not_written_over() -> None:
    memory_file().parent.mkdir(parents=True)
    memory_file().write_text("not xml", "utf-8")
    with pytest.raises(MemoryFileError):
        corrections.keep("Hei.", "Hi.", "nb")
    assert memory_file().read_text("utf-8") == "not xml"


def test_own_terms_replace_only_their_own_line() -> None:
    assert ownterms.keep(Entry("på vei", ("on the way",))) == (b"", ownterms.content())
    path = config_folder() / "glossary" / ownterms.FILE
    path.write_text(path.read_text("utf-8") + "# my remark\n", "utf-8")
    ownterms.keep(Entry("nei", ("no",)))
    ownterms.keep(Entry("på vei", ("underway",)))
    found = terms.load([path])
    assert "# my remark" in path.read_text("utf-8")
    assert {entry.lemma: entry.renderings for entry in found.entries} == {"på vei": ("underway",), "nei": ("no",)}
    with pytest.raises(GlossaryError):
        ownterms.keep(Entry(" ", ("x",)))


def test_own_terms_go_back_unless_somebody_else_wrote() -> None:
    first = ownterms.keep(Entry("nei", ("no",)))
    second = ownterms.keep(Entry("ja", ("yes",)))
    ownterms.restore(*second)
    assert ownterms.content() == first[1]
    ownterms.restore(*second)  # once is enough
    ownterms.file().write_bytes(first[1] + b"# mine\n")
    with pytest.raises(StoreError, match="left as it is"):
        ownterms.restore(*first)
    ownterms.file().write_bytes(first[1])
    ownterms.restore(*first)
    assert not ownterms.file().exists()


def test_words_keep_the_sentence_they_were_met_in() -> None:
    vocabulary.say("fornuft", "learning", "Ingen vet hva fornuften sier.", "Nobody knows what reason says.")
    vocabulary.say("fornuft", "known")
    assert vocabulary.said()["fornuft"] == ("known", "Ingen vet hva fornuften sier.", "Nobody knows what reason says.")
    assert vocabulary.words() == {"fornuft": "known"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "ord.csv",
            'lemma,gloss,sentence,english,familiarity,tags\nmøte,meeting,"Et ""møte"", ja.",A meeting.,known,a b\n',
        ),
        (
            "ord.tsv",
            'lemma\tgloss\tsentence\tenglish\tfamiliarity\ttags\n'
            'møte\tmeeting\t"Et ""møte"", ja."\tA meeting.\tknown\ta b\n',
        ),
        (
            "ord.txt",
            "#separator:tab\n#html:false\n#columns:lemma\tgloss\tsentence\tenglish\tfamiliarity\ttags\n"
            '#tags column:6\nmøte\tmeeting\t"Et ""møte"", ja."\tA meeting.\tknown\ta b\n',
        ),
    ],
)
def test_words_as_a_list(name: str, expected: str) -> None:
    card = cards.Card("møte", "meeting", 'Et "møte",\nja.', "A meeting.", "known", "a b")
    assert cards.written([card], Path(name)).decode() == expected


def test_words_are_not_saved_as_anything_else() -> None:
    with pytest.raises(OutputError, match=r"\.csv"):
        cards.written([], Path("ord.docx"))


def test_settings_are_remembered_and_overruled_by_the_file() -> None:
    settings.keep(settings.Settings(colours="light", measure=60))
    assert settings.settings() == settings.Settings(colours="light", measure=60)
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "settings.toml").write_text('colours = "contrast"\nmouse = false\n', "utf-8")
    assert settings.settings() == settings.Settings(colours="contrast", measure=60, mouse=False)


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("settings.toml", "colour = 1", "there is no setting 'colour'"),
        ("settings.toml", "measure = 'wide'", "must be like 76"),
        ("settings.toml", "= =", "settings.toml"),
        ("keys.toml", 'fly = "f"', "there is no command 'fly'"),
        ("keys.toml", "search = 3", "needs a key"),
    ],
)
def test_a_mistake_in_a_file_is_told_in_one_line(file: str, content: str, said: str) -> None:
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / file).write_text(content, "utf-8")
    with pytest.raises(StoreError, match=said):
        settings.settings() if file.startswith("s") else settings.keymap({"search": ("/",)})


def test_keys_of_ones_own() -> None:
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "keys.toml").write_text('search = ["s", "/"]\nquit = "x"\n', "utf-8")
    assert settings.keymap({"search": ("/",), "quit": ("q",)}) == {"search": ("s", "/"), "quit": ("x",)}


def test_a_closed_folder_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    closed = tmp_path / "file"
    closed.write_text("", "utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(closed))
    with pytest.raises(StoreError, match="cannot be written"):
        vocabulary.say("bok", "known")
    with pytest.raises(StoreError, match="cannot be written"):
        texts.keep(texts.TextRecord("/a.txt"))


def test_records_are_json() -> None:
    texts.keep(texts.TextRecord("/ø.txt", "Ø"))
    (file,) = (data_folder() / "texts").glob("*.json")
    assert json.loads(file.read_text("utf-8"))["title"] == "Ø"
