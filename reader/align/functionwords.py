"""Small words and what they become in English: pronouns, determiners, prepositions, conjunctions, auxiliaries.

A line is: Norwegian forms (Bokmål, then Nynorsk) = English forms, the usual ones first. Grammar decides among them by
place, so the lists are generous. After Holmes & Enger 2018, "Norwegian: A Comprehensive Grammar".
"""

from __future__ import annotations

from functools import cache

_TABLE = """
jeg eg = i
meg = me myself
du = you
deg = you yourself
han = he it
ham han = him it
hun ho = she it
henne ho = her it
den = it that
det = it that there this so
de dei = they those
dem dei = them those they themselves
vi me = we
oss = us ourselves we
dere de dykk = you your yourself yourselves
man = you one people they
seg = himself herself itself themselves oneself yourself
selv sjølv selve sjølve = himself herself itself themselves myself yourself ourselves self even
hverandre hverandres kvarandre = other another
min mi mitt mine = my mine
din di ditt dine = your yours
sin si sitt sine = his her its their your my our one's
hans = his
hennes hennar = her hers its
deres deira dykkar = their theirs your yours
dens dets = its
vår vårt våre = our ours
en ei et ein eit = a an one
én ett éi eitt = one
denne dette disse desse = this these that those
slik slikt slike = such this like that so
noen noe nokon noko nokre = some any something anything someone anyone somebody anybody few what
ingen ingenting intet ikkje inga = no none nobody nothing neither any one not
alle all alt = all every everyone everything everybody
hver hvert kvar kvart = each every one everyone
begge = both
mange = many lot lots
mye mykje = much lot plenty heavy
mer meir = more
mest = most mostly
flere fleire = more several
flest fleste = most
få færre = few fewer
annen annet andre anna = other another second else different
samme same = same
egen eget egne eigen eiga eige eigne = own
som = who which that as like whom what than
at = that
å = to
og = and both
eller = or nor
men = but
for = for to of because by too at
fordi = because
så = so then that such as
hvis dersom viss = if
om = about if on of in whether that for by this
da = when then as since
når = when as once
mens medan = while whereas as
før = before until ago
etter = after for by according following from
etterpå = afterwards after
siden sidan = since ago page because
enn = than but
enten anten = either whether
verken hverken korkje = neither
både = both
ikke ikkje = not no don't never
aldri = never ever
på = on at in of to for by over
i = in at on of into for to during by
til = to for of until by at into till
av = of by from off in out
med = with by of in at on to and
fra frå = from of out off since
ved = at by near of with beside on in
hos = with at by from among
mot = against towards toward to of for
mellom = between among
under = under during below beneath
over = over above across about more past of
gjennom = through during by
uten utan = without
langs = along
rundt = around about round
innen = within by
inntil = until up next
bak = behind
foran = front before ahead
blant = among
gjennom = through of
utenfor utanfor = outside off
innenfor = within inside
ifølge = according
inkludert = including
unntatt = except
opp oppe = up
ned nede = down
ut ute = out
inn inne = in into inside
fram frem = forward forth out
bort borte = away gone
igjen = again back left
tilbake = back return
hjem hjemme heim heime = home
av = off
på = on
her = here
der = there where which
dit = there
hit = here
hva kva = what how
hvem kven = who whom
hvor kor = where how
hvordan korleis = how
hvorfor kvifor = why
hvilken hvilket hvilke = which what
hvorvidt = whether
nå no = now
også òg = also too as
bare berre = only just
jo = the you after
jo desto = the
er = is are am be been was have
var = was were been be had is
være vere vera = be been being stay is are
vært vore = been was
har = has have had
hadde = had have would
ha = have has had having
hatt = had
blir vert = is will become be are becomes get gets becoming
ble vart blei = was were became got been be remained become
bli verte = be become get remain been
blitt = become been got gone
skal = will shall should is are to going must
skulle = should would going was were to will
vil = will want wants would like
ville = would wanted will want
kan = can may could able might
kunne = could can able might
kunnet = been could
må = must have has need needs may
måtte = had must have might
bør burde = should ought
får = get gets may can will receive receives allowed
fikk = got received was were had managed allowed given
la lar lot = let lets leave
finnes fins = is are exist exists
gjør gjer gjorde = does do did make makes
ja = yes
nei = no
nok = enough probably
vel = well
jo = after
visst = certainly
ennå enno = yet still
allerede = already
fortsatt = still
kanskje = maybe perhaps
heller = rather either neither instead
ganske = quite rather
veldig = very
svært = very highly
altfor = too
nesten = almost nearly
omtrent = about approximately around roughly
cirka ca = about approximately approx circa around
bl.a = including among
f.eks = e.g example
osv = etc
mv mm m.m = etc
kl klokka klokken = o'clock at
nr = no number nos
jf = cf
dvs = i.e
"""


def listed(words: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(words.split())


ARTICLES = frozenset({"the", "a", "an"})
BE = frozenset({"be", "is", "are", "am", "was", "were", "been", "being"})
HAVE = frozenset({"have", "has", "had", "having"})
DO = frozenset({"do", "does", "did"})
WILL = frozenset({"will", "would", "shall"})
POSSESSIVES = frozenset({"my", "your", "his", "her", "its", "our", "their"})
AUXILIARIES = BE | HAVE | DO | WILL
AUXILIARY_FORMS = listed("er var være vært blir ble bli blitt blei vart vert har hadde ha hatt skal skulle vil ville")
"""Norwegian auxiliaries, which English may do without."""

_CONTRACTED = {"'ll": "will", "'re": "are", "'ve": "have", "'d": "would", "'m": "am"}
_IS = listed("it he she that what who there here how where when this everything")
"""Words whose 's is "is" or "has", not a genitive."""
_SPECIAL = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
}


def uncontracted(word: str) -> tuple[str, ...]:
    """The words inside a folded English word: "don't" → do, not; "it's" → it, is; any other is returned alone."""
    if "'" not in word:
        return _SPECIAL.get(word, (word,))
    if word in _SPECIAL:
        return _SPECIAL[word]
    if word.endswith("n't"):
        return (word[:-3], "not")
    for ending, full in _CONTRACTED.items():
        if word.endswith(ending):
            return (word[: -len(ending)], full)
    if word.endswith("'s"):
        return (word[:-2], "is") if word[:-2] in _IS else (word[:-2],)
    return (word.rstrip("'"),)


@cache
def table() -> dict[str, dict[str, float]]:
    """Folded Norwegian form → English form → weight: 1.0 for the usual one, a little less for each further one."""
    found: dict[str, dict[str, float]] = {}
    for line in _TABLE.strip().splitlines():
        forms, _, english = line.partition(" = ")
        for form in forms.split():
            row = found.setdefault(form, {})
            for rank, word in enumerate(english.split()):
                row[word] = max(row.get(word, 0.0), 1.0 - 0.05 * rank)
    return found


@cache
def english() -> frozenset[str]:
    """English words that carry grammar rather than content."""
    own = ARTICLES | BE | HAVE | DO | WILL | POSSESSIVES | {"to", "not", "of", "being"}
    return own | {word for row in table().values() for word in row if word not in _CONTENT}


_CONTENT = listed(
    "people lot lots plenty heavy different page after front ahead return home including except receive receives "
    "allowed managed given number nos example following gone going like want wants wanted need needs make makes exist "
    "exists well certainly probably remained rather quite approximately roughly nearly almost enough left stay leave "
    "self"
)
"""Words of the table that carry content when they stand elsewhere."""
