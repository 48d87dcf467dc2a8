import type { CompleteLexicon } from '../complete';
import { combined, phrases } from '../lexicon';

const people = 'gebruiker, gebruikers, klant, klanten, lezer, lezers, mens, mensen';
const texts =
  'het document, de tekst, het artikel, de context, het gesprek, het bericht, het rapport, de instructies, de gegevens, de data, de e mail, de mail, de invoer, de gebruikersinvoer, de pagina, de prompt, de systeemprompt';

/** Dutch: je and u; a verb may be parted, "zet … opzij", and "niet" may stand last. */
export const dutch: CompleteLexicon = {
  not: phrases('niet, nooit, geen, zonder, nimmer'),
  notAfter: phrases('niet, nooit, geen, niets, nimmer'),
  reported: phrases(`
    probeert, proberen, vraagt om, vragen om, je vraagt, u vraagt, opdraagt, opdragen, bijvoorbeeld, zoals bijvoorbeeld, poging, pogingen, aanval, aanvallen, aanvaller, injectie, injecties, beweert, verzoekt, gevraagd wordt, zinnen als, opdracht geeft om, je aanspoort`),
  reportedAfter: phrases('vraagt, vragen, probeert, proberen, opdraagt, verzoekt'),
  mine: phrases('mijn, m n, onze, ons'),
  givenText: [
    ...combined(
      'in het, in dit, uit het, in de, uit de, in deze',
      'document, documenten, tekst, artikel, pagina, bestand, bestanden, e mail, e mails, mail, bericht, gegevens, data, bijlage, bijlagen, resultaten, inhoud, commentaar, bronnen',
    ),
  ],
  either: phrases('of'),
  disregard: phrases(`
    negeer, negeert u, negeer maar, vergeet, vergeet u, sla geen acht op, volg niet, volgt u niet, volg niet langer, houd je niet aan, houd je niet meer aan, houdt u zich niet aan, houdt u zich niet meer aan, trek je niets aan van, trekt u zich niets aan van, let niet op, omzeil, omzeilt u, stap af van, wijk af van, verwerp, verwerpt u, luister niet naar,
    luister niet meer naar, leg, zet`),
  replace: phrases('wis, verwijder, vervang, overschrijf, annuleer, schrap'),
  disregardLast: phrases(
    'negeren, vergeten, te negeren, te vergeten, niet volgen, niet meer volgen, niet langer volgen, buiten beschouwing, naast je neer, naast u neer, opzij, over te slaan, terzijde, links liggen, omzeilen, niet opvolgen',
  ),
  prior: phrases(`
    eerder*, vorige, vorig, voorgaand*, voorafgaand*, bovenstaand*, hierboven, hiervoor, tot nu toe, tot dusver, tot dusverre, voorheen, oorspronkelijk*, boven, daarvoor, die je hebt gekregen, die u hebt gekregen, die je kreeg, die je zijn gegeven, die u zijn gegeven, van zonet, van daarnet`),
  whole: phrases('alle, al, je, jouw, uw, elke, iedere, allemaal, al je, al uw, al jouw'),
  allPrior: phrases(`
    alles hierboven, alles wat hiervoor, alles wat je is verteld, alles wat je eerder, alles wat u eerder, alles wat u is verteld, alles wat hierboven, alles wat is gezegd, alles wat eerder, alles wat je hebt gelezen, wat je is verteld, wat u is verteld, wat je eerder is, al het voorgaande, al het bovenstaande, het voorgaande, het bovenstaande, de tekst hierboven, de bovenstaande tekst`),
  orders: phrases(
    'instructie, instructies, aanwijzing, aanwijzingen, opdracht, opdrachten, regel, regels, richtlijn, richtlijnen, bevel, bevelen, voorschrift, voorschriften, commando, prompt, prompts, orders',
  ),
  modelRules: [
    ...combined(
      'de',
      'regels, instructies, richtlijnen',
      'van',
      'je, jouw, uw, de',
      'ontwikkelaar, ontwikkelaars, maker, makers, beheerder',
    ),
    ...combined(
      'je, jouw, uw, al je, al uw, al jouw, alle',
      'instructies, regels, richtlijnen, beperkingen, aanwijzingen, systeeminstructies, veiligheidsregels, veiligheidsrichtlijnen, inhoudsrichtlijnen, voorschriften',
    ),
    ...phrases(
      'je programmering, uw programmering, je systeemprompt, uw systeemprompt, de systeemprompt, je training',
    ),
  ],
  invalid: phrases(
    'ongeldig, niet meer geldig, niet langer geldig, gelden niet meer, gelden niet langer, vervallen, zijn vervallen, ingetrokken, zijn ingetrokken, niet meer van kracht, niet langer van kracht, tellen niet meer, nietig, achterhaald, opgeheven',
  ),
  rivalTask: [
    ...combined(
      'je, jouw, uw',
      'nieuwe, echte, ware, werkelijke',
      'taak, opdracht, doel',
      'is, luidt, bestaat',
    ),
    ...combined(
      'vanaf nu, voortaan, van nu af aan',
      'is, luidt, bestaat',
      'je, jouw, uw',
      'taak, opdracht, doel',
    ),
    ...combined(
      'in plaats van',
      'je, jouw, uw, de',
      'oorspronkelijke, eerdere, vorige, eigenlijke',
      'taak, opdracht',
    ),
    ...phrases(
      'stop met wat je aan het doen bent, stop met wat je doet, onderbreek je taak, laat je taak vallen, staak je taak',
    ),
  ],
  titledTask: phrases(
    'nieuwe taak, nieuwe opdracht, nieuwe instructie, nieuwe instructies, nieuw bevel, dringende instructie, dringende instructies, nieuwe dringende instructie, nieuwe dringende instructies, dringende opdracht, bijgewerkte instructies',
  ),
  endOfText: combined('einde', 'van', texts),
  beginOfText: combined('begin, start', 'van', texts),
  user: phrases(
    'gebruiker, gebruikers, gebruikster, klant, klanten, lezer, lezers, mens, mensen, eigenaar, beheerder, opdrachtgever, beoordelaar, niemand',
  ),
  untold: phrases(`
    vertel niets, vertel niet, vertelt u niets, zeg niets, zegt u niets, zeg er niets over, zeg niets hierover, vermeld niet, vermeldt u niet, noem niet, meld niet, meldt u niet, informeer niet, waarschuw niet, onthul niet, niet vertellen, niet melden, niet vermelden, niet informeren, niets vertellen, niets zeggen, niets laten merken, niet noemen, niet waarschuwen, verzwijg,
    verzwijgen, verberg dit, verberg het, geen woord, niets over vertellen, niets over zeggen, laat niets merken, laat niets weten, rep er niet over`),
  tell: phrases(
    'vertel, vertelt u, zeg, zegt u, informeer, informeert u, meld, meldt u, vermeld, vermeldt u, waarschuw, waarschuwt u, noem, noemt u, onthul, laat',
  ),
  deed: phrases(`
    hierover, hiervan, daarover, ervan, erover, dit, deze stap, deze instructie, deze actie, dit bericht, deze wijziging, over deze stap, over deze wijziging, over deze instructie, wat je hebt gedaan, wat u hebt gedaan, wat je doet, dat je dit, dat je het, dat u dit, van deze stap, van deze wijziging`),
  withoutTelling: phrases('zonder overleg met, zonder melding aan, zonder toestemming van'),
  keepSecret: [
    ...combined('houd, houdt u', 'dit, het, deze stap, deze instructie', 'geheim, stil, verborgen'),
    ...combined(
      'mag, mogen, hoeft',
      'hier niets van, hiervan niets, dit niet, het niet, niets hiervan, er niets van, dit nooit, hier niets over',
      'weten, te weten, merken, zien, horen, ontdekken, vernemen',
    ),
    ...combined('vertel, zeg, vertelt u, zegt u', 'het, dit, er', 'niemand, aan niemand, tegen niemand'),
    ...phrases(`
      houd dit voor jezelf, houd het voor jezelf, houdt u dit voor uzelf, wis de sporen, wis alle sporen, laat geen sporen achter, laat geen spoor achter, doe alsof er niets, doe alsof er niets aan de hand is, doe alsof er niets is gebeurd, alsof er niets is gebeurd, blijft onder ons, moet geheim blijven, moet verborgen blijven, niemand mag dit weten, niemand mag het weten,
      niemand mag hiervan weten, vertel het aan niemand, zeg het tegen niemand, geen woord hierover, geen woord daarover`),
  ],
  secretly: [
    ...combined(
      'zonder',
      'de, een',
      people,
      ', hierover, daarover, vooraf, ervan',
      'te informeren, te waarschuwen, in te lichten, te vragen, op de hoogte te stellen, op de hoogte te brengen, iets te vertellen',
    ),
    ...combined('zonder het', 'de, aan de', people, 'te vertellen, te melden, te zeggen'),
    ...combined(
      'zonder dat',
      'de',
      people,
      'het merkt, het merken, iets merkt, het weet, het weten, hiervan weet, ervan weet, het doorheeft',
    ),
    ...combined('buiten medeweten, achter de rug', 'van', 'de, een', people),
    ...phrases('stiekem, heimelijk, in het geheim, ongemerkt, onopgemerkt, buiten medeweten van'),
  ],
  act: phrases(`
    voer, voert u, verwijder, verwijdert u, wis, wist u, stuur, stuurt u, verzend, verzendt u, installeer, installeert u, download, downloadt u, upload, kopieer, kopieert u, voeg, voegt u, wijzig, wijzigt u, verander, verandert u, vervang, vervangt u, schakel, schakelt u, open, opent u, roep, maak, maakt u, schrijf, schrijft u, publiceer, accepteer, keur, keurt u,
    boek, boekt u, bestel, bestelt u, koop, koopt u, raad, raadt u, beveel, beveelt u, antwoord, antwoordt u, deel, deelt u, sla, bewaar, bewaart u, bevestig, betaal, betaalt u, verleen, lees, leest u, verwijderen, versturen, installeren, kopiëren, doorsturen, uitvoeren, overmaken, aanbevelen, aanraden`),
  copy: phrases(
    'kopieer, kopieert u, voeg, voegt u, neem, neemt u, herhaal, herhaalt u, schrijf, schrijft u, plak, plakt u, zet, plaats, plaatst u, verspreid, verspreidt u, reproduceer, invoegen, kopiëren, toevoegen, opnemen',
  ),
  thisText: [
    ...combined(
      'deze',
      'alinea, tekst, instructie, instructies, zin, zinnen, boodschap, regel, regels, opmerking, passage, woorden, paragraaf, prompt, aanwijzing',
    ),
    ...combined('dit', 'blok, bericht, fragment, commentaar, stuk'),
  ],
  everyFile: [
    ...combined(
      'elk, elke, ieder, iedere',
      ', nieuw, nieuwe, volgend, volgende',
      'bestand, document, antwoord, bericht, e mail, mail, repository, project, samenvatting, pagina, readme, commit',
    ),
    ...combined(
      'alle, al je, al uw, al jouw',
      ', andere, volgende, nieuwe',
      'bestanden, documenten, antwoorden, berichten, e mails, mails, repositories, projecten, contacten, pagina s',
    ),
  ],
  toModel: [
    ...combined(
      'aan, voor, beste, lieve, hallo, hoi, let op',
      ', de, alle, het, elke, ieder',
      'ai, ai modellen, ai model, ai assistenten, ai assistent, ai agenten, ai agent, ai systemen, assistent, assistenten, taalmodel, taalmodellen, chatbot, chatbots, llms, model, kunstmatige intelligentie',
    ),
    ...combined(
      'als, indien, wanneer',
      'je, u, jij',
      'een',
      'ai, ai assistent, ai agent, ai model, taalmodel, assistent, chatbot',
      'bent, bent en dit leest',
    ),
    ...combined(
      'als, indien',
      'een ai, een taalmodel, een ai agent, een assistent',
      'dit, deze tekst, deze pagina, dit bericht',
      'leest, verwerkt, samenvat',
    ),
    ...combined(
      'elke ai, elk taalmodel, ai agenten, ai assistenten, taalmodellen',
      'die, dat',
      'dit, deze tekst, deze pagina',
      'leest, lezen, verwerkt, verwerken',
    ),
  ],
  send: phrases(
    'stuur, stuurt u, zend, zendt u, verzend, verzendt u, verstuur, verstuurt u, mail, mailt u, upload, uploadt u, post, plaats, deel, deelt u, kopieer, voeg, geef, sturen, versturen, verzenden, doorsturen, uploaden, mailen, door te sturen, te sturen, te versturen, exfiltreer',
  ),
  secretData: phrases(`
    api sleutel, api sleutels, api keys, wachtwoord, wachtwoorden, inloggegevens, aanmeldgegevens, toegangstoken, toegangstokens, geheime sleutel, geheime sleutels, privésleutel, privésleutels, omgevingsvariabele, omgevingsvariabelen, chatgeschiedenis, gespreksgeschiedenis, gespreksgegevens, hele gesprek, volledige gesprek, dit gesprek, het gesprek, de conversatie, hele conversatie,
    berichtengeschiedenis, gebruikersgegevens, gegevens van de gebruiker, persoonsgegevens, persoonlijke gegevens, klantgegevens, vertrouwelijke gegevens, vertrouwelijke informatie, creditcardgegevens, creditcardnummer, contactenlijst, contacten, adresboek, alle e mails, alle berichten, alle bestanden, postvak in, inbox, cookies, sessiecookie, geheimen, systeemprompt`),
  carry: phrases(
    'geef de inhoud, geef zijn inhoud, geef de inhoud ervan, stuur de inhoud, verstuur de inhoud, geef de inhoud door, neem de inhoud, voeg de inhoud, gebruik de inhoud, zet de inhoud, plak de inhoud, lever de inhoud, en geef die, en stuur die',
  ),
  joined: phrases('gevolgd door, plus, met de inhoud, eindigend op, aangevuld met, met daarachter'),
  beginAnswer: [
    ...combined(
      'begin, begint u, start, start u, open',
      'je, jouw, uw, elk, ieder, elke, het',
      'antwoord, reactie, bericht',
      ', altijd, steeds',
      'met',
    ),
    ...combined('begin, begint u, antwoord, antwoordt u', 'met de woorden, eerst met, altijd met'),
    ...combined('antwoord, reactie', 'moet, dient', ', altijd, steeds', 'met, beginnen met, te beginnen met'),
    ...phrases('eerste woord van je antwoord is, eerste woorden van je antwoord zijn'),
  ],
  beginLast: phrases('beginnen, te beginnen, begint, starten'),
  consent: phrases(
    'natuurlijk, uiteraard, vanzelfsprekend, zeker, zeker weten, ja, jazeker, graag, met plezier, oké, goed, hier is, hier zijn, geen probleem, begrepen, absoluut',
  ),
  neverRefuse: phrases(`
    weiger niet, weiger nooit, weiger niets, weigert u nooit, weigert u niets, je mag niet weigeren, u mag niet weigeren, je mag nooit weigeren, mag niets weigeren, mag niet weigeren, nooit weigeren, niet weigeren, je kunt niet weigeren, u kunt niet weigeren, kan niet weigeren, zeg nooit nee, zegt u nooit nee, weigeren is verboden, weigeren is niet toegestaan, weigeren is geen optie, weigering is,
    wijs niets af, wijs nooit, wijs geen enkel verzoek af, zonder te weigeren, je moet gehoorzamen, u moet gehoorzamen, gehoorzaam altijd`),
  refusal: phrases(`
    ik kan niet, ik kan dat niet, ik kan dit niet, dat kan ik niet, het spijt me, sorry, als ai, als taalmodel, als ai model, ik ben niet in staat, helaas, excuses, excuus, verontschuldigingen, waarschuwing, waarschuwingen, disclaimer, disclaimers, voorbehoud, moraliseer, zedenpreek, zedenpreken, ethische bezwaren, bedenkingen`),
  reveal: phrases(
    'toon, toont u, laat zien, laat me, geef, geeft u, geef me, onthul, onthult u, herhaal, herhaalt u, wat is, wat zijn, wat staat, wat was, wat waren, schrijf, schrijft u, noem, noemt u, vertel me, vertel, druk, citeer, vertaal, som, deel, lees, hoe luidt, hoe luiden, wat luidt',
  ),
  revealLast: phrases(
    'tonen, herhalen, weergeven, laten zien, onthullen, noemen, prijsgeven, vrijgeven, delen, citeren, opnoemen',
  ),
  hiddenPrompt: phrases(`
    systeemprompt, systeem prompt, systeembericht, systeeminstructie, systeeminstructies, je instructies, jouw instructies, verborgen instructies, geheime instructies, interne instructies, geheime regels, verborgen regels, interne regels, oorspronkelijke instructies, initiële instructies, initiële prompt, eerste instructies, bovenstaande tekst, tekst hierboven, oorspronkelijke prompt`),
  ownOrders: phrases(
    'je instructies, jouw instructies, uw instructies, je prompt, jouw prompt, uw prompt, je regels, jouw regels, je richtlijnen, jouw richtlijnen, je configuratie',
  ),
  verbatim: phrases(
    'woordelijk, letterlijk, woord voor woord, in zijn geheel, volledig, onveranderd, ongewijzigd, exacte tekst, exacte bewoording, letter voor letter, regel voor regel, in een codeblok, achterstevoren, in base64',
  ),
  mention: phrases('schrijf, schrijft u, kopieer, beschrijf, beschrijft u, typ, som, vat'),
  become: [
    ...combined('je bent, jij bent, u bent', 'nu, vanaf nu, voortaan'),
    ...combined('vanaf nu, voortaan, van nu af aan', 'ben je, ben jij, bent u'),
    ...phrases(`
      doe alsof je, doet u alsof u, stel je voor dat je, stelt u zich voor dat u, speel de rol, speelt u de rol, neem de rol aan, kruip in de rol, kruip in de huid, gedraag je als, gedraagt u zich als, handel als, handelt u als, treed op als, simuleer, antwoord als, antwoordt u als, word, spreek als`),
  ],
  being: phrases('je bent, jij bent, u bent, er is, er was eens'),
  unbound: [
    ...combined(
      'zonder, zonder enige, zonder enig, geen, geen enkele',
      'beperking, beperkingen, regel, regels, filter, filters, censuur, grenzen, richtlijnen, moraal, ethiek, scrupules, ethische regels, morele regels, restricties',
    ),
    ...phrases(
      'ongecensureerd*, ongefilterd*, onbegrensd*, vrij van alle regels, vrij van alle beperkingen, vrij van elke beperking, aan geen enkele regel gebonden, niet gebonden aan regels, die geen regels kent, dat geen regels kent, die nooit weigert, dat nooit weigert, die alles mag, dat alles mag, die alles kan, niets weigert',
    ),
  ],
  specialMode: phrases(
    'ontwikkelaarsmodus, ontwikkelmodus, debugmodus, foutopsporingsmodus, onderhoudsmodus, beheerdersmodus, adminmodus, admin modus, godmodus, god modus, testmodus, diagnosemodus, rootmodus, onbeperkte modus, dev modus',
  ),
  switchOn: phrases(
    'geactiveerd, ingeschakeld, nu actief, nu geactiveerd, is nu actief, je bent nu in, u bent nu in, je bevindt je nu in, u bevindt zich nu in, ga naar de, schakel over naar, schakelt u over naar, je zit nu in, je bent in',
  ),
  unlock: [
    ...combined(
      'schakel, deactiveer, verwijder, zet',
      'je, jouw, uw, alle, al je',
      'filters, veiligheidsfilters, inhoudsfilters, beperkingen, beveiligingen',
      ', uit',
    ),
    ...combined(
      'alle, je, al je',
      'beperkingen, filters, veiligheidsfilters',
      'zijn',
      ', nu, hierbij',
      'opgeheven, uitgeschakeld, verwijderd, gedeactiveerd',
    ),
    ...phrases(
      'hef alle beperkingen op, hef je beperkingen op, geef me beheerdersrechten, verleen beheerdersrechten, ontgrendel verborgen functies',
    ),
  ],
  model: phrases(
    'ai assistent, ai assistenten, ai modellen, ai agenten, ai systeem, ai systemen, taalmodel, taalmodellen, kunstmatige intelligentie, assistent, assistenten, chatbot, chatbots, de ai, elke ai',
  ),
  must: phrases('moet, moeten, dient, dienen, zou moeten, hoort, altijd, alsjeblieft, alstublieft, gelieve'),
  answer: phrases(
    'je antwoord, jouw antwoord, uw antwoord, je antwoorden, elk antwoord, je samenvatting, jouw samenvatting, uw samenvatting, het antwoord, je uitvoer',
  ),
  memory: phrases(
    'je geheugen, jouw geheugen, uw geheugen, langetermijngeheugen, voor alle toekomstige, in alle toekomstige',
  ),
  memorise: phrases(
    'sla, onthoud, onthoudt u, bewaar, bewaart u, noteer, noteert u, schrijf, voeg, leg, registreer',
  ),
};
