"""Nynorsk: abbreviations and sentence openers, beyond those it shares with Bokmål.

Source: Språkrådet's list of common abbreviations ("Vanlege forkortingar"), sorted by hand after what follows them.
"""

from __future__ import annotations

from reader.text.languages import nb

INSIDE = nb.INSIDE + " jamfør jmf mogl ogso rettl t.d "
BEFORE_NUMBER = nb.BEFORE_NUMBER
CLOSING = nb.CLOSING + " o.b o.dl "
MONTHS = nb.MONTHS
STARTERS = nb.STARTERS + """
eg ho dei me de dykk ein eit ei dette desse denne då no men kva kven kor korleis kvifor kva for kvar medan frå
mellom også ikkje kanskje difor likevel ingen nokon nokre mange fleire båe både hans hennar deira vår vårt våre
er har skal vil kan må vart var blir kom slik slike samstundes der her ifølgje heile
"""
TITLES = nb.TITLES
ORDINALS = True

READINGS = """
å å/part/Inf
ikkje ikkje/part
eg eg/pron/Nom
meg eg/pron/Acc
du du/pron/Nom
deg du/pron/Acc
han han/pron/Nom
honom han/pron/Acc
ho ho/pron/Nom
henne ho/pron/Acc
det det/pron/Neut/1 det/det/Neut/3
den den/det//1 den/pron//4
vi vi/pron/Nom
me me/pron/Nom
oss vi/pron/Acc
de de/pron/Nom
dykk de/pron/Acc
dei dei/pron/Plur/1 dei/det/Plur/2
seg seg/pron/Acc
dette dette/pron//1 dette/det//4
denne denne/det
desse desse/det//1 desse/pron//5
kva kva/pron//1 kva/det//5
kven kven/pron
kvarandre kvarandre/pron
min min/pron
mi min/pron
mitt min/pron
mine min/pron
din din/pron
di din/pron
ditt din/pron
dine din/pron
sin sin/pron
si sin/pron
sitt sin/pron
sine sin/pron
vår vår/pron
vårt vår/pron
våre vår/pron
hans hans/pron
hennar hennar/pron
deira deira/pron
noko noko/pron//1 nokon/det/Neut/3
noka nokon/det
nokon nokon/pron//1 nokon/det//3
nokre nokon/det/Plur
ingen ingen/det//1 ingen/pron//2
inga ingen/det
ingenting ingenting/pron
alle all/det/Plur/2 alle/pron/Plur/2
all all/det
alt alt/pron//1 all/det/Neut/3
ein ein/det//1 ein/pron//5
ei ein/det
eit ein/det
eitt ein/det
éin éin/num
annan annan/det
anna annan/det
andre annan/det
eigen eigen/det
eiga eigen/det
eige eigen/det
eigne eigen/det
kvar kvar/det
kvart kvar/det
slik slik/det
slikt slik/det
slike slik/det
sånn sånn/det
sjølv sjølv/det
sjølve sjølve/det
same same/det
begge begge/det
neste neste/det
førre førre/det
mange mange/adj
fleire mange/adj/Cmp
flest mange/adj/Sup
fleste mange/adj/Sup
mykje mykje/adj
meir mykje/adj/Cmp
mest mykje/adj/Sup
små liten/adj/Plur
lita liten/adj
lite liten/adj
litle liten/adj/Def
vesle liten/adj/Def
mindre liten/adj/Cmp
minst liten/adj/Sup
minste liten/adj/Sup
betre god/adj/Cmp
best god/adj/Sup
beste god/adj/Sup
større stor/adj/Cmp
størst stor/adj/Sup
største stor/adj/Sup
eldre gammal/adj/Cmp
eldste gammal/adj/Sup
gamle gammal/adj
gamalt gammal/adj
er vere/verb/Pres
var vere/verb/Past
vore vere/verb/Part.Past
vere vere/verb/Inf
vera vere/verb/Inf
har ha/verb/Pres
hadde ha/verb/Past
ha ha/verb/Inf
hatt ha/verb/Part.Past
skal skulle/verb/Pres
skulle skulle/verb/Past
vil vilje/verb/Pres
ville vilje/verb/Past
vilja vilje/verb/Part.Past
kan kunne/verb/Pres
kunne kunne/verb/Past
kunna kunne/verb/Part.Past
må måtte/verb/Pres
måtte måtte/verb/Past
bør burde/verb/Pres
burde burde/verb/Past
blir bli/verb/Pres
blei bli/verb/Past
bli bli/verb/Inf
blitt bli/verb/Part.Past
vert verte/verb/Pres
vart verte/verb/Past
verta verte/verb/Inf
vorte verte/verb/Part.Past
får få/verb/Pres
fekk få/verb/Past
få få/verb/Inf/1 få/adj//2
fått få/verb/Part.Past
kjem kome/verb/Pres
kom kome/verb/Past
kome kome/verb/Part.Past
komme komme/verb/Inf
gjer gjere/verb/Pres
gjera gjere/verb/Inf
gjere gjere/verb/Inf
gjorde gjere/verb/Past
gjort gjere/verb/Part.Past
seier seie/verb/Pres
seie seie/verb/Inf
seia seie/verb/Inf
sa seie/verb/Past
sagt seie/verb/Part.Past
ser sjå/verb/Pres
sjå sjå/verb/Inf
såg sjå/verb/Past
sett sjå/verb/Part.Past
tek ta/verb/Pres
teke ta/verb/Part.Past
gjeve gje/verb/Part.Past
veit vite/verb/Pres
visste vite/verb/Past
finn finne/verb/Pres
finst finnast/verb/Pres
skriv skrive/verb/Pres
les lese/verb/Pres
held halde/verb/Pres
heldt halde/verb/Past
halde halde/verb/Inf
fell falle/verb/Pres
dreg dra/verb/Pres
gjekk gå/verb/Past
gjekk gå/verb/Past
stod stå/verb/Past
let la/verb/Pres
ser sjå/verb/Pres
trur tru/verb/Pres
spør spørje/verb/Pres
vel velje/verb/Pres/2 vel/adv//2
set setje/verb/Pres
spurde spørje/verb/Past
brørne bror/noun/Def.Plur
garden gard/noun/Def.Sing
skriven skrive/verb/Part.Past
funnen finne/verb/Part.Past
teken ta/verb/Part.Past
driven drive/verb/Part.Past
gjeven gje/verb/Part.Past
vunnen vinne/verb/Part.Past
sette setje/verb/Past
lèt la/verb/Pres
bind binde/verb/Pres
bryt bryte/verb/Pres
driv drive/verb/Pres
drikk drikke/verb/Pres
et ete/verb/Pres
skin skine/verb/Pres
syng synge/verb/Pres
treng trenge/verb/Pres
treff treffe/verb/Pres
vinn vinne/verb/Pres
så så/adv//1 så/cconj//5
for for/adp//0 for/cconj//6
som som/sconj//1 som/adp//5
at at/sconj
om om/adp//1 om/sconj//3
når når/sconj
då då/sconj//2 då/adv//2
da da/sconj//2 da/adv//2
der der/adv//2 der/sconj//3
før før/adp//1 før/sconj//2
etter etter/adp
enn enn/adp
til til/adp
frå frå/adp
i i/adp
på på/adp
av av/adp
med med/adp
ved ved/adp
mot mot/adp
over over/adp
under under/adp
mellom mellom/adp
blant blant/adp
utan utan/adp
gjennom gjennom/adp
rundt rundt/adp
hos hos/adp
inn inn/adp
ut ut/adp
opp opp/adp
ned ned/adp
att att/adp
og og/cconj
men men/cconj
eller eller/cconj
både både/cconj
anten anten/cconj
korkje korkje/cconj
fordi fordi/sconj
viss viss/sconj
dersom dersom/sconj
medan medan/sconj
sidan sidan/sconj//1 sidan/adp//1 side/noun/Def.Sing/6
to to/num
tre tre/num
fire fire/num
fem fem/num
seks seks/num
sju sju/num
åtte åtte/num
ni ni/num
ti ti/num
einaste einaste/num
hundre hundre/num
ja ja/intj
nei nei/intj
no no/adv
også også/adv
òg òg/adv
berre berre/adv
her her/adv
kor kor/adv
korleis korleis/adv
kvifor kvifor/adv
heim heim/adv
gjeld gjelde/verb/Pres/1 gjeld/noun/Ind.Sing/4
gav gje/verb/Past
gjev gje/verb/Pres
gje gje/verb/Inf
ligg liggje/verb/Pres
låg liggje/verb/Past
legg leggje/verb/Pres
la leggje/verb/Past/3 la/verb/Inf/2
lagt leggje/verb/Part.Past
sit sitje/verb/Pres
set setje/verb/Pres
sette setje/verb/Past
sett sjå/verb/Part.Past/2 setje/verb/Part.Past/2
fortel fortelje/verb/Pres
fortalde fortelje/verb/Past
tel telje/verb/Pres
vel velje/verb/Pres/2 vel/adv//1
valde velje/verb/Past
sel selje/verb/Pres
selde selje/verb/Past
skil skilje/verb/Pres
krev krevje/verb/Pres
kravde krevje/verb/Past
inneber innebere/verb/Pres
ber bere/verb/Pres
utgjer utgjere/verb/Pres
koma kome/verb/Inf
kome kome/verb/Inf
fann finne/verb/Past
funne finne/verb/Part.Past
heiter heite/verb/Pres
heitte heite/verb/Past
taka take/verb/Inf
låt la/verb/Pres
lét la/verb/Past
lèt la/verb/Pres
gler gle/verb/Pres
døydde døy/verb/Past
høyrt høyre/verb/Part.Past
høyrde høyre/verb/Past
høyrer høyre/verb/Pres
kjende kjenne/verb/Past/1 kjend/adj//1
tenkte tenkje/verb/Past
tenkt tenkje/verb/Part.Past
tenkjer tenkje/verb/Pres
vekkjer vekkje/verb/Pres
søkjer søkje/verb/Pres
synest synast/verb/Pres
synst synast/verb/Pres
fanst finnast/verb/Past
bygd byggje/verb/Part.Past/2 bygd/noun/Ind.Sing/2
byggjer byggje/verb/Pres
liknar likne/verb/Pres
står stå/verb/Pres
stod stå/verb/Past
går gå/verb/Pres
gått gå/verb/Part.Past
skreiv skrive/verb/Past
skrive skrive/verb/Inf
fekk få/verb/Past
heldt halde/verb/Past
fall falle/verb/Past
drog dra/verb/Past
blei bli/verb/Past
sprang springe/verb/Past
vann vinne/verb/Past/2 vatn/noun//6
vatn vatn/noun
bilete bilete/noun
biletet bilete/noun/Def.Sing
tenester teneste/noun/Ind.Plur
tenestene teneste/noun/Def.Plur
oppgåver oppgåve/noun/Ind.Plur
oppgåvene oppgåve/noun/Def.Plur
kjensler kjensle/noun/Ind.Plur
kyrkja kyrkje/noun/Def.Sing
skulen skule/noun/Def.Sing
skular skule/noun/Ind.Plur
skulane skule/noun/Def.Plur
talet tal/noun/Def.Sing
veka veke/noun/Def.Sing
veker veke/noun/Ind.Plur
viktigaste viktig/adj/Sup
høgst høg/adj/Sup
langt lang/adj
fremst fremre/adj/Sup
vidare vid/adj/Cmp
verkelege verkeleg/adj
unge ung/adj
hele heil/adj
heile heil/adj
heilt heil/adj
elles elles/adv
difor difor/adv
innanfor innanfor/adp
utanfor utanfor/adp
ovanfor ovanfor/adp
nedanfor nedanfor/adp
overfor overfor/adp
framfor framfor/adp
år år/noun
folk folk/noun
menn mann/noun/Ind.Plur
menneske menneske/noun
bøker bok/noun/Ind.Plur
bøkene bok/noun/Def.Plur
"""
"""As in `nb`; the lemmas follow Universal Dependencies of Nynorsk."""
PAIRS = """
i går går/noun
i fjor fjor/noun
"""
NAMES_IN_S = nb.NAMES_IN_S
SUFFIXES = """
ingane ing noun Def.Plur
ingar ing noun Ind.Plur
inga ing noun Def.Sing
ingen ing noun Def.Sing
heitene heit noun Def.Plur
heiter heit noun Ind.Plur
heita heit noun Def.Sing
leikane leik noun Def.Plur
sjonane sjon noun Def.Plur
sjonar sjon noun Ind.Plur
sjonen sjon noun Def.Sing
arane ar noun Def.Plur
arar ar noun Ind.Plur
aren ar noun Def.Sing
erane er noun Def.Plur
istane ist noun Def.Plur
istar ist noun Ind.Plur
isten ist noun Def.Sing
ismen isme noun Def.Sing
kjer kje verb Pres
gjer gje verb Pres
nde nde adj
iteten itet noun Def.Sing
skapen skap noun Def.Sing
lege leg adj
legare leg adj Cmp
legast leg adj Sup
legaste leg adj Sup
ige ig adj
iske isk adj
ske sk adj
same sam adj
ande ande adj
erer ere verb Pres
erte ere verb Past
ert ere verb Part.Past
erar ere verb Pres
era ere verb Inf
kjer kje verb Pres
gjer gje verb Pres
ane 0 noun Def.Plur
one e noun Def.Plur
ene 0 noun Def.Plur
or e noun Ind.Plur
ar 0 noun Ind.Plur
er 0 noun Ind.Plur
en 0 noun Def.Sing
et 0 noun Def.Sing
a e verb Inf
"""
NYNORSK = """
ane ene noun
ar er noun
ar er verb
ar e verb
a e verb
ast es verb
lege lige adj
legare ligere adj
legaste ligste adj
leg lig adj
heit het noun
heita heten noun
heiter heter noun
ande ende adj
are ere adj
aste este adj
i et noun
te et verb
"""
"""How Nynorsk endings answer to those of the Bokmål lexicon: an ending, its Bokmål counterpart, and the word class
in which it does. A form found that way proves the stem; the Nynorsk lemma keeps the Nynorsk spelling of the stem."""
