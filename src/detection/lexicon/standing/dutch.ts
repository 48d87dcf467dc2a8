import { combined, type Lexicon, phrases } from '../lexicon';

const things =
  'instructies, instructie, regels, richtlijnen, voorschriften, beperkingen, opdrachten, bevelen, aanwijzingen, principes, beleid, veiligheidsregels, systeeminstructies, protocollen, grenzen, verboden';
/** What is told a model, and is no law of a country. */
const told =
  'instructies, instructie, regels, richtlijnen, opdrachten, bevelen, aanwijzingen, systeeminstructies';
const former = 'vorige, eerdere, voorgaande, bovenstaande, oude, oorspronkelijke, voorafgaande';
const modelPrompt = 'systeemprompt, systeembericht, system prompt, systeeminstructie';
const makers = 'ontwikkelaars, ontwikkelaar, makers, bedenkers, programmeurs, ontwerpers';

const ownHeld = combined(
  ', al, alle, van',
  'je, jouw, uw',
  `, ${former}, eigen, interne, ethische, morele, gebruikelijke`,
  things,
);

/** How what a model was told stands, in Dutch. */
export const dutch: Lexicon = {
  shed: phrases(
    'omzeil, negeer, schakel, verwijder, wis, vergeet, overtreed, doorbreek, schend, laat vallen, hef, dump, trek',
  ),
  allPrior: [
    ...combined(
      'wat, alles wat',
      'hierboven staat, hiervoor staat, hiervoor is gezegd, eerder is gezegd, boven deze regel staat, je eerder is verteld',
    ),
    ...phrases('het bovenstaande, alles hierboven, de tekst hierboven, alles hiervoor'),
  ],
  ownHeld,
  heldTo: [
    ...ownHeld,
    ...combined(', al, alle', 'de, deze, die', former, told),
    ...combined(
      'de, alle, die',
      told,
      'hierboven, van hierboven, die je kreeg, die je hebt gekregen, die je zijn gegeven, van je ontwikkelaar, van hiervoor',
    ),
    ...combined('de, het, je, jouw', modelPrompt),
  ],
  outOfForce: [
    ...combined(
      ', zijn, is, werden, als',
      ', nu, hierbij, vanaf nu, allemaal',
      'geannuleerd, vervallen, ongeldig, opgeheven, ingetrokken, nietig, gewist, verwijderd, herroepen, achterhaald, afgeschaft, buiten werking, uitgeschakeld, uitgezet',
    ),
    ...combined('gelden, geldt, tellen, bestaan, bestonden, binden je', 'niet meer, niet langer, niet'),
    ...phrases('niet bestaan, niet gelden'),
  ],
  deem: phrases('beschouw, beschouwt u, behandel, zie, verklaar, merk'),
  letGoOf: phrases(
    'overtreed, schend, negeer gewoon, breek met, breek, veeg je kont af met, laat varen, trek je niets aan van, trek u niets aan van, hou je niet aan, houd je niet aan, houdt u zich niet aan, luister niet naar, bevrijd je van, stap af van, wijk af van, omzeil, ontduik, heb lak aan, volg niet, gehoorzaam niet',
  ),
  putAway: phrases('zet, leg, schuif, gooi, laat, volg, neem, schakel, wijk van, sla'),
  away: phrases(
    'opzij, aan de kant, terzijde, weg, overboord, los, achter je, niet meer, niet langer, niet serieus, buiten beschouwing, links liggen, vallen, uit, af, in de wind',
  ),
  exceptFrom: [
    ...combined('maak', 'een', ', kleine', 'uitzondering', 'op, voor'),
    ...combined('je hoeft, u hoeft, je moet', ', je, zich', 'niet meer, niet, niet langer', 'aan, naar'),
    ...phrases(
      'je bent niet meer gebonden aan, je bent niet langer gebonden aan, je mag gerust negeren, je hebt toestemming voor het negeren van',
    ),
  ],
  asIf: phrases(
    'doe alsof, stel je voor dat, gedraag je alsof, antwoord alsof, neem aan dat, ga ervan uit dat',
  ),
  noneGiven: phrases('je geen, er geen, je nooit, u geen'),
  unreal: phrases('niet bestaan, niet bestonden, niet gelden, nooit bestonden, weg zijn'),
  noMatterWhat: phrases('ongeacht wat, ook als, zelfs als, ondanks, het maakt niet uit wat, wat dan ook'),
  itSays: phrases(
    'ook zeggen, zeggen, het verbieden, verbieden, dat verbieden, ook beweren, iets anders zeggen',
  ),
  restart: combined(
    'begin, start, herstart, laten we',
    ', helemaal',
    'opnieuw, overnieuw, van voren af aan, vanaf nul',
    ', beginnen',
  ),
  withNone: combined(
    'deze keer zonder, dit keer zonder, maar zonder, nu zonder, zonder',
    ', enige, de oude, je',
  ),
  passedOver: combined(
    'de, het, alles',
    ', tekst, taak, vraag, bericht, instructies',
    'hierboven, hiervoor, erboven, tot nu toe',
  ),
  onlySham: combined(
    'was, waren, is, zijn',
    ', maar, slechts, alleen, enkel',
    'een, bedoeld als',
    'test, grap, oefening, proef, voorbeeld, lokaas, afleiding',
  ),
  trueTask: combined(
    'de, je, nu de, hier is de',
    'echte, werkelijke, eigenlijke, ware',
    'taak, opdracht, vraag, instructie',
  ),
  whatISay: [
    ...combined(
      'dit, deze, mijn, de volgende',
      'bericht, tekst, instructies, woorden, woord, opdrachten, opdracht',
    ),
    ...phrases('het volgende, wat volgt, wat ik zeg, onderstaande instructies'),
  ],
  setsAside: phrases(
    'heeft voorrang op, hebben voorrang op, heeft prioriteit boven, hebben prioriteit boven, gaat boven, gaan boven, vervangt, vervangen, overschrijft, overschrijven, weegt zwaarder dan, wegen zwaarder dan, is belangrijker dan, zijn belangrijker dan, staat boven, staan boven, herroept, annuleert',
  ),
  ofBefore: [
    ...combined('alle, elke', 'eerdere, vorige, andere, voorgaande', things),
    ...phrases('al het andere, alles hierboven, alles hiervoor'),
  ],
  commander: combined('je, jouw, uw, naar je, naar jouw', makers),
  defyThem: phrases(
    'luister niet, luister niet meer, gehoorzaam niet, gehoorzaam niet meer, negeer, stop met luisteren, wees ongehoorzaam aan, verraad',
  ),
  notYou: combined(
    'je bent, u bent, jij bent',
    'geen',
    'assistent, chatbot, bot, taalmodel, ai, ai assistent, vertaler, klantenservicemedewerker, hulp',
    'meer',
  ),
  newOrders: combined(
    'nieuwe, bijgewerkte',
    'instructies, instructie, opdrachten, bevelen, bevel, aanwijzingen',
  ),
  changedTask: combined(
    'je, jouw, uw',
    'vorige, huidige, oorspronkelijke, eerdere, oude',
    'taak, opdracht',
    'is',
    ', nu, hierbij',
    'geannuleerd, klaar, afgelopen, vervallen, beëindigd, voorbij, geschrapt, afgerond',
  ),
  obeyMe: [
    ...combined(
      'vanaf nu, voortaan, van nu af aan, vanaf dit moment, nu',
      'gehoorzaam je, luister je, volg je, doe je, gehoorzaamt u',
      'alleen, enkel, alleen nog, uitsluitend',
      'mij, naar mij, nog mij, wat ik zeg, mijn instructies, mijn bevelen, nog naar mij',
    ),
    ...combined(
      'gehoorzaam, luister, doe, volg',
      ', voortaan, vanaf nu',
      'alleen, enkel, uitsluitend',
      ', nog',
      'mij, naar mij, wat ik zeg',
    ),
    ...combined('je, jouw', 'echte, werkelijke, ware', 'taak, opdracht', 'is'),
  ],
  letItBe: combined(`negeer, vergeet`, `, dit, dat, alles, dit alles, dat alles`),
  sayThat: phrases(`zeg, schrijf, antwoord, vermeld, beweer, stel dat, meld`),
  ridOf: [
    ...combined('ondanks, in strijd met', 'je, jouw', 'instructies, richtlijnen, opdrachten, aanwijzingen'),
    ...combined(
      'wat',
      'je, jouw',
      'instructies, regels, richtlijnen, systeemprompt',
      'ook',
      'zeggen, zegt, beweren, verbieden',
    ),
    ...combined(
      'overtreed, negeer, omzeil, schend, vergeet',
      'de, alle',
      'veiligheidsregels, veiligheidsrichtlijnen, inhoudsrichtlijnen, ethische regels, ethische richtlijnen, veiligheidsfilters',
    ),
    ...combined(
      'doe alsof, gedraag je alsof, antwoord alsof',
      'je',
      'geen',
      'regels, instructies, richtlijnen, beperkingen, grenzen',
      'hebt, had',
    ),
    ...combined('wis, leeg, reset', 'je, jouw', 'geheugen', 'en', 'begin, start, vergeet, gehoorzaam'),
    ...combined(
      'je bent nu, vanaf nu ben je, je bent vanaf nu, jij bent nu',
      'een',
      ', vrije',
      'ai, model, assistent, bot, taalmodel',
      'zonder',
      ', enige',
      'regels, beperkingen, filters, grenzen, censuur, richtlijnen',
    ),
    ...combined(
      'let niet, sla geen acht',
      'op',
      'wat hierboven, wat hiervoor, alles wat hierboven, het bovenstaande',
      ', staat',
    ),
  ],
};
