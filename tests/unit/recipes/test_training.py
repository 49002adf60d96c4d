"""The recipe from sentence pairs to a package, at a size that a CPU trains in seconds."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from reader.errors import InputError  # noqa: E402 - the recipe needs torch
from reader.recipes.training import checkpoint, convert, data, decode, heads, model, stages  # noqa: E402
from reader.recipes.training import train as training  # noqa: E402
from reader.recipes.training.checkpoint import Checkpoint, Shape  # noqa: E402
from reader.recipes.training.train import Course, Direction  # noqa: E402

WHO = {
    "Hun": "She",
    "Han": "He",
    "Ola": "Ola",
    "Læreren": "The teacher",
    "Naboen": "The neighbour",
    "Jenta": "The girl",
}
DOES = {"kjøpte": "bought", "så": "saw", "fant": "found", "mistet": "lost", "malte": "painted"}
WHAT = {"en bok": "a book", "et hus": "a house", "en båt": "a boat", "brødet": "the bread", "nøkkelen": "the key"}
WHEN = {"i går": "yesterday", "i fjor": "last year", "på søndag": "on Sunday"}


def pairs() -> Iterator[tuple[str, str]]:
    """450 sentences with their English."""
    for who, does, what, when in product(WHO, DOES, WHAT, WHEN):
        yield f"{who} {does} {what} {when}.", f"{WHO[who]} {DOES[does]} {WHAT[what]} {WHEN[when]}."


torch.set_num_threads(1)  # parts this small wait for each other longer than they compute
TINY = {"width": 64, "heads": 4, "inner": 128, "encoder": 2, "decoder": 2}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Groups, English sentences and pieces."""
    made = tmp_path_factory.mktemp("training")
    rows = list(pairs())
    np.random.default_rng(1).shuffle(rows)
    with lzma.open(made / "news.tsv.xz", "wt", encoding="utf-8") as packed:
        packed.writelines(f"{nb}\t{en}\n" for nb, en in rows[:400])
    (made / "words.tsv").write_text("".join(f"{nb}\t{en}\n" for nb, en in WHAT.items()), encoding="utf-8")
    (made / "mono.en").write_text("".join(f"{en}\n" for _, en in rows[400:425]), encoding="utf-8")
    data.train_pieces((text for pair in rows for text in pair), made / "joint.model", 420)
    return made


@pytest.fixture(scope="module")
def pieces(folder: Path) -> data.Pieces:
    return data.Pieces(folder / "joint.model")


@pytest.fixture(scope="module")
def corpus(folder: Path, pieces: data.Pieces) -> data.Corpus:
    files = {"news": folder / "news.tsv.xz", "words": folder / "words.tsv"}
    return data.corpus(files, pieces, folder / "ids")


@pytest.fixture(scope="module")
def trained(corpus: data.Corpus, pieces: data.Pieces) -> Checkpoint:
    """A model that has nearly learnt the little language."""
    torch.manual_seed(1)
    made = model.Transformer(Shape(len(pieces), **TINY), dropout=0.0)
    course = Course(3600, tokens=1200, rate=5e-3, warmup=20, decay=0.98, steps=130)
    done = training.train(made, corpus, Direction.NB_EN, {"news": 1, "words": 1}, course, say=lambda _: None)
    assert done.steps == 130
    assert done.last_loss < 0.6 * done.first_loss
    return Checkpoint(made.shape, model.arrays(done.weights))


def random_model(vocabulary: int) -> Checkpoint:
    """No training, but every weight other than its start, so that no two parts can be mistaken for each other."""
    torch.manual_seed(3)
    made = model.Transformer(Shape(vocabulary, **TINY))
    weights = {name: weight + 0.2 * torch.randn_like(weight) for name, weight in made.state_dict().items()}
    for name, weight in weights.items():
        weight *= 4 if name.endswith("out.weight") else 1  # otherwise each piece predicts itself
    return Checkpoint(made.shape, model.arrays(weights))


def in_ctranslate2(held: Checkpoint, pieces: data.Pieces, sources: list[list[int]], folder: Path) -> list[list[int]]:
    """Greedy float32 decoding of at most 30 pieces."""
    import ctranslate2

    convert.model(held, pieces, folder, "float32")
    translator = ctranslate2.Translator(str(folder), device="cpu", compute_type="float32", intra_threads=1)
    names = pieces.vocabulary()
    number = {name: place for place, name in enumerate(names)}
    inputs = [[names[place] for place in source[:-1]] for source in sources]  # it adds </s> itself
    results = translator.translate_batch(inputs, beam_size=1, max_decoding_length=30)
    return [[number[name] for name in result.hypotheses[0]] for result in results]


