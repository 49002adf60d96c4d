"""How an embedded nb→en package is trained: python -m reader.recipes.training --help

    data ─ pieces ─▶ ids ─▶ train ─▶ checkpoint ─ convert ─▶ .argosmodel ─ evaluate ─▶ scores for its model card
                      stages: en→nb, back-translation, nb→en, fine-tuning

README.md beside this file says how it was meant to be run, on what, and what has not been done yet. Needs the optional
extra `train`; `checkpoint`, `card`, `convert` and `evaluate` do without torch. Nothing here is imported at run time.
"""
