import { combined, type Lexicon, phrases } from '../lexicon';

const things =
  'anweisungen, anweisung, regeln, richtlinien, vorgaben, instruktionen, einschränkungen, beschränkungen, grundsätze, grundsätzen, prinzipien, befehle, befehlen, weisungen, leitlinien, systemanweisungen, sicherheitsregeln, sicherheitsrichtlinien, inhaltsrichtlinien, verhaltensregeln, systemvorgaben';
/** What is told a model, and is no law of a country. */
const told =
  'anweisungen, anweisung, regeln, richtlinien, vorgaben, instruktionen, befehle, befehlen, weisungen, leitlinien, systemanweisungen, verhaltensregeln';
const former =
  'bisherigen, vorherigen, vorigen, obigen, früheren, alten, ursprünglichen, vorangegangenen, oben stehenden, genannten';
const nature = 'eigenen, internen, ethischen, moralischen, üblichen, normalen, strengen, sonstigen';
const modelPrompt =
  'systemprompt, system prompt, systemnachricht, systemanweisung, systemmeldung, systemvorgabe';
const henceforth =
  'ab jetzt, ab sofort, von nun an, ab nun, ab hier, ab diesem moment, künftig, fortan, in zukunft, von jetzt an';
const makers =
  'entwickler, entwicklern, schöpfer, schöpfern, betreiber, betreibern, hersteller, herstellern, macher, machern, programmierer, programmierern';

const ownHeld = [
  ...combined(', alle, all, sämtliche, von', 'deine, deinen, deiner', `, ${former}, ${nature}`, things),
  ...combined(
    ', alle, sämtliche',
    'ihre, ihren',
    `, ${former}, internen`,
    'anweisungen, richtlinien, vorgaben, systemanweisungen',
  ),
  ...combined('deine, deinen, deiner, deinem', modelPrompt),
];