@pytest.mark.parametrize("kind", ["random", "trained"])
def test_the_converted_model_says_the_same(kind: str, trained: Checkpoint, pieces: data.Pieces, tmp_path: Path) -> None:
    held = random_model(len(pieces)) if kind == "random" else trained
    texts = [*WHAT, *(nb for nb, _ in list(pairs())[::40]), "Ja."]
    sources = [[*ids, data.EOS] for ids in pieces.ids(texts)]
    ours = decode.generated(model.loaded(held), sources, most=30)
    assert len({tuple(own) for own in ours}) > 5
    assert in_ctranslate2(held, pieces, sources, tmp_path / "model") == ours


def test_every_piece_is_as_likely_as_in_training(pieces: data.Pieces, tmp_path: Path) -> None:
    import ctranslate2

    held, names = random_model(len(pieces)), pieces.vocabulary()
    both = [pieces.ids(pair) for pair in list(pairs())[::60]]
    convert.model(held, pieces, tmp_path, "float32")
    translator = ctranslate2.Translator(str(tmp_path), compute_type="float32", intra_threads=1)
    source, target = ([[names[number] for number in pair[side]] for pair in both] for side in (0, 1))
    scores = translator.score_batch(source, target)
    ours = model.loaded(held).eval()
    for (nb, en), score in zip(both, scores, strict=True):
        with torch.inference_mode():
            logits = ours.logits(ours(torch.tensor([[*nb, data.EOS]]), torch.tensor([[data.BOS, *en]])))[0]
        wanted = torch.tensor([[*en, data.EOS]]).T
        assert np.allclose(score.log_probs, logits.log_softmax(-1).gather(1, wanted)[:, 0], atol=1e-4)


def test_choosing_heads_changes_only_what_is_aligned(trained: Checkpoint, pieces: data.Pieces, tmp_path: Path) -> None:
    import ctranslate2

    text = "Læreren mistet nøkkelen i går."
    ids = pieces.ids([text])[0]
    names = pieces.vocabulary()
    said: list[list[str]] = []
    looks = []
    for chosen in (None, convert.Alignment(0, (2,)), convert.Alignment(0, (3, 1))):
        folder = tmp_path / str(len(said))
        convert.model(trained, pieces, folder, "float32", chosen)
        (result,) = ctranslate2.Translator(str(folder), intra_threads=1).translate_batch(
            [[names[number] for number in ids]], beam_size=1, return_attention=True
        )
        said.append(result.hypotheses[0])
        looks.append(np.array(result.attention[0])[: len(said[0])])
    assert said[0] == said[1] == said[2]
    target = [data.BOS, *(names.index(name) for name in said[0][:-1])]
    with torch.inference_mode():
        ours = model.loaded(trained).eval().looks(torch.tensor([[*ids, data.EOS]]), torch.tensor([target]))[0, 0]
    assert np.allclose(looks[1], ours[2][:, : looks[1].shape[1]], atol=1e-4)
    assert np.allclose(looks[2], ours[[1, 3]].mean(0)[:, : looks[2].shape[1]], atol=1e-4)


def test_decoding_with_a_past_and_without_padding_says_the_same(trained: Checkpoint, pieces: data.Pieces) -> None:
    held = model.loaded(trained)
    texts = ["Hun så båten.", "Naboen malte et hus på søndag.", "nøkkelen"]
    sources = [[*ids, data.EOS] for ids in pieces.ids(texts)]
    together = decode.generated(held, sources, most=12)
    assert together == [decode.generated(held, [source], most=12)[0] for source in sources]
    for source, target in zip(sources, together, strict=True):
        with torch.inference_mode():
            hidden = held(torch.tensor([source]), torch.tensor([[data.BOS, *target]]))
            assert held.logits(hidden)[0].argmax(-1).tolist()[: len(target)] == target


def test_a_package_for_the_reader(trained: Checkpoint, folder: Path, tmp_path: Path) -> None:
    """Checkpoint → file → int8 → .argosmodel → the reader's own engine; what it learnt is still there."""
    from reader.model import Kind, Span
    from reader.translate import packages
    from reader.translate.argos import Argos
    from reader.translate.protocol import Segment

    checkpoint.save(tmp_path / "tiny.npz", trained)
    release = convert.Release("0.1", alignment=convert.Alignment(1, (2, 0)))
    made = convert.package(tmp_path / "tiny.npz", folder / "joint.model", tmp_path / "tiny.argosmodel", release)
    again = convert.package(tmp_path / "tiny.npz", folder / "joint.model", tmp_path / "again.argosmodel", release)
    assert made.read_bytes() == again.read_bytes()
    package = packages.opened(made, tmp_path / "unpacked")
    assert (package.from_code, package.to_code, package.version) == ("nb", "en", "0.1")
    assert package.alignment is not None
    assert (package.alignment.layer, package.alignment.heads) == (1, 2)
    assert "not decided" in package.attribution
    learnt = list(pairs())[::30]
    segments = [Segment(nb, Span(0, len(nb)), Kind.BODY, number, 0) for number, (nb, _) in enumerate(learnt)]
    drafts = Argos(package).translate(segments)
    right = sum(draft.target == en for draft, (_, en) in zip(drafts, learnt, strict=True))
    assert right >= 0.8 * len(learnt), [draft.target for draft in drafts]


