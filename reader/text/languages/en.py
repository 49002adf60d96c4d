"""English: abbreviations and sentence openers."""

from __future__ import annotations

INSIDE = """
u.s u.k u.s.a u.n e.u d.c jr sr inc ltd co corp bros
dr mr mrs ms messrs prof rev fr hon gen col lt capt cmdr sgt maj adm gov sen rep pres sr.dr st mt ft e.g i.e cf viz
vs approx ca al incl excl dept univ assn bros.and est fig figs eq eqs ed eds trans vol vols no nos ch chap sec pp p
para gens cols sens reps govs hr mme mlle msgr supt asst insp det const ph.d.in u.k.-based
"""
BEFORE_NUMBER = """
no nos fig figs vol vols p pp ch chap sec art para jan feb mar apr jun jul aug sep sept oct nov dec
"""
CLOSING = """
etc a.m p.m b.c a.d b.c.e c.e ph.d m.d b.a m.a ave blvd rd
"""
MONTHS = ""
STARTERS = """
i you he she it we they the a an this that these those there here then now so but and or for if when what who where
how why which as while after before because since even also not perhaps thus therefore however still in on of to
from with by under over between against according no all some many several both his her their my our its is has will
can must was are were did do does had would could should may might one
"""
TITLES = "mr mrs ms messrs dr prof rev hon gen col lt capt cmdr sgt gov sen rep st mt ft e.g i.e cf viz vs"
ORDINALS = False

READINGS = ""
PAIRS = ""
NAMES_IN_S = ""
SUFFIXES = ""
NYNORSK = ""
VERBS = """
be was been
bear bore borne
beat beat beaten
become became become
begin began begun
bend bent bent
bet bet bet
bid bid bid
bind bound bound
bite bit bitten
bleed bled bled
blow blew blown
break broke broken
breed bred bred
bring brought brought
build built built
burn burnt burnt
burst burst burst
buy bought bought
cast cast cast
catch caught caught
choose chose chosen
cling clung clung
come came come
cost cost cost
creep crept crept
cut cut cut
deal dealt dealt
dig dug dug
do did done
draw drew drawn
dream dreamt dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed fed
feel felt felt
fight fought fought
find found found
flee fled fled
fling flung flung
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grind ground ground
grow grew grown
hang hung hung
have had had
hear heard heard
hide hid hidden
hit hit hit
hold held held
hurt hurt hurt
keep kept kept
kneel knelt knelt
know knew known
lay laid laid
lead led led
lean leant leant
leap leapt leapt
learn learnt learnt
leave left left
lend lent lent
let let let
lie lay lain
light lit lit
lose lost lost
make made made
mean meant meant
meet met met
overcome overcame overcome
pay paid paid
put put put
quit quit quit
read read read
ride rode ridden
ring rang rung
rise rose risen
run ran run
say said said
see saw seen
seek sought sought
sell sold sold
send sent sent
set set set
shake shook shaken
shed shed shed
shine shone shone
shoot shot shot
show showed shown
shrink shrank shrunk
shut shut shut
sing sang sung
sink sank sunk
sit sat sat
sleep slept slept
slide slid slid
smell smelt smelt
speak spoke spoken
speed sped sped
spell spelt spelt
spend spent spent
spill spilt spilt
spin spun spun
spit spat spat
split split split
spoil spoilt spoilt
spread spread spread
spring sprang sprung
stand stood stood
steal stole stolen
stick stuck stuck
sting stung stung
stink stank stunk
strike struck struck
strive strove striven
swear swore sworn
sweep swept swept
swim swam swum
swing swung swung
take took taken
teach taught taught
tear tore torn
tell told told
think thought thought
throw threw thrown
thrust thrust thrust
understand understood understood
undertake undertook undertaken
wake woke woken
wear wore worn
weave wove woven
weep wept wept
win won won
wind wound wound
withdraw withdrew withdrawn
withstand withstood withstood
write wrote written
"""
"""Irregular verbs: lemma, past, participle. Regular spellings of the same ("burned") are found by rule too."""
AUXILIARIES = """
am be
is be
are be
were be
being be
'm be
're be
has have
've have
does do
could can
would will
'll will
should shall
might may
won't will
can't can
cannot can
shan't shall
"""
NOUNS = """
man men
woman women
child children
foot feet
tooth teeth
goose geese
mouse mice
louse lice
ox oxen
person people
penny pence
die dice
life lives
wife wives
knife knives
leaf leaves
half halves
wolf wolves
thief thieves
shelf shelves
self selves
calf calves
loaf loaves
sheaf sheaves
elf elves
crisis crises
analysis analyses
basis bases
thesis theses
hypothesis hypotheses
emphasis emphases
oasis oases
axis axes
diagnosis diagnoses
phenomenon phenomena
criterion criteria
medium media
datum data
bacterium bacteria
curriculum curricula
stimulus stimuli
nucleus nuclei
radius radii
fungus fungi
cactus cacti
alumnus alumni
index indices
matrix matrices
potato potatoes
tomato tomatoes
hero heroes
echo echoes
veto vetoes
sheep sheep
fish fish
deer deer
series series
species species
aircraft aircraft
means means
news news
"""
ADJECTIVES = """
good better best
well better best
bad worse worst
ill worse worst
far further furthest
far farther farthest
little less least
much more most
many more most
old older oldest
old elder eldest
"""
SPELLINGS = """
our$ or
ours$ ors
ouring oring
oured ored
ourful orful
ourite orite
ouris oriz
ourabl orabl
ise$ ize
ised$ ized
ises$ izes
ising$ izing
iser$ izer
isation ization
yse$ yze
ysed$ yzed
ysing$ yzing
tre$ ter
tres$ ters
ogue$ og
ogues$ ogs
defence defense
offence offense
licence license
practise practice
travell travel
cancell cancel
labell label
modell model
signall signal
counsell counsel
fulfil$ fulfill
enrolment enrollment
grey gray
programme program
cheque check
tyre tire
jewellery jewelry
ageing aging
judgement judgment
aeroplane airplane
kerb curb
plough plow
sceptic skeptic
manoeuvre maneuver
paediatr pediatr
anaemi anemi
oestr estr
mould mold
moustache mustache
pyjama pajama
storey story
"""
"""British piece of a word ($: at its end), and its American counterpart; both fold to the latter."""
NOT_SPELLINGS = """
our hour four pour tour sour flour your dour scour detour contour devour velour hours fours pours tours yours
contours rise wise arise exercise otherwise likewise promise premise raise praise noise cruise advise devise revise
surprise enterprise compromise advertise supervise improvise disguise franchise despise televise expertise paradise
precise concise demise treatise poise bruise raised praised advised revised surprised promised exercised raises
praises advises rises promises exercises noises surprises rising raising advising surprising promising compromised
compromising compromises advertised advertising advertises wiser riser adviser miser cruiser tre dialogue vogue
rogue
"""
"""Words in which the same letters are no British spelling."""
UNBENT = """
this his its is was has us bus gas yes as thus plus always perhaps news means series species during thing king ring
sing bring spring string wing being evening morning ceiling nothing something anything everything red bed led need
feed seed speed indeed hundred her over under after ever never other another mother father brother sister water
number paper order power letter matter member winter summer answer corner silver minister president best rest test
west east guest forest interest honest request arrest analysis basis crisis thesis less unless across press class
process access success business address congress illness glass grass cross boss loss mass pass
"""
"""Words whose end looks like an inflection and is none: no rule takes it off."""
