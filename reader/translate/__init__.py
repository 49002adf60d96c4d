"""Sources of English: memory, engine, gloss. `protocol` says what each promises."""
