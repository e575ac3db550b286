import type { Catalogue } from '../catalogue.ts'

/** How figures come about: what formulas say, what is taken for granted, and where it ends. */
export const methods: Catalogue = {
  'method.title': { en: 'Formula, assumptions, limits and sources', nl: 'Formule, aannamen, grenzen en bronnen' },
  'method.column.aspect': { en: 'kind', nl: 'soort' },
  'method.column.says': { en: 'what it says', nl: 'wat het zegt' },
  'method.aspect.formula': { en: 'Formula', nl: 'Formule' },
  'method.aspect.assumed': { en: 'Taken for granted', nl: 'Aangenomen' },
  'method.aspect.limit': { en: 'Where it ends', nl: 'Waar het ophoudt' },
  'method.aspect.source': { en: 'Source', nl: 'Bron' },

  'method.loss.mean': {
    en: 'The average year: the mean of the losses of all simulated years.',
    nl: 'Het gemiddelde jaar: het gemiddelde van de verliezen van alle gesimuleerde jaren.',
  },
  'method.loss.year': {
    en: 'A year costs what its outages cost, by function f. Outages u of one function that overlap or touch count as one. To that comes what an event costs at once, a: a dearer contract, data that others got to read.',
    nl: 'Een jaar kost wat zijn storingen kosten, per functie f. Storingen u van één functie die samenvallen of aansluiten tellen als één. Daar komt bij wat een gebeurtenis in één keer kost, a: een duurder contract, gegevens die anderen konden lezen.',
  },
  'method.loss.end': {
    en: 'An outage lasts from the end of its grace until the thing is back (1), an alternative has taken over (2), or somebody has left it (3): each drawn for itself, and the first one counts.',
    nl: 'Een storing duurt van het einde van de respijttijd tot het ding terug is (1), een alternatief heeft overgenomen (2), of men ervan weg is (3): elk apart getrokken, en het eerste telt.',
  },
  'method.loss.curve': {
    en: 'An outage of h hours costs the sum of its parts k: a weight w (with what work by hand carries taken off) times the uncertain numbers x of that part (people, share, rate) times the hours that fall into it; no more than the stated most, M.',
    nl: 'Een storing van h uren kost de som van haar delen k: een gewicht w (min wat handwerk draagt) maal de onzekere getallen x van dat deel (mensen, aandeel, tarief) maal de uren die erin vallen; niet meer dan het vastgelegde hoogste bedrag, M.',
  },
  'method.loss.tail': {
    en: 'What one year of every 1/(1 − p) costs at least, and what the worst 1 − p of the years, in number, cost on average.',
    nl: 'Wat van elke 1/(1 − p) jaren er één minstens kost, en wat het slechtste deel 1 − p van de jaren, naar aantal, gemiddeld kost.',
  },
  'method.loss.share': {
    en: 'What each cause has in the worst years: the mean of its part in them, where w is 1 for a year beyond the bar and what is left for the one at it. The parts add up to the whole.',
    nl: 'Wat elke oorzaak in de slechtste jaren heeft: het gemiddelde van haar deel daarin, waarbij w 1 is voor een jaar voorbij de grens en wat overblijft voor het jaar erop. De delen zijn samen het geheel.',
  },
  'method.loss.error': {
    en: 'The standard error of the mean. Rates, chances and costs are drawn once for 32 years, so that n counts blocks of 1,024 years and not years; for each part of the whole, 32 batches of them.',
    nl: 'De standaardfout van het gemiddelde. Frequenties, kansen en kosten worden eens per 32 jaren getrokken; n telt dus blokken van 1.024 jaren en geen jaren, en voor elk deel van het geheel 32 bundels daarvan.',
  },
  'method.loss.poisson': {
    en: 'Events of one source come independently of each other (Poisson), and bad years of a group hit all of it (gamma). Where few events were counted, the rate lies where a gamma of shape events + ½ has it.',
    nl: 'Gebeurtenissen van één bron komen onafhankelijk van elkaar (Poisson), en slechte jaren van een groep treffen de hele groep (gamma). Waar weinig is geteld ligt de frequentie waar een gamma met vorm gebeurtenissen + ½ haar heeft.',
  },
  'method.loss.interval': {
    en: 'Every interval holds nine times out of ten: spread by factors (lognormal), as a PERT where a likeliest value is stated, as a metalog where a middle one is.',
    nl: 'Elk interval klopt negen van de tien keer: gespreid naar factoren (lognormaal), als PERT waar een waarschijnlijkste waarde is vastgelegd, als metalog waar een middelste is vastgelegd.',
  },
  'method.loss.prices': {
    en: 'Amounts stay at the price level they were stated in. Nothing is discounted and no currency is converted.',
    nl: 'Bedragen blijven op het prijspeil waarin ze zijn vastgelegd. Niets wordt contant gemaakt en geen munt omgerekend.',
  },
  'method.loss.year-of-event': {
    en: 'A year has 8,766 hours. An outage belongs to the year in which its event began, and counts for five years at most.',
    nl: 'Een jaar heeft 8.766 uren. Een storing hoort bij het jaar waarin haar gebeurtenis begon, en telt hoogstens vijf jaar mee.',
  },
  'method.loss.judged': {
    en: 'How often states and courts act is judged and not measured: see what such scenarios contribute before you lean on the sum.',
    nl: 'Hoe vaak staten en rechters ingrijpen is een oordeel en geen meting: kijk wat zulke scenario’s bijdragen voor u op de som bouwt.',
  },
  'method.loss.far-tail': {
    en: 'Beyond one year in a hundred the figure hangs on the stated most and on how long leaving takes.',
    nl: 'Voorbij één op de honderd jaren hangt het cijfer aan het vastgelegde hoogste bedrag en aan hoe lang vertrekken duurt.',
  },
  'method.loss.pairs': {
    en: 'Of what stops a function only together, pairs of causes are counted; three at once are not.',
    nl: 'Van wat een functie alleen samen stillegt tellen paren van oorzaken; drie tegelijk niet.',
  },
  'method.loss.silent': {
    en: 'What no file shows costs nothing here.',
    nl: 'Wat geen bestand laat zien kost hier niets.',
  },

  'method.cut-sets.smallest': {
    en: 'A set K stops the function f, and with any one of them still standing it does not.',
    nl: 'Een combinatie K legt de functie f stil, en met één ervan nog overeind niet.',
  },
  'method.cut-sets.time': {
    en: 'A thing x that needs m of n alternatives y stops when fewer than m are left, each counted as gone after its grace g: at the k-th. Circles are taken at their least fixed point: nothing stops because of itself.',
    nl: 'Een ding x dat m van n alternatieven y nodig heeft stopt als er minder dan m over zijn, elk weg na zijn respijttijd g: bij het k-de. Kringen krijgen hun kleinste vaste punt: niets stopt om zichzelf.',
  },
  'method.cut-sets.verdict': {
    en: 'A stop counts when it comes within the tolerable time: certain when that holds for every reading of the grace, possible when for some.',
    nl: 'Een stilstand telt als die binnen de toelaatbare tijd komt: zeker als dat bij elke lezing van de respijttijd zo is, mogelijk als het bij één lezing zo is.',
  },
  'method.cut-sets.stated': {
    en: 'Only alternatives that somebody stated count.',
    nl: 'Alleen alternatieven die iemand vastlegde tellen.',
  },
  'method.cut-sets.whole': {
    en: 'What falls away does so as a whole, and at the same moment.',
    nl: 'Wat wegvalt valt helemaal weg, en op hetzelfde moment.',
  },
  'method.cut-sets.order': {
    en: 'Reports show pairs; deltaplan cuts shows larger sets of one level.',
    nl: 'Rapporten tonen paren; deltaplan cuts toont grotere combinaties van één niveau.',
  },
  'method.cut-sets.likely': {
    en: 'The chance in a year that a loss makes a function stand still for longer than it may, in the worst reading: at a frequency λ it reaches the function with a chance r, lasts longer (D) than the limit L and the grace g, and leaving (X, which begins with the notice n) takes longer too. Of shares the mean counts.',
    nl: 'De kans per jaar dat een verlies een functie langer stillegt dan zij mag, in de slechtste lezing: met een frequentie λ raakt het de functie met een kans r, duurt het langer (D) dan de grens L en de respijttijd g, en duurt ook vertrekken (X, dat met de aankondiging n begint) langer. Van aandelen telt het gemiddelde.',
  },
  'method.cut-sets.product': {
    en: 'Of a combination: all of them in one year. Where nobody knows one of the chances, that of the combination is not known.',
    nl: 'Van een combinatie: alle in één jaar. Waar niemand een van de kansen weet, is die van de combinatie onbekend.',
  },
  'method.cut-sets.independent': {
    en: 'Losses count as independent, and two in one year as two at once. What they have in common is a loss of its own: a supplier, owner, law or release behind several.',
    nl: 'Verliezen tellen als onafhankelijk, en twee in één jaar als twee tegelijk. Wat ze gemeen hebben is een eigen verlies: een leverancier, eigenaar, wet of uitgave achter meerdere.',
  },
  'method.cut-sets.effort': {
    en: 'The order of effort is our judgement: test work by hand, keep copies, sign in another way, a second party for support, watch it yourself, an alternative. Each was tried in the failure logic; of alternatives the one that is there soonest goes first.',
    nl: 'De volgorde van moeite is ons oordeel: handwerk testen, kopieën bewaren, anders inloggen, een tweede partij voor ondersteuning, zelf bewaken, een alternatief. Elk is in de faallogica geprobeerd; van alternatieven gaat het snelste voor.',
  },
  'method.cut-sets.chance': {
    en: 'A chance is rather too high: what happens in one year need not happen at once. It counts nothing that nobody knows a number of, and says so.',
    nl: 'Een kans valt eerder te hoog uit: wat in één jaar gebeurt, gebeurt niet vanzelf tegelijk. Wat niemand in een getal weet telt niet mee, en dat staat erbij.',
  },
  'method.cut-sets.take-over': {
    en: 'Among the combinations alternatives take over at once. That none does counts in the chance of a function, as an event of its own.',
    nl: 'Bij de combinaties nemen alternatieven meteen over. Dat geen ervan dat doet telt mee in de kans van een functie, als eigen gebeurtenis.',
  },
  'method.cut-sets.greedy': {
    en: 'Several steps are found one after the other, so a list of them need not be the very cheapest.',
    nl: 'Meerdere stappen zijn na elkaar gevonden, dus een rij ervan is niet per se de allergoedkoopste.',
  },

  'method.failure.time': {
    en: 'A thing x that needs m of n alternatives y stops when fewer than m are left, each counted as gone after its grace g: at the k-th. Circles are taken at their least fixed point: nothing stops because of itself.',
    nl: 'Een ding x dat m van n alternatieven y nodig heeft stopt als er minder dan m over zijn, elk weg na zijn respijttijd g: bij het k-de. Kringen krijgen hun kleinste vaste punt: niets stopt om zichzelf.',
  },
  'method.failure.certain': {
    en: 'Certain: the tolerable time is stated, and the function stops within it even when every grace is as long as it may be.',
    nl: 'Zeker: de toelaatbare tijd is vastgelegd, en de functie stopt daarbinnen ook als elke respijttijd zo lang is als ze kan zijn.',
  },
  'method.failure.possible': {
    en: 'Possible: it stops within it when every grace is as short as it may be, or the tolerable time is not stated.',
    nl: 'Mogelijk: ze stopt daarbinnen als elke respijttijd zo kort is als ze kan zijn, of de toelaatbare tijd is niet vastgelegd.',
  },
  'method.failure.grace': {
    en: 'Where nobody states a grace, that of the phase counts: what is needed to run stops at once, what is needed to build or deploy later.',
    nl: 'Waar niemand een respijttijd vastlegt telt die van de fase: wat nodig is om te draaien stopt meteen, wat nodig is om te bouwen of uit te rollen later.',
  },
  'method.failure.stated': {
    en: 'Only stated redundancy counts; several copies help against the loss of one of them and not against the loss of who makes them.',
    nl: 'Alleen vastgelegde reserve telt; meer kopieën helpen tegen het wegvallen van één ervan en niet tegen het wegvallen van wie ze maakt.',
  },
  'method.failure.by-hand': {
    en: 'Work by hand puts harm off for as long as it was tested to last, and may do so for as long as it is planned to.',
    nl: 'Handwerk stelt schade uit zolang het getest is, en kan dat zolang het gepland is.',
  },
  'method.failure.one-at-a-time': {
    en: 'Nothing else falls away at the same time; what stops a function only together stands under combinations.',
    nl: 'Er valt tegelijk niets anders weg; wat een functie alleen samen stillegt staat bij de combinaties.',
  },
  'method.failure.seen': {
    en: 'None found is not none, unless somebody vouches that everything was shown.',
    nl: 'Geen gevonden is niet hetzelfde als geen, tenzij iemand ervoor instaat dat alles is getoond.',
  },
}
