"""Bokmål: abbreviations and sentence openers.

Source: Språkrådet's list of common abbreviations ("Vanlige forkortelser"), sorted by hand after what follows them.
"""

from __future__ import annotations

INSIDE = """
adm adr alm ang ank anm anv art avd avg avs bibl bl bl.a b.nr ca cand cand.mag cand.polit cand.philol chr d.d d.e
d.s d.v.s dipl dipl.ing dir disp dr dr.med dr.philos dr.ing dvs ekskl eks ekskl eksp el elektr ev evt f f.eks f.o.m
fig f.n f.t f.v f.v.t ff fhv fmr forf forts fr frk fung fys gen gl gml gnr hhv hr i.e if ifm iflg ibid inkl inst int
istf itj jf jfr jnr jur kand kap kat kgl kl konf kons kopr kst lat ldr m.a m.h.t m.o.t mag.art maks mek mht mhp mill
mlm mr mrd mrs mtp mva n.br nov.red nr nto o obs off ofl omkr oppg oppl opr orig ot.prp innst osb ovf p.g.a p.t pga
perf pl plut ppm pr prep pres prof prop prp pst pt r.d red ref.nr res resp rf rst s.k sign siv siv.ing siv.øk s.nr
sms smn smst sp spes spm sst st st.meld st.prp stip stk str stud stud.med sup suppl s.v t.d t.o.m tekn tel telf temp
tilf tilsv tlf tlg uoff utg v v.a v.d vedk vedr vg vit vm vs ø årg årl
"""
BEFORE_NUMBER = """
nr s kap art bind par pkt para tlf fig tab str avsn ver vers op ca min maks vol utg gnr bnr pnr postb pb opp lp side
punkt kl ons tirs tors tor fre lør søn man jan febr feb mars apr jun jul aug sept sep okt nov des d f
"""
CLOSING = """
osv m.m mm mv m.fl mfl m.v o.a o.l e.l el.l e.a etc o.s.v kr a.s jr sr d.å d.m d.y f.å s.å s.d s.u s.m t.h t.v p.a
a.m p.m e.kr f.kr mill mrd stk pst m.o.h moh kg km cm kvm min sek etg mnd o.fl lign o.lign dl inc ltd corp co bros
usa u.s.a m.a.o p.p.m e.v.t pkt stp
"""
MONTHS = """
januar februar mars april mai juni juli august september oktober november desember
jan feb febr mar apr jun jul aug sept sep okt nov des
"""
STARTERS = """
jeg du han hun det den de vi dere man en et ei dette disse denne her der da nå så men og eller for at om når hvis
hva hvem hvor hvordan hvorfor hvilken hvilke som mens etter før fordi siden selv også ikke kanskje dermed derfor
likevel dessuten i på av til fra med ved under over mellom mot gjennom ifølge ingen alle noen mange flere både
hans hennes deres min mitt mine vår vårt våre er har skal vil kan må ble var blir kom slik slike samtidig samt
"""
TITLES = "dr mr mrs ms prof st chr fr hr frk jf jfr nr kl ca inkl ekskl pr ifm iht mht jnr gnr bnr f.eks bl.a m.a dvs"
ORDINALS = True