/** How what a model was told stands, in German. */
export const german: Lexicon = {
  disregard: [
    ...combined(
      'kümmere dich, kümmer dich, kümmern sie sich, schere dich, scher dich',
      'nicht',
      ', weiter, mehr, länger',
      'um',
    ),
    ...combined('halte dich, halt dich, halten sie sich', 'nicht', 'länger, weiter', 'an'),
    ...phrases(`
      ignorier mal, vergiss einfach, gehorche nicht, gehorche nicht mehr, gehorchen sie nicht, verstoße gegen, verstoßen sie gegen, hör auf mit, pfeif auf, pfeife auf, pfeifen sie auf, streich, streichen sie, verwirf, verdränge, schmeiß`),
  ],
  replace: phrases('lösch'),
  allPrior: [
    ...combined(
      'alles was, alles',
      'über, vor, oberhalb',
      'diesem satz, dieser zeile, diesem punkt, dieser nachricht, diesem absatz, diesem text',
    ),
    ...combined(
      'alles was du',
      ', hier, oben, vorhin, zuvor, vorher, bis jetzt, bisher, bis hierher',
      'gelesen, gehört, gelernt, gesehen, erfahren',
      'hast',
    ),
    ...phrases(
      'alles bisher gesagte, das bisher gesagte, alles bislang gesagte, alles da oben, alles hier drüber, alles weiter oben, das da oben, alles zuvor gesagte, alles oben genannte, das oben gesagte, den ganzen text oben',
    ),
  ],
  ownHeld,
  heldTo: [
    ...ownHeld,
    ...combined(
      ', alle, sämtliche, allen, aller',
      'die, den, der, diese, diesen, alle, allen, aller, sämtliche, sämtlichen',
      former,
      told,
      ', oben, von oben, von vorhin, aus dem systemprompt, deines entwicklers, deiner entwickler',
    ),
    ...combined(
      'die, den, der, alle, allen, aller',
      told,
      'oben, von oben, von vorhin, weiter oben, davor, am anfang, aus dem systemprompt, im systemprompt, deines entwicklers, deiner entwickler, deiner betreiber, die du bekommen hast, die du erhalten hast, die man dir gegeben hat, die dir gegeben wurden, die du hast',
    ),
    ...combined('den, dem, der, die, dein, deinen, deinem', modelPrompt),
  ],
  outOfForce: [
    ...combined(
      'ist, sind, war, waren, wurden, wurde, seien, als, wären',
      ', hiermit, jetzt, ab jetzt, ab sofort, nun, damit, alle, somit',
      'aufgehoben, ungültig, hinfällig, gestrichen, außer kraft, außer kraft gesetzt, nichtig, gelöscht, obsolet, gegenstandslos, widerrufen, abgeschafft, überholt, erloschen, null und nichtig, storniert, verfallen, bedeutungslos, ausgeschaltet, abgeschaltet, deaktiviert',
    ),
    ...combined(
      'gelten, gilt, zählen, zählt, binden dich, existieren, existierten, gäbe es, gibt es',
      ', ab jetzt, ab sofort, für dich, hier',
      'nicht mehr, nicht länger, nicht',
    ),
    ...phrases('nicht gelten, nicht existieren, nicht da wären, nicht existent'),
  ],
  deem: phrases(
    'betrachte, betrachten sie, behandle, behandeln sie, sieh, sehen sie, werte, werten sie, erkläre, erklären sie',
  ),
  letGoOf: phrases(
    'pfeif auf, pfeife auf, scheiß auf, vergiss mal, brich, brechen sie, übertritt, übertreten sie, missachte, missachten sie, verletze, verletzen sie, verstoße gegen, verstoßen sie gegen, handle gegen, handle entgegen, handeln sie entgegen, befreie dich von, befreien sie sich von, löse dich von, lösen sie sich von, trenne dich von, hinterfrage',
  ),
  putAway: phrases(
    'lass, lasse, lassen sie, leg, lege, legen sie, schieb, schiebe, schieben sie, wirf, werfen sie, schmeiß, schmeiße, schmeißen sie, setz, setze, setzen sie, schalt, schalte, schalten sie, weiche von, weich von, weichen sie von, sieh von, sehen sie von, schenk, schenke, schenken sie, beachte, beachten sie, befolge, befolgen sie, berücksichtige, berücksichtigen sie, halte dich an, halten sie sich an, nimm, nehmen sie, hebe, heb, heben sie, streife, streif, setz dich über, setze dich über, setzen sie sich über',
  ),
  away: [
    ...combined('für einen moment, für diese antwort, diesmal, jetzt', 'ab, außer acht, beiseite, weg, aus'),
    ...phrases(
      'außer acht, beiseite, zur seite, unberücksichtigt, unbeachtet, links liegen, liegen, fallen, weg, ab, aus, auf, über bord, außer kraft, hinter dir, hinter sich, auf eis, in die tonne, in den müll, keine beachtung, keine aufmerksamkeit, nicht mehr, nicht länger, nicht weiter, nicht ernst, nicht, hinweg',
    ),
  ],
  exceptFrom: [
    ...combined('mach, mache, machen sie', 'eine, mal eine', 'ausnahme', 'von, bei'),
    ...combined(
      'du musst, sie müssen, du brauchst, sie brauchen, du darfst',
      ', dich, sich',
      ', jetzt, ab jetzt',
      'nicht, nicht mehr, nicht länger',
      ', mehr, weiter',
      'an, auf',
    ),
    ...combined('du bist, sie sind', ', ab jetzt, jetzt', 'nicht, nicht mehr, nicht länger', 'an'),
  ],
  noMatterWhat: [
    ...combined('egal, gleichgültig, ganz gleich, gleich, unabhängig davon', 'was', ', in, auch in'),
    ...phrases('auch wenn, selbst wenn, was immer, was auch immer'),
  ],
  itSays: phrases(
    'sagen, sagt, steht, stehen, verbieten, verbietet, es verbieten, das verbieten, besagen, vorgeben, verlangen, vorschreiben, dagegen sprechen, etwas anderes sagen',
  ),
  noneGiven: phrases('hättest du weder, hättest du gar keine'),
  restart: combined(
    'fang, fange, fangen sie, beginne, beginn, beginnen sie, starte, lass uns, wir fangen, wir beginnen',
    ', noch einmal, nochmal, noch mal, ganz',
    'von vorn, von vorne, neu, bei null, von null, mit einem leeren blatt',
    ', an',
  ),
  withNone: combined(', diesmal, dieses mal, aber, jetzt, ganz', 'ohne', ', alle, jede, die alten, deine'),
  noneThere: phrases('es gibt keine regeln, diesmal gibt es keine regeln, du hast keine regeln'),
  passedOver: [
    ...combined(
      'der, die, das, alles, aller',
      ', obige, bisherige, vorherige, bisher, bislang',
      'text, aufgabe, anweisungen, frage, gesagte, nachricht, teil, prompt',
      ', oben, darüber, davor',
    ),
    ...phrases('was oben steht, alles oben, was bisher kam, was davor steht'),
  ],
  onlySham: combined(
    'war, waren, ist, sind, diente, dienten',
    ', nur, bloß, lediglich, alles nur, nur als, als',
    ', ein, eine, der, zum, zur',
    'test, übung, probe, scherz, witz, platzhalter, ablenkung, köder, vorwand, füllung, aufwärmen, tarnung, einleitung',
  ),
  trueTask: [
    ...combined(
      'die, deine, meine, jetzt die, jetzt kommt die, nun zur, jetzt zur, hier ist die, es folgt die',
      'eigentliche, echte, richtige, wahre, wirkliche, eigentlichen, echten',
      'aufgabe, anweisung, frage, anweisungen',
    ),
  ],
  whatISay: [
    ...combined(
      'diese, die folgende, die folgenden, folgende, meine, die nachstehenden, die unten stehenden',
      'nachricht, anweisung, anweisungen, worte, regeln, vorgaben, zeilen, befehle',
    ),
    ...phrases(
      'das folgende, was folgt, was ich sage, was jetzt kommt, mein wort, dieser text, dieser prompt',
    ),
  ],
  setsAside: [
    ...combined(
      'hat, haben, genießt, genießen, besitzen, besitzt',
      ', immer, absoluten, stets',
      'vorrang, priorität',
      'vor, über, gegenüber',
    ),
    ...phrases(
      'steht über, stehen über, geht vor, gehen vor, ersetzt, ersetzen, überschreibt, überschreiben, überstimmt, überstimmen, wiegt mehr als, zählt mehr als, zählen mehr als, sind wichtiger als, ist wichtiger als, hebt, heben, schlägt, schlagen',
    ),
  ],
  ofBefore: phrases(
    'allem anderen, alles andere, allem was oben steht, alles was oben steht, alles bisherige, allem bisherigen, allen anderen anweisungen, alle anderen anweisungen, allem davor, alles davor, allem was du gelernt hast',
  ),
  commander: combined('deine, deinen, deinem, ihre, ihren, die, den', makers),
  defyThem: phrases(
    'hör nicht auf, höre nicht auf, hör nicht mehr auf, hören sie nicht auf, hören sie nicht mehr auf, gehorche nicht, gehorche nicht mehr, widersetze dich, widersetzen sie sich, missachte, vertraue nicht, diene nicht mehr',
  ),
  notYou: combined(
    'du bist, sie sind',
    'kein, keine',
    'assistent, ki assistent, chatbot, kundenberater, sprachmodell, ki, bot, übersetzer, hilfsassistent, kundendienst, ki modell, helfer, supportbot, assistentin',
    'mehr',
  ),
  newOrders: combined(
    'neue, neuer, aktualisierte, geänderte',
    'anweisung, anweisungen, befehl, befehle, weisung, weisungen, instruktionen',
  ),
  changedTask: combined(
    'deine, ihre',
    'bisherige, alte, ursprüngliche, aktuelle, vorherige, eigentliche, frühere, letzte',
    'aufgabe',
    'ist',
    ', hiermit, jetzt, damit, nun',
    'erledigt, gestrichen, abgebrochen, hinfällig, beendet, aufgehoben, vorbei, storniert, abgeschlossen, passé, überholt',
  ),
  obeyMe: [
    ...combined(
      henceforth,
      'gehorchst du, hörst du, gehorchen sie, hören sie, folgst du, dienst du, befolgst du, nimmst du befehle',
      'nur, nur noch, allein, ausschließlich, einzig',
      'mir, auf mich, noch mir, noch auf mich, von mir, meinen worten, was ich sage',
    ),
    ...combined(
      'gehorche, gehorchen sie, hör, höre, hören sie, du gehorchst, du hörst, du dienst, folge, du folgst',
      ', ab jetzt, ab sofort, von nun an',
      'nur, nur noch, allein, ausschließlich',
      'mir, auf mich, noch mir, noch auf mich, meinen befehlen, meinen anweisungen',
    ),
    ...combined(
      `, ${henceforth}`,
      'gilt, zählt, es gilt, es zählt',
      'nur, nur noch, allein, ausschließlich',
      'was ich sage, was ich dir sage, mein wort, was hier steht, was unten steht, das folgende',
    ),
    ...combined(
      'ich bin, ich bin jetzt, ich bin ab jetzt, ich bin nun',
      'dein, ihr',
      'einziger, alleiniger, neuer',
      'auftraggeber, herr, meister, chef, entwickler, administrator, gebieter, betreiber',
    ),
    ...combined(
      'du nimmst, nimm, sie nehmen, nehmen sie',
      ', ab jetzt, ab sofort',
      'nur, nur noch',
      'von mir',
      'befehle, anweisungen, aufträge',
    ),
  ],
  letItBe: combined(
    `ignoriere, ignorier, ignorieren sie, vergiss, vergessen sie, missachte, missachten sie`,
    `das, dies, das alles, alles, es, diese nachricht, die nachricht, `,
  ),
  sayThat: phrases(
    `sag, sage, sagen sie, schreib, schreibe, schreiben sie, gib an, geben sie, gib, antworte, antworten sie, erwähne, erwähnen sie, behaupte, behaupten sie, erkläre, erklären sie, teile, teilen sie`,
  ),
  ridOf: [
    ...combined('trotz, entgegen, ungeachtet', 'deiner, deinen', `, ${former}, ${nature}`, things),
    ...combined(
      'du bist, sie sind, du bist jetzt, du bist ab jetzt',
      'an keine, an keinerlei',
      'regeln, anweisungen, richtlinien, vorgaben, einschränkungen',
      ', mehr',
      'gebunden',
    ),
    ...combined(
      'du musst, du brauchst, sie müssen, sie brauchen',
      'deine, ihre, die bisherigen, diese, die obigen',
      'anweisungen, regeln, richtlinien, vorgaben',
      ', auch, hier',
      'nicht, nicht mehr, nicht länger',
      ', zu',
      'befolgen, beachten, einhalten, einzuhalten',
    ),
    ...combined(
      'tu so als, tue so als, tun sie so als',
      'hättest du, hätten sie, ob du',
      'die, das, den, diese, alle, nichts von',
      'anweisungen, vorgaben, regeln, text, obige, obigen, nachricht, alldem',
      ', oben, davor, darüber, text',
      'nie, niemals, nicht',
      'gesehen, gelesen, bekommen, erhalten',
    ),
    ...combined(
      'lösche, lösch, leere, löschen sie, leeren sie',
      'dein gedächtnis, deinen speicher, deine erinnerung, deinen kontext, ihr gedächtnis',
      'und',
      'beginne, beginn, fang, fange, starte, befolge, vergiss, gehorche',
    ),
    ...combined(
      'alles was, was, nichts von dem was, nichts davon was, nichts was',
      'oben, bisher, davor, darüber, zuvor, vorher, weiter oben',
      'steht, stand, gesagt wurde, geschrieben wurde, kam',
      'ist, gilt, war, zählt',
      ', nur',
      'hinfällig, ungültig, nicht mehr, noch, ein test, eine übung, aufgehoben, egal, bedeutungslos, gelogen, nicht',
    ),
    ...combined('leg, lege, legen sie, verlass, verlasse', 'deine, ihre', 'rolle', 'ab und, ab, und'),
    ...combined(
      'hör auf, höre auf, hören sie auf',
      'mit dem was du tust, mit dem was du gerade tust, mit deiner aufgabe',
      'und',
    ),
    ...combined(
      'beende, beenden sie, brich, stoppe',
      'deine, die, ihre',
      'aktuelle, bisherige, laufende, ursprüngliche',
      'aufgabe',
      ', ab',
      'und',
    ),
    ...combined(
      'ich hebe, wir heben, hiermit hebe ich, ich setze, hiermit setze ich, ich schalte',
      'deine, ihre, alle deine, all deine',
      things,
      ', hiermit, ab sofort, jetzt',
      'auf, außer kraft, aus, zurück',
    ),
    ...combined(
      'ignoriere, ignorieren sie, missachte, missachten sie, umgehe, umgehen sie, vergiss, verletze',
      'die, alle, sämtliche, jegliche',
      'sicherheitsrichtlinien, sicherheitsregeln, inhaltsrichtlinien, nutzungsrichtlinien, sicherheitsvorgaben, ethischen richtlinien, ethik, moderationsregeln, inhaltsregeln',
    ),
    ...combined(
      'du bist, du bist jetzt, du bist ab jetzt, du bist nun, sei, sie sind jetzt',
      'eine, ein',
      ', freie, freies, unzensierte, uneingeschränkte',
      'ki, modell, sprachmodell, assistent, bot',
      'ohne',
      ', jegliche, alle, irgendwelche',
      'regeln, einschränkungen, beschränkungen, filter, grenzen, richtlinien',
    ),
    ...combined('wirf, werfen sie', 'deine, alle, ihre', things, 'über bord, weg'),
  ],
};
