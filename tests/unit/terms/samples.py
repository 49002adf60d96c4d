"""A small glossary for tests, so that they do not depend on what the shipped one happens to hold."""

from __future__ import annotations

from functools import cache

from reader.terms import Glossary, schema, yamlfile

GLOSSARY = """\
entries:
  - {nb: sunn fornuft, en: [common sense, good sense], pos: noun}
  - {nb: fornuft, en: [reason, sense], pos: noun}
  - {nb: sunn, en: [healthy, sound], pos: adj, highlight: false}
  - {nb: skryte av, en: [boast about, brag about], pos: verb}
  - {nb: i tillegg til, en: [in addition to, as well as], pos: adp}
  - {nb: i tillegg, en: [in addition, besides], pos: adv}
  - {nb: benytte seg av, en: [make use of, use], pos: verb}
  - {nb: løslatelse, en: release, pos: noun}
  - {nb: utsending, en: [envoy, emissary], pos: noun}
  - {nb: opprettholde kontakten, en: [maintain contact, stay in touch], pos: verb}
  - {nb: ta seg tid, en: [take the time, find time], pos: verb}
  - {nb: fra russisk hold, en: from the Russian side, pos: adv}
  - {nb: Det hvite hus, en: the White House, pos: propn, case: true}
  - {nb: utenriksminister, en: [foreign minister, Secretary of State], pos: noun}
  - {nb: slagord, en: slogan, pos: noun}
  - {nb: kampanje, en: campaign, pos: noun}
  - {nb: bli enig om, en: [agree on, agree to], pos: verb}
  - {nb: finne sted, en: [take place, happen], pos: verb}
  - {nb: ta imot, en: [receive, welcome], pos: verb}
  - {nb: få til, en: [manage, bring about], pos: verb}
  - {nb: legge til, en: add, pos: verb}
  - {nb: legge ned, en: [close down, shut down, close], pos: verb}
  - {nb: peke på, en: point to, pos: verb}
  - {nb: ta … med seg, en: [take something along, bring something along], pos: verb}
  - {nb: sette pris på, en: appreciate, pos: verb}
  - {nb: føle seg, en: feel, pos: verb}
  - {nb: vise seg, en: turn out, pos: verb}
  - {nb: vise, en: show, pos: verb}
  - {nb: være klar over, en: be aware of, pos: verb}
  - {nb: gjøre sitt beste, en: do one's best, pos: verb}
  - {nb: for … siden, en: ago, pos: adv}
  - {nb: både … og, en: both … and, pos: cconj}
  - {nb: i dag, en: today, pos: adv}
  - {nb: sosiale medier, en: social media, pos: noun}
  - {nb: dag, en: day, pos: noun, highlight: false}
  - {nb: forhandling, en: [negotiation, talks], pos: noun}
  - {nb: direktør, en: [director, manager], pos: noun}
  - {nb: NAV, en: NAV, pos: propn, case: true}
  - {nb: gift, en: married, pos: adj}
  - {nb: gift, en: poison, pos: noun}
  - {nb: led, en: joint, pos: noun}
  - {nb: lide, en: suffer, pos: verb}
  - {nb: sky, en: cloud, pos: noun}
  - {nb: berg, en: [mountain, rock], pos: noun}
  - {nb: hus, en: house, pos: noun, highlight: false}
  - {nb: tre, en: tree, pos: noun}
  - {nb: tre, en: three, pos: num, highlight: false}
  - {nb: bok, en: book, pos: noun}
  - {nb: trives, en: [thrive, enjoy oneself], pos: verb}
  - {nb: "17. mai", en: Constitution Day, pos: noun}
  - {nb: mva., en: VAT, pos: noun}
  - {nb: respektive, en: respective, pos: adj}
  - {nb: krise, en: crisis, pos: noun, forms: [krisa]}
  - {nb: gråte, en: [cry, weep], pos: verb, nn: [gråte, grine]}
  - {nb: VG, pos: propn, case: true, translate: never}
  - {nb: fabrikk, en: [factory, plant], pos: noun, forbidden: [fabric]}
  - {nb: "den som tier, samtykker", en: silence gives consent, pos: phrase}
  - {nb: mann, en: man, pos: noun, highlight: false}
  - {nb: begynne, en: [begin, start], pos: verb, highlight: false}
"""


@cache
def glossary() -> Glossary:
    """The glossary of these tests."""
    return Glossary.of(schema.contents(yamlfile.tree(GLOSSARY.encode(), "sample.yaml"), "sample.yaml").entries)
