"""From blocks to rows of runs, before any medium; and, for print, to lines of a terminal."""