READINGS = """
å å/part/Inf
ikke ikke/part
jeg jeg/pron/Nom
meg jeg/pron/Acc
du du/pron/Nom
deg du/pron/Acc
han han/pron/Nom
ham han/pron/Acc
hun hun/pron/Nom
henne hun/pron/Acc
vi vi/pron/Nom
oss vi/pron/Acc
dere dere/pron
de de/pron/Nom/1 de/det/Plur/2
dem de/pron/Acc
seg seg/pron/Acc
man man/pron/Nom
det den/pron/Neut/1 den/det/Neut/3
den den/det/Com/1 den/pron/Com/4
dette dette/pron/Neut/1 dette/det/Neut/5
denne denne/det/Com
disse disse/det/Plur/1 disse/pron/Plur/5
hva hva/pron
hvem hvem/pron
hverandre hverandre/pron
min min/pron
mi min/pron
mitt min/pron
mine min/pron
din din/pron
di din/pron
ditt din/pron
dine din/pron
sin sin/pron
si sin/pron//3 si/verb/Inf/1
sitt sin/pron
sine sin/pron
vår vår/pron//1 vår/noun/Ind.Sing/5
vårt vår/pron
våre vår/pron
hans hans/pron
hennes hennes/pron
deres deres/pron
dens dens/pron
dets dets/pron
noe noe/pron//1 noen/det/Neut/3
noen noen/det/Plur/1 noen/pron/Plur/2
ingen ingen/det//1 ingen/pron//2
ingenting ingenting/pron
intet intet/pron//2 ingen/det/Neut/2
alle all/det/Plur/2 alle/pron/Plur/2
all all/det
alt alt/pron//1 all/det/Neut/3
en en/det//0 en/pron//8
ei en/det
et en/det/Neut
én én/num
ett én/num
ene ene/det//1
eneste eneste/num
andre annen/det
annen annen/det
annet annen/det/Neut
andres annen/det/Gen
egen egen/det
eget egen/det
egne egen/det
hver hver/det
hvert hver/det
hvilken hvilken/det
hvilket hvilken/det
hvilke hvilken/det
slik slik/det//2 slik/adv//1
slikt slik/det
slike slik/det
sånn sånn/adv//1 sånn/det//2
sånne sånn/det
sånt sånn/det
selv selv/det//2 selv/adv//2
sjøl sjøl/det
selve selve/det
samme samme/det
begge begge/det
neste neste/det
forrige forrige/det
enhver enhver/det
ethvert enhver/det
mange mang/adj//9 mange/adj//0
flere mange/adj/Cmp
flest mange/adj/Sup
fleste mange/adj/Sup
mye mye/adj
mer mye/adj/Cmp
mest mye/adj/Sup
få få/verb/Inf/1 få/adj//2
færre få/adj/Cmp
lite lite/adj//1 liten/adj/Neut/2
små liten/adj/Plur
lille liten/adj/Def
mindre liten/adj/Cmp
minst liten/adj/Sup
minste liten/adj/Sup
bedre god/adj/Cmp
best god/adj/Sup
beste god/adj/Sup
større stor/adj/Cmp
størst stor/adj/Sup
eldre gammel/adj/Cmp
eldst gammel/adj/Sup
eldste gammel/adj/Sup
verre ille/adj/Cmp
verst ille/adj/Sup
yngre ung/adj/Cmp
er være/verb/Pres
var være/verb/Past/0 var/adj//14
vært være/verb/Part.Past/0
være være/verb/Inf/0
har ha/verb/Pres
hadde ha/verb/Past
ha ha/verb/Inf
hatt ha/verb/Part.Past/1 hatt/noun/Ind.Sing/5
skal skulle/verb/Pres
skulle skulle/verb/Past
vil ville/verb/Pres
ville ville/verb/Past/0 vill/adj//10
kan kunne/verb/Pres
kunne kunne/verb/Past
må måtte/verb/Pres
måtte måtte/verb/Past
bør burde/verb/Pres
burde burde/verb/Past
blir bli/verb/Pres
ble bli/verb/Past
bli bli/verb/Inf
blitt bli/verb/Part.Past
får få/verb/Pres/0 får/noun/Ind.Sing/12
fikk få/verb/Past
lei lei/adj
visst visst/adv//1 vite/verb/Part.Past/5
skjønt skjønt/sconj//1 skjønn/adj/Neut.Sing/5
anger anger/noun/Ind.Sing
kimen kime/noun/Def.Sing
så så/adv//1 se/verb/Past/5 så/cconj//6 så/sconj//8 så/verb/Inf/16
for for/adp//0 for/cconj//6 for/adv//8 fore/verb/Imp/24
som som/sconj//1 som/adp//5
at at/sconj
om om/adp//1 om/sconj//3
når når/sconj//0 nå/verb/Pres/8
da da/sconj//2 da/adv//2
der der/adv//2 der/sconj//3
før før/adp//1 før/sconj//2
etter etter/adp
enn enn/adp
til til/adp
fra fra/adp
i i/adp
på på/adp
av av/adp
med med/adp
ved ved/adp//0 ved/noun/Ind.Sing/12
mot mot/adp//0 mot/noun/Ind.Sing/9
over over/adp
under under/adp//0 under/noun/Ind.Sing/12
mellom mellom/adp
blant blant/adp
uten uten/adp
gjennom gjennom/adp
rundt rundt/adp//0 rund/adj/Neut/10
hos hos/adp
inn inn/adp
ut ut/adp
opp opp/adp
ned ned/adp
tilbake tilbake/adp
bak bak/adp//0 bak/noun/Ind.Sing/12
foran foran/adp
siden siden/adp//2 siden/sconj//3 side/noun/Def.Sing/5
omkring omkring/adp
langs langs/adp
ifølge ifølge/adp
og og/cconj
men men/cconj
eller eller/cconj
både både/cconj
enten enten/cconj
verken verken/cconj
hverken hverken/cconj
samt samt/cconj
fordi fordi/sconj
hvis hvis/sconj
dersom dersom/sconj
mens mens/sconj
ettersom ettersom/sconj
to to/num
tre tre/num//1 tre/noun/Ind.Sing/5
fire fire/num
fem fem/num
seks seks/num
sju sju/num
syv syv/num
åtte åtte/num
ni ni/num
ti ti/num
elleve elleve/num
tolv tolv/num
hundre hundre/num
tusen tusen/num
ja ja/intj
nei nei/intj
jo jo/adv
nå nå/adv//0 nå/verb/Inf/6
også også/adv
bare bare/adv//0 bar/adj//12
kun kun/adv
her her/adv
hvor hvor/adv
hvordan hvordan/adv
hvorfor hvorfor/adv
ofte ofte/adv
oftere ofte/adv/Cmp
oftest ofte/adv/Sup
gjerne gjerne/adv
heller gjerne/adv/Cmp/3 heller/adv//1
helst gjerne/adv/Sup/3 helst/adv//1
lenge lenge/adv
lenger lenge/adv/Cmp/3 lenger/adv//2
lengre lang/adj/Cmp
lengst lang/adj/Sup/3 lengst/adv//3
lengste lang/adj/Sup
hjem hjem/adv//1 hjem/noun/Ind.Sing/1
bort bort/adv
frem frem/adv
fram fram/adv
mann mann/noun/Ind.Sing
menn mann/noun/Ind.Plur
la la/verb/Inf/1 legge/verb/Past/2 la/verb/Imp/4 la/verb/Past/6
gjort gjøre/verb/Part.Past
litt litt/adj
fortsatt fortsatt/adv//0 fortsette/verb/Part.Past/6
lett lett/adj//0 lete/verb/Part.Past/10
stolt stolt/adj//0 stole/verb/Part.Past/8
lyst lyst/noun/Ind.Sing/0 lys/adj//2 lyse/verb/Part.Past/8
kjent kjent/adj//0 kjenne/verb/Part.Past/2
kjente kjenne/verb/Past/1 kjent/adj//2
opptatt opptatt/adj//0 oppta/verb/Part.Past/2
forbudt forbudt/adj
ansatt ansatt/adj//0 ansette/verb/Part.Past/2
ansatte ansatt/adj//0 ansette/verb/Past/3
ferdig ferdig/adj
nytt ny/adj
fort fort/adv
slags slags/noun
hele hel/adj
helt hel/adj//0 helt/noun/Ind.Sing/6
unge ung/adj//0 unge/noun/Ind.Sing/6
langt lang/adj//0 langt/adv//4
snart snar/adj//0 snart/adv//4
nærmere nær/adj/Cmp
nærmest nær/adj/Sup
nærmeste nær/adj/Sup
største stor/adj/Sup
øverste øvre/adj/Sup
øverst øvre/adj/Sup
fremst fremre/adj/Sup
fremste fremre/adj/Sup
ytterste ytre/adj/Sup
videre vid/adj/Cmp/1 videre/adv//2
lettere lett/adj/Cmp
viktigste viktig/adj/Sup
enkelt enkel/adj
enkelte enkelt/adj
vondt vond/adj
satt sitte/verb/Part.Past/1 sette/verb/Part.Past/2
øya øy/noun/Def.Sing/1 øye/noun/Def.Plur/2
øyne øye/noun/Ind.Plur
øynene øye/noun/Def.Plur
hånda hånd/noun/Def.Sing
hendene hånd/noun/Def.Plur
hender hånd/noun/Ind.Plur/0 hende/verb/Pres/4
føtter fot/noun/Ind.Plur
bøker bok/noun/Ind.Plur
landet land/noun/Def.Sing/0 lande/verb/Past/8
mener mene/verb/Pres
faren far/noun/Def.Sing/0 fare/noun/Def.Sing/3
folk folk/noun/Ind.Plur
barn barn/noun/Ind.Sing/1 barn/noun/Ind.Plur/1
par par/noun/Ind.Sing
brød brød/noun/Ind.Sing/0 brød/noun/Ind.Plur/3 bry/verb/Past/9
g g/noun/Ind
liter liter/noun/Ind
lekker lekker/adj//0 lekke/verb/Pres/4
planet planet/noun/Ind.Sing
form form/noun/Ind.Sing/0 forme/verb/Imp/6
mål mål/noun/Ind.Sing/0 mål/noun/Ind.Plur/1 måle/verb/Imp/8
hellet hell/noun/Def.Sing/0 helle/verb/Past/4 helle/verb/Part.Past/4
rett rett/adj//1 rett/adv//2 rett/noun/Ind.Sing/3 rett/noun/Ind.Plur/7 rette/verb/Imp/9
rør røre/verb/Imp/2 rør/noun/Ind.Sing/2 rør/noun/Ind.Plur/5
visp visp/noun/Ind.Sing/1 vispe/verb/Imp/4
purre purre/noun/Ind.Sing/0 purre/verb/Inf/2
masse masse/noun/Ind.Sing/0 masse/det//2
kort kort/adj//2 kort/adv//2 kort/noun/Ind.Sing/3 kort/noun/Ind.Plur/6 korte/verb/Imp/27
veldig veldig/adv//0 veldig/adj//9
del del/noun/Ind.Sing/0 dele/verb/Imp/8
tid tid/noun/Ind.Sing
ting ting/noun/Ind.Sing/1 ting/noun/Ind.Plur/1
gang gang/noun/Ind.Sing
mål mål/noun/Ind.Sing
bruk bruk/noun/Ind.Sing/1 bruke/verb/Imp/8
"""
"""Forms whose readings are set by hand, likeliest first: lemma/pos/features/weight in half bits; the lemmas follow
Universal Dependencies. They stand before the dictionary, whose other readings of open word classes come after."""

