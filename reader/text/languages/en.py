"""English: abbreviations and sentence openers."""

from __future__ import annotations

INSIDE = """
dr mr mrs ms messrs prof rev fr hon gen col lt capt cmdr sgt maj adm gov sen rep pres sr.dr st mt ft e.g i.e cf viz vs approx
ca al incl excl dept univ assn bros.and est fig figs eq eqs ed eds trans vol vols no nos ch chap sec pp p para
gens cols sens reps govs hr mme mlle msgr supt asst insp det const ph.d.in u.k.-based
"""
BEFORE_NUMBER = """
no nos fig figs vol vols p pp ch chap sec art para jan feb mar apr jun jul aug sep sept oct nov dec
"""
CLOSING = """
etc jr sr inc ltd co corp bros a.m p.m u.s u.k u.s.a u.n e.u b.c a.d b.c.e c.e ph.d m.d b.a m.a ave blvd rd d.c
"""
MONTHS = ""
STARTERS = """
i you he she it we they the a an this that these those there here then now so but and or for if when what who where how
why which as while after before because since even also not perhaps thus therefore however still in on of to from with
by under over between against according no all some many several both his her their my our its is has will can must was
are were did do does had would could should may might one
"""
TITLES = "mr mrs ms messrs dr prof rev hon gen col lt capt cmdr sgt gov sen rep st mt ft e.g i.e cf viz vs"
ORDINALS = False

READINGS = ""
PAIRS = ""
NAMES_IN_S = ""
SUFFIXES = ""
NYNORSK = ""
