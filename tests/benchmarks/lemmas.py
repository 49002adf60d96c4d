"""Lemmas in context against Universal Dependencies: python tests/benchmarks/lemmas.py FILE.conllu [--errors]

Gold tokens are given, punctuation is not counted, case is ignored; accuracy by gold word class and over all.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from reader.text import lemmas_in
from reader.text.tokenizer import Token, TokenKind

KINDS: dict[str, TokenKind] = {"PUNCT": "punct", "NUM": "number"}


def kind(form: str, pos: str) -> TokenKind:
    """As the tokenizer would say: a numeral in letters is a word."""
    return KINDS.get(pos, "word") if pos == "PUNCT" or form[0].isdigit() else "word"


def main(path: Path, *, errors: bool) -> None:
    """Print the figures, then with `errors` what went wrong most often."""
    language = "nn" if "nynorsk" in path.name else "nb"
    right, total, wrong = Counter[str](), Counter[str](), Counter[str]()
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        tokens, at = [], 0
        for row in rows:
            tokens.append(Token(at, at + len(row[1]), row[1], kind(row[1], row[3])))
            at += len(row[1]) + 1
        for row, analysis in zip(rows, lemmas_in(tokens, language), strict=True):
            if row[3] == "PUNCT":
                continue
            correct = analysis.lemma.lower() == row[2].lower()
            for name in (row[3], "all"):
                total[name] += 1
                right[name] += correct
            if not correct:
                wrong[f"{row[1]}: {row[2]} ({row[3]}), ours {analysis.lemma} ({analysis.pos})"] += 1
    for name, count in total.most_common():
        print(f"{name:6} {right[name] / count:.4f}  of {count}")
    for line, count in wrong.most_common(60 if errors else 0):
        print(count, line)


if __name__ == "__main__":
    main(Path(sys.argv[1]), errors="--errors" in sys.argv)