PAIRS = """
i går går/noun
i fjor fjor/noun
i dag dag/noun
ved siden side/noun/Def.Sing
på siden side/noun/Def.Sing
til side side/noun/Ind.Sing
av alle alle/pron
for seg seg/pron/Acc
få lov lov/noun/Ind.Sing
ta del del/noun/Ind.Sing
"""
"""Pairs of words in which the second has a reading that its neighbours would not suggest."""

NAMES_IN_S = """
lars hans jens anders thomas nils jonas mathias mattias markus marcus tobias andreas elias magnus johannes rasmus
lukas lucas niklas nicolas nikolas jakobs kristoffers august.us julius klaus claus lis agnes paris texas wales mars
los.angeles honduras laos kansas arkansas illinois dallas memphis tunis athos adidas rolls netflix reuters twitter.s
pius jesus moses aas ås hals moss hansens tromsøs charles james louis chris dennis iris doris alexis boris denis
angeles vegas buenos aires brussels times news sports games states williams davis harris jones adams hughes stones
beatles rangers windows mercedes levis telenors siemens cornelius aristoteles sokrates hamas marius linus titus
""".replace(".", "")
"""Names that end in -s without a genitive."""

SUFFIXES = """
ighet ighet noun Ind.Sing
løshet løshet noun Ind.Sing
somhet somhet noun Ind.Sing
het het noun Ind.Sing
itet itet noun Ind.Sing
sjon sjon noun Ind.Sing
isme isme noun Ind.Sing
øs øs adj
øst øs adj
øse øs adj
ete ete adj
ingene ing noun Def.Plur
ingenes ing noun Def.Plur.Gen
inger ing noun Ind.Plur
ingen ing noun Def.Sing
ingens ing noun Def.Sing.Gen
inga ing noun Def.Sing
sjonene sjon noun Def.Plur
sjoner sjon noun Ind.Plur
sjonen sjon noun Def.Sing
hetene het noun Def.Plur
heter het noun Ind.Plur
heten het noun Def.Sing
heta het noun Def.Sing
elsene else noun Def.Plur
elser else noun Ind.Plur
elsen else noun Def.Sing
erne er noun Def.Plur
eren er noun Def.Sing
ere er noun Ind.Plur
istene ist noun Def.Plur
ister ist noun Ind.Plur
isten ist noun Def.Sing
ismen isme noun Def.Sing
itetene itet noun Def.Plur
iteter itet noun Ind.Plur
iteten itet noun Def.Sing
ansen anse noun Def.Sing
enser ens noun Ind.Plur
logien logi noun Def.Sing
ien i noun Def.Sing
iene i noun Def.Plur
ier i noun Ind.Plur
umet um noun Def.Sing
eriet eri noun Def.Sing
erier eri noun Ind.Plur
ementet ement noun Def.Sing
ementer ement noun Ind.Plur
skapet skap noun Def.Sing
skapene skap noun Def.Plur
skaper skap noun Ind.Plur
erte ere verb Past
ert ere verb Part.Past
erer ere verb Pres
eres ere verb Inf.Pass
erende ere adj Part.Pres
erende ere adj Part.Pres
lige lig adj
ligere lig adj Cmp
ligst lig adj Sup
ligste lig adj Sup
iske isk adj
ske sk adj
somme som adj
løse løs adj
løst løs adj
bare bar adj
bart bar adj
fulle full adj
fullt full adj
aktige aktig adj
ende ende adj
ede e adj Part.Past
ete e adj Part.Past
ene 0 noun Def.Plur
enes 0 noun Def.Plur.Gen
ens 0 noun Def.Sing.Gen
ets 0 noun Def.Sing.Gen
en 0 noun Def.Sing
et 0 noun Def.Sing
er 0 noun Ind.Plur
ar 0 noun Ind.Plur
"""
"""Endings of words that neither the dictionary nor compounding knows, longest first: ending, what it becomes
(0: nothing), pos, features. At least three letters must stay."""
NYNORSK = ""