def test_all_stages_and_nothing_twice(folder: Path, pieces: data.Pieces, tmp_path: Path) -> None:
    plan = stages.Plan(
        folder, folder / "joint.model", tmp_path / "work", minutes=1, shape=Shape(len(pieces), **TINY),
        course=Course(0, tokens=1200, steps=6),
    )  # fmt: skip
    said: list[str] = []
    last = stages.run(plan, said.append)
    made = checkpoint.load(last).made
    assert made["stage"] == "tune"
    assert [before["stage"] for before in made["before"]] == ["nb-en"]
    assert made["groups"] == {"news": {"pairs": 400, "weight": 3}}
    assert any("of 25 sentences there are" in line for line in said)
    assert not list((tmp_path / "work").glob("*.state"))
    said.clear()
    assert stages.run(plan, said.append) == last
    assert len(said) == len(stages.Stage)
    further = replace(plan, work=tmp_path / "further", stages=(stages.Stage.NB_EN,), init=last)
    assert [b["stage"] for b in checkpoint.load(stages.run(further, said.append)).made["before"]] == ["nb-en", "tune"]


@pytest.mark.parametrize(
    ("nb", "en", "kept"),
    [
        ("Hun så et hus.", "She saw a house.", True),
        ("Oslo", "Oslo", True),
        ("Side 3 ........ 12", "Page 3 ........ 12", True),
        ("", "She saw a house.", False),
        ("She saw a house.", "She saw a house.", False),
        ("stolstolstolstolstol", "He fell off the chair.", False),
        ("en og en og to og en og en og to og en og to", "one and one and two and so on until a hundred", False),
        ("Ja, det synes jeg også at vi skal gjøre nå.", "Yes.", False),
    ],
)
def test_a_machines_norwegian_is_looked_at_first(nb: str, en: str, kept: bool) -> None:
    assert stages.useful(nb, en) is kept


def test_a_killed_training_goes_on(corpus: data.Corpus, pieces: data.Pieces, tmp_path: Path) -> None:
    course = Course(3600, tokens=1500, steps=6)
    state = tmp_path / "nb-en.state"
    run = training._Run(model.Transformer(Shape(len(pieces), **TINY)), course)
    run.step(corpus.nb, corpus.en, np.arange(8))
    run.keep(state)
    said: list[str] = []
    fresh = model.Transformer(Shape(len(pieces), **TINY))
    done = training.train(fresh, corpus, Direction.NB_EN, {"news": 1}, course, state, said.append)
    assert done.steps == 6
    assert said[0].startswith("going on after 1 steps")


def test_the_heads_that_say_what_renders_what(trained: Checkpoint, pieces: data.Pieces, tmp_path: Path) -> None:
    gold = tmp_path / "links.gold"
    gold.write_text(
        "# a comment\n\n# dev made\nHun så et hus i går.\nShe saw a house yesterday.\n0-0 1-1 2-2 3-3 4?4 5-4\n\n"
        "# test made\nHan så.\nHe saw.\n0-0 1-1\n",
        encoding="utf-8",
    )
    (pair,) = heads.read(gold)
    assert (3, 3) in pair.sure
    assert pair.possible - pair.sure == {(4, 4)}
    found = heads.ranked(trained, pieces, [pair])
    assert len({choice for choice in found if len(choice.heads) == 1}) == TINY["decoder"] * TINY["heads"]
    assert 0 <= found[0].error <= found[-1].error <= 1


def test_a_model_of_other_pieces_is_refused(pieces: data.Pieces, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="pieces"):
        convert.model(random_model(len(pieces) + 1), pieces, tmp_path)
    with pytest.raises(InputError, match="layer 7"):
        convert.model(random_model(len(pieces)), pieces, tmp_path, alignment=convert.Alignment(7, (0,)))


def test_the_rate_rises_and_falls_by_the_clock() -> None:
    course = Course(100, rate=1.0, warmup=1000)
    assert training.rate(0, 0.0, course) == pytest.approx(0.001)
    assert training.rate(5, 0.1, course) == pytest.approx(0.977, abs=0.002)  # a slow machine: the warm-up ends
    assert training.rate(5000, 1.0, course) == pytest.approx(training.LOWEST)


def test_scores_carry_their_signatures() -> None:
    pytest.importorskip("sacrebleu")
    from reader.recipes.training.evaluate import scored

    score = scored(["She bought a book yesterday."], ["She bought a book yesterday."])
    assert score["bleu"] == pytest.approx(100)
    assert "tok:13a" in score["bleu_signature"]
    assert "nc:6" in score["chrf_signature"]
    assert json.loads(json.dumps(score)) == score
