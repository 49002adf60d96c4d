"""How the data files of the reader were made; nothing here is imported at run time."""
