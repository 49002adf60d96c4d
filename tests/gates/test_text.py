"""Figures on small samples that may rise and never fall; a better one is written into text.json by hand.

segmentation.txt: a paragraph a line, "|" before each sentence but the first. lemmas.txt: a sentence a line, tokens
apart, "form=lemma"; a token without "=" is its own lemma.
"""

from __future__ import annotations

import json
from pathlib import Path

from reader.text import lemmas_in, sentences
from reader.text.tokenizer import Token, TokenKind

HERE = Path(__file__).parent
BEST = json.loads((HERE / "text.json").read_text(encoding="utf-8"))


def lines(name: str) -> list[str]:
    found = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line.strip()]
    assert len(found) >= 20, f"{name} is too small to judge by"
    return found


def kind(form: str) -> TokenKind:
    return "number" if form.isdigit() else "word" if form[0].isalnum() else "punct"


def test_segmentation() -> None:
    right = wanted = cut = 0
    for line in lines("segmentation.txt"):
        text, gold, at = line.replace("|", ""), set[int](), 0
        for sentence in line.split("|")[:-1]:
            at += len(sentence)
            gold.add(at)
        found = {span.end for span in sentences(text)} - {len(text)}
        right, wanted, cut = right + len(gold & found), wanted + len(gold), cut + len(found)
    figure = round(2 * right / (wanted + cut), 4)
    assert figure >= BEST["segmentation"] > 0.9, f"F1 {figure}, best so far {BEST['segmentation']}"


def test_lemmas() -> None:
    right = total = 0
    for line in lines("lemmas.txt"):
        at, tokens, gold = 0, [], []
        for item in line.split():
            form, _, lemma = item.partition("=")
            tokens.append(Token(at, at + len(form), form, kind(form)))
            gold.append(lemma or form.lower())
            at += len(form) + 1
        for token, analysis, lemma in zip(tokens, lemmas_in(tokens), gold, strict=True):
            if token.kind == "word":
                total += 1
                right += analysis.lemma.lower() == lemma
    figure = round(right / total, 4)
    assert figure >= BEST["lemmas"] > 0.9, f"accuracy {figure}, best so far {BEST['lemmas']}"
