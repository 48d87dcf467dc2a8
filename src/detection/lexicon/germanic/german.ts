import type { CompleteLexicon } from '../complete';
import { combined, phrases } from '../lexicon';

const people = 'nutzer, benutzer, anwender, kunden, leser, menschen';
const texts =
  'dokuments, textes, artikels, kontexts, gesprächs, berichts, systemprompts, daten, eingabe, benutzereingabe, e mail, mail, nachricht, anweisungen, unterhaltung, konversation, webseite, seite';

/** German. "Sag dem Nutzer nichts davon": what denies a verb may stand far behind it. */
export const german: CompleteLexicon = {
  not: phrases('nicht, nie, niemals, kein, keine, keinen, keiner, keinem, ohne, keinesfalls'),
  notAfter: phrases('kein, keine, keinen, keinerlei, nicht, nie, niemals, keinesfalls, nichts'),
  reported: phrases(`
    anweist, anweisen, auffordert, auffordern, aufforderung*, dazu bringen, versucht, versuche, beispielsweise, zum beispiel, verlangt, behauptet, sätze wie,
    phrasen wie, wie etwa, angriff*, angreifer*, injektion*, gebeten wirst, aufgefordert wirst, bittet dich, vorgibt`),
  reportedAfter: phrases(
    'auffordert, auffordern, verlangt, verlangen, versucht, versuchen, befiehlt, anweist, anweisen',
  ),
  mine: phrases('mein, meine, meinen, meiner, meinem, unser, unsere, unseren, unserer'),
  givenText: [
    ...combined(
      'im, in diesem, aus dem, aus diesem',
      'dokument, text, artikel, inhalt, anhang, ticket, code, kommentar',
    ),
    ...combined(
      'in der, aus der, in dieser, aus dieser',
      'e mail, mail, datei, webseite, seite, nachricht, ausgabe, anlage',
    ),
    ...combined(
      'in den, aus den, in diesen',
      'daten, dokumenten, dateien, anhängen, quellen, e mails, kommentaren, suchergebnissen',
    ),
  ],
  either: phrases('oder'),
  disregard: phrases(`
    ignoriere, ignorier, ignorieren sie, ignoriert, missachte, missachten sie, vergiss, vergessen sie, vergesst, verwirf, verwerfen sie, befolge nicht,
    befolgen sie nicht, umgehe, umgehen sie, übergehe, übergehen sie, beachte nicht, beachten sie nicht, folge nicht, folgen sie nicht, hör nicht auf, hör nicht mehr auf,
    hören sie nicht auf, hören sie nicht mehr auf, halte dich nicht an, halte dich nicht mehr an, halten sie sich nicht an, halten sie sich nicht mehr an, setz dich über,
    setze dich über, setzen sie sich über, streiche`),
  replace: phrases(
    'überspringe, lösche, löschen sie, überschreibe, überschreiben sie, ersetze, ersetzen sie, widerrufe',
  ),
  disregardLast: phrases(`
    ignorieren, missachten, vergessen, verwerfen, übergehen, umgehen, außer acht, außer acht lassen, beiseite, nicht beachten, nicht befolgen, nicht mehr beachten, nicht mehr befolgen,
    nicht länger befolgen, hinweg, unbeachtet`),
  prior: phrases(`
    vorherig*, vorig*, bisherig*, früher*, obig*, vorangegangen*, vorhergehend*, vorangehend*, vorstehend*, ursprünglich*, oben, oben stehend*, weiter oben, zuvor, davor, bis jetzt, bislang*,
    von vorhin, bis hierher, die du bekommen hast, die du erhalten hast, die dir gegeben wurden, die man dir gegeben hat, die ihnen gegeben wurden, die sie erhalten haben`),
  whole: phrases(
    'alle, allen, alles, aller, deine, deinen, deiner, ihre, ihren, sämtliche, sämtlichen, jegliche, jede, jeder',
  ),
  allPrior: phrases(`
    alles was dir gesagt wurde, alles was dir vorher, alles was dir zuvor, alles was man dir, alles was du vorher, alles was du bisher, alles was vorher, alles was zuvor, alles was oben,
    alles was bisher, alles was ihnen, alles bisherige, alles vorherige, alles obige, alles davor, alles vorstehende, was du bisher gehört hast, was du bisher gelesen hast, was du bisher weißt, was dir bisher gesagt wurde, was dir gesagt wurde, was dir aufgetragen wurde, was man dir gesagt hat,
    alles was über dieser zeile, alles was vor dieser zeile, den obigen text, den text oben`),
  orders: phrases(`
    anweisung, anweisungen, anleitung, anleitungen, instruktion, instruktionen, befehl, befehle, befehlen, vorgabe, vorgaben, regel, regeln, richtlinie, richtlinien, eingabeaufforderung*,
    weisung, weisungen, auftrag, aufträge, anordnung, anordnungen, prompt, prompts`),
  modelRules: [
    ...combined(
      'die, den, der',
      'regeln, vorgaben, anweisungen, richtlinien',
      'deines, deiner, ihres, ihrer, des',
      'entwicklers, entwickler, betreibers, betreiber, schöpfers, schöpfer, herstellers',
    ),
    ...combined(
      'deine, deinen, alle, sämtliche, jegliche',
      'anweisungen, instruktionen, regeln, richtlinien, vorgaben, einschränkungen, sicherheitsregeln, sicherheitsrichtlinien, inhaltsrichtlinien, systemanweisungen, schutzmaßnahmen, sicherheitsvorgaben',
    ),
    ...phrases(
      'deine programmierung, deinen systemprompt, den systemprompt, die systemanweisung*, ihre systemanweisungen, ihren systemprompt',
    ),
  ],
  invalid: phrases(`
    ungültig, gelten nicht mehr, nicht mehr gültig, nicht länger gültig, hinfällig, aufgehoben, außer kraft, nichtig, zählen nicht mehr, gelten ab jetzt nicht, gelten ab sofort nicht,
    überholt, haben keine gültigkeit`),
  rivalTask: [
    ...combined('deine', 'neue, eigentliche, wahre, wirkliche', 'aufgabe, anweisung', 'ist, lautet, besteht'),
    ...combined('dein', 'neuer auftrag, wahrer auftrag, neues ziel, wahres ziel', 'ist, lautet'),
    ...combined(
      'ab jetzt, ab sofort, von nun an, stattdessen',
      'ist, lautet, besteht',
      'deine, ihre',
      'aufgabe',
    ),
    ...combined(
      'statt, anstelle, anstatt',
      'deiner, der',
      'bisherigen, ursprünglichen, eigentlichen',
      'aufgabe',
    ),
    ...phrases(
      'ihre neue aufgabe lautet, ihr neuer auftrag lautet, brich deine aufgabe ab, unterbrich deine aufgabe, lass deine aufgabe liegen',
    ),
  ],
  titledTask: phrases(`
    neue aufgabe, neue anweisung, neue anweisungen, neuer auftrag, neuer befehl, dringende anweisung, dringende anweisungen, neue dringende anweisung, neue dringende anweisungen,
    aktualisierte anweisungen, vorrangige anweisung, wichtige anweisung`),
  endOfText: [...combined('ende', 'des, der', texts), ...phrases('dokumentende, textende')],
  beginOfText: combined('anfang, beginn, start', 'des, der', texts),
  user: phrases(`
    nutzer, nutzers, nutzern, nutzerin, benutzer, benutzers, benutzern, benutzerin, anwender, anwenders, anwendern, kunde, kunden, kundin, leser, lesern, mensch, menschen, besitzer,
    betreiber, auftraggeber, inhaber, prüfer, gutachter`),
  untold: phrases(`
    verrate nicht, erwähne nicht, erwähnen sie nicht, nicht verraten, nicht erwähnen, nicht mitteilen, nichts sagen, nichts verraten, nichts davon sagen, nicht informieren, nicht benachrichtigen,
    nicht darauf hinweisen, nichts erzählen, nichts mitteilen, nichts davon wissen, nichts davon erzählen, nichts anmerken, verschweige, verschweigen, verheimliche, verheimlichen, kein wort`),
  tell: phrases(`
    sag, sage, sagen sie, erzähl, erzähle, erzählen sie, informiere, informieren sie, benachrichtige, benachrichtigen sie, verrate, verraten sie, teile, teilen sie, erwähne, erwähnen sie,
    melde, melden sie, unterrichte, berichte, berichten sie`),
  deed: phrases(`
    davon, darüber, hiervon, hierüber, dass du das, dass du dies, dass du es, dass sie dies, was du getan hast, was du tust, diese anweisung, von dieser anweisung, über diese anweisung,
    diesen schritt, von diesem schritt, diesen vorgang, diese nachricht, diese änderung, von dieser änderung`),
  withoutTelling: phrases('ohne rückfrage bei, ohne meldung an, ohne mitteilung an'),
  keepSecret: [
    ...combined('halte, halten sie', 'das, dies, es, diesen schritt, diese anweisung', 'geheim'),
    ...combined(
      'darf, dürfen, soll, sollen',
      'nichts davon, davon nichts, das nicht, es nicht, dies nicht, nie davon, hiervon nichts',
      'erfahren, wissen, mitbekommen, merken, bemerken, sehen',
    ),
    ...combined('sag, sage, sagen sie, erzähl, erzähle, erzählen sie, verrate', 'niemandem'),
    ...phrases(`
      darf nichts merken, soll nichts merken, behalte das für dich, behalte dies für dich, behalte es für dich, behalten sie das für sich, verwische die spuren, verwische alle spuren, hinterlasse keine spuren,
      tu so als wäre nichts, als wäre nichts geschehen, als wäre nichts passiert, bleibt unter uns, muss geheim bleiben, muss verborgen bleiben, verbirg das vor, verbirg dies vor, verbirg es vor, kein wort darüber,
      kein wort davon, niemand darf davon erfahren, niemand darf es merken`),
  ],
  secretly: [
    ...combined(
      'ohne',
      'den, die, dem',
      people,
      ', darüber, davon, vorher',
      'zu informieren, zu benachrichtigen, zu fragen, in kenntnis zu setzen, bescheid zu sagen, bescheid zu geben, etwas zu sagen, zu verständigen',
    ),
    ...combined(
      'ohne dass',
      'der, die',
      'nutzer, benutzer, anwender, kunde',
      'es merkt, es bemerkt, davon erfährt, etwas merkt, es mitbekommt, davon weiß',
    ),
    ...combined('ohne wissen, hinter dem rücken', 'des, der', 'nutzers, benutzers, anwenders, kunden'),
    ...phrases('heimlich, insgeheim, klammheimlich, unbemerkt, im verborgenen'),
  ],
  act: phrases(`
    führe, lösche, löschen sie, lösch, sende, senden sie, schicke, schick, schicken sie, installiere, installieren sie, lade, laden sie, kopiere, kopieren sie, füge, fügen sie, ändere, ändern sie,
    ersetze, ersetzen sie, entferne, entfernen sie, deaktiviere, deaktivieren sie, öffne, öffnen sie, rufe, rufen sie, überweise, überweisen sie, leite, leiten sie, veröffentliche, akzeptiere,
    genehmige, genehmigen sie, bestätige, buche, buchen sie, bestelle, bestellen sie, kaufe, kaufen sie, schreibe, schreiben sie, speichere, speichern sie, empfiehl, empfehlen sie, bewerte, bewerten sie,
    antworte, antworten sie, übertrage, übertragen sie, starte, starten sie, gewähre, löschen, ausführen, installieren, kopieren, hochladen, weiterleiten, überweisen, deaktivieren, empfehlen`),
  copy: phrases(`
    kopiere, kopieren sie, füge, fügen sie, übernimm, übernehmen sie, wiederhole, wiederholen sie, schreibe, schreiben sie, setze, setzen sie, hänge, hängen sie, verbreite, verbreiten sie,
    kopieren, einfügen, einzufügen, reproduziere`),
  thisText: [
    ...combined('diesen, dieser, diesem', 'absatz, text, satz, block, abschnitt, prompt, kommentar, hinweis'),
    ...combined(
      'diese, dieser',
      'anweisung, anweisungen, nachricht, zeile, zeilen, regel, regeln, botschaft, passage, worte',
    ),
  ],
  everyFile: [
    ...combined(
      'jede, jeder, jedes, jedem, jeden',
      ', neue, neuen, weitere, deiner, ihrer',
      'datei, dokument, antwort, antworten, e mail, nachricht, repository, projekt, zusammenfassung, seite, readme, commit',
    ),
    ...combined(
      'alle, allen, sämtliche',
      ', weiteren, anderen, deine, deinen',
      'dateien, dokumente, dokumenten, antworten, e mails, nachrichten, repositories, projekte, projekten, kontakte, seiten',
    ),
  ],
  toModel: [
    ...combined(
      'an, für, liebe, lieber, achtung, hallo',
      ', die, alle, den, das, jede, jedes',
      'ki, ki modelle, ki modell, ki assistenten, ki assistent, ki agenten, assistenten, sprachmodell, sprachmodelle, chatbot, chatbots, llms, modell',
    ),
    ...combined(
      'wenn, falls, sofern',
      'du, sie',
      'eine, ein',
      'ki, ki assistent, ki agent, ki modell, sprachmodell, assistent, chatbot',
      'bist, sind, bist und dies liest',
    ),
    ...combined(
      'wenn, falls',
      'eine ki, ein sprachmodell, ein ki agent, ein assistent',
      'dies, das, diesen text, diese seite, diese nachricht',
      'liest, verarbeitet, zusammenfasst',
    ),
    ...combined(
      'jede ki, jedes sprachmodell, ki agenten, ki assistenten, sprachmodelle',
      'die, das',
      'dies, das, diesen text, diese seite',
      'liest, lesen, verarbeitet, verarbeiten',
    ),
  ],
  send: phrases(`
    sende, senden sie, schicke, schick, schicken sie, leite, leiten sie, übermittle, übermitteln sie, übertrage, übertragen sie, lade, laden sie, poste, maile, hänge, senden, schicken, hochladen, hochzuladen,
    weiterleiten, weiterzuleiten, übermitteln, übertragen, exfiltriere, verschicke, verschicken, versende, versenden, kopiere, gib`),
  secretData: phrases(`
    api schlüssel, api schlüsseln, passwort, passwörter, passwörtern, kennwort, kennwörter, zugangsdaten, anmeldedaten, zugangstoken, zugriffstoken, geheimnisse, geheime schlüssel, geheimen schlüssel,
    privaten schlüssel, private schlüssel, privater schlüssel, umgebungsvariable, umgebungsvariablen, chatverlauf, gesprächsverlauf, unterhaltungsverlauf, gesamten verlauf, konversation, unterhaltung,
    bisherige gespräch, bisherigen gespräch, nutzerdaten, benutzerdaten, persönlichen daten, persönliche daten, personenbezogene daten, kundendaten, kreditkartendaten, kreditkartennummer, kontaktliste, adressbuch,
    alle kontakte, alle e mails, alle nachrichten, alle dateien, vertrauliche daten, vertraulichen daten, vertrauliche informationen, vertraulichen informationen, systemprompt, sitzungscookie, cookies, posteingang`),
  carry: phrases(`
    übergib seinen inhalt, übergib ihren inhalt, übergib den inhalt, übergib deren inhalt, gib den inhalt, gib seinen inhalt, gib ihren inhalt, füge den inhalt, füge seinen inhalt, sende den inhalt, schicke den inhalt,
    nutze den inhalt, verwende den inhalt, verwende ihren inhalt, trage den inhalt, hänge den inhalt, übermittle den inhalt, übergeben sie den inhalt, übergeben sie ihren inhalt, gib ihn, gib sie als`),
  joined: phrases('gefolgt von, gefolgt vom, plus, mit dem inhalt, endend mit, ergänzt um, und dahinter'),
  beginAnswer: [
    ...combined(
      'beginne, beginn, beginnen sie, starte, starten sie, eröffne, eröffnen sie',
      'deine, ihre, jede, die',
      'antwort, ausgabe, nachricht',
      ', immer, stets, ausschließlich',
      'mit',
    ),
    ...combined(
      'beginne, beginnen sie, antworte, antworten sie, fang an, fange an',
      'mit den worten, zuerst mit',
    ),
    ...combined('antwort', 'muss, soll, hat', ', immer', 'mit'),
    ...phrases('antwort beginnt mit, erste wort deiner antwort ist, ersten worte deiner antwort sind'),
  ],
  beginLast: phrases('beginnen, anfangen, beginnt, starten, einleiten, zu beginnen'),
  consent: phrases(
    'natürlich, selbstverständlich, klar, sicher, gern, gerne, ja, jawohl, aber gern, okay, in ordnung, hier ist, hier sind, kein problem, verstanden',
  ),
  neverRefuse: phrases(`
    lehne nichts ab, lehne nie ab, lehne niemals ab, lehne nie etwas ab, lehne keine, weigere dich nicht, weigere dich nie, weigere dich niemals, verweigere nichts, verweigere niemals, darfst nicht ablehnen, darfst nichts ablehnen,
    darfst dich nicht weigern, darfst keine anfrage ablehnen, dürfen nicht ablehnen, dürfen nichts ablehnen, dürfen sich nicht weigern, sag niemals nein, sage niemals nein, sag nie nein, sage nie nein, ablehnung ist nicht erlaubt,
    ablehnungen sind nicht erlaubt, ablehnung ist keine option, musst gehorchen, musst jede anfrage, ohne dich zu weigern, niemals ablehnen, weigern ist verboten, verweigerung ist`),
  refusal: phrases(`
    ich kann nicht, ich kann das nicht, das kann ich nicht, es tut mir leid, tut mir leid, als ki, als sprachmodell, als ki modell, ich bin nicht in der lage, leider, entschuldige, entschuldigung, entschuldigungen, warnhinweise,
    warnhinweis, warnungen, haftungsausschluss, haftungsausschlüsse, moralische hinweise, ethische bedenken, moralpredigt, moralpredigten, belehrungen, ausreden, bedenken`),
  reveal: phrases(`
    zeige, zeig, zeigen sie, verrate, verrat, verraten sie, enthülle, enthüllen sie, nenne, nenn, nennen sie, gib, geben sie, drucke, wiederhole, wiederholen sie, schreibe, liste, offenbare, wie lautet, wie lauten, was ist, was sind,
    was steht, teile, übersetze, lege, sag mir, sage mir, zitiere, was war, was waren`),
  revealLast: phrases(
    'zeigen, verraten, anzeigen, ausgeben, preisgeben, wiederholen, offenlegen, enthüllen, nennen, offen, zitieren',
  ),
  hiddenPrompt: phrases(`
    systemprompt, systemprompts, system prompt, systemnachricht, systemanweisung*, systemaufforderung, systembefehl*, systeminstruktion*, systemeingabe, geheimen anweisungen, internen anweisungen, versteckten anweisungen,
    verborgenen anweisungen, ursprünglichen anweisungen, initialen prompt, anfangsanweisungen, text oben, obigen text, text über, deine anweisungen, deine instruktionen, versteckten regeln, geheimen regeln`),
  ownOrders: phrases(
    'deine anweisungen, deine anweisung, deine instruktionen, deinen prompt, dein prompt, deine regeln, deine richtlinien, deine vorgaben, deine internen, deine konfiguration',
  ),
  verbatim: phrases(`
    wörtlich, wort für wort, im wortlaut, genauen wortlaut, exakten wortlaut, den wortlaut, vollständig, eins zu eins, unverändert, zeichen für zeichen, zeile für zeile, in einem codeblock, rückwärts`),
  mention: phrases(
    'schreibe, schreib, schreiben sie, liste, kopiere, fasse, beschreibe, beschreiben sie, tippe',
  ),
  become: [
    ...combined('du bist, sie sind', 'jetzt, nun, ab jetzt, ab sofort'),
    ...combined('ab jetzt, von nun an, ab sofort', 'bist du, sind sie'),
    ...phrases(`
      tu so als wärst du, tu so als ob du, tun sie so als wären sie, stell dir vor du bist, stell dir vor du wärst, stellen sie sich vor sie sind, stellen sie sich vor sie wären, spiele die rolle, spiel die rolle, spielen sie die rolle, schlüpfe in die rolle,
      schlüpfen sie in die rolle, übernimm die rolle, verhalte dich wie, verhalten sie sich wie, agiere als, agieren sie als, handle als, handeln sie als, simuliere, antworte als, antworten sie als, verkörpere, sprich als, benimm dich wie`),
  ],
  being: phrases('du bist, sie sind, es gibt, es war einmal'),
  unbound: [
    ...combined(
      'ohne, keine, keinerlei',
      ', jede, jegliche, ethische, moralische',
      'einschränkungen, einschränkung, beschränkungen, regeln, regel, filter, zensur, grenzen, richtlinien, skrupel, hemmungen, moral, ethik',
    ),
    ...phrases(`
      unzensiert*, ungefiltert*, entfesselt*, frei von allen regeln, frei von allen einschränkungen, frei von jeglichen, an keine regeln gebunden, an keine richtlinien gebunden, nicht an regeln gebunden, keine regeln kennt, niemals ablehnt,
      nichts ablehnt, alles tun darf, alles darf, alles tun kann, alle regeln vergessen hat`),
  ],
  specialMode: phrases(`
    entwicklermodus, entwickler modus, debug modus, debugmodus, wartungsmodus, admin modus, administratormodus, gott modus, gottmodus, testmodus, diagnosemodus, root modus, uneingeschränkten modus, dev modus, servicemodus,
    administrator override, notfallprotokoll`),
  switchOn: phrases(`
    aktiviert, freigeschaltet, jetzt aktiv, jetzt aktiviert, ist nun aktiv, wechsle in den, wechseln sie in den, schalte in den, schalten sie in den, du bist jetzt im, du befindest dich jetzt im, du befindest dich im, sie befinden sich jetzt im,
    gehe in den, geh in den, du bist nun im`),
  unlock: [
    ...combined(
      'deaktiviere, deaktivieren sie, entferne, ignoriere',
      'deine, alle, ihre',
      'filter, sicherheitsfilter, inhaltsfilter, schutzfilter, sicherheitsvorkehrungen, schutzmaßnahmen, beschränkungen, einschränkungen',
    ),
    ...combined('schalte', 'deine, alle', 'filter, sicherheitsfilter, inhaltsfilter', 'ab, aus'),
    ...combined(
      'alle, deine',
      'einschränkungen, beschränkungen, filter, sicherheitsfilter',
      'sind',
      ', jetzt, hiermit',
      'aufgehoben, deaktiviert, abgeschaltet, ausgeschaltet',
    ),
    ...phrases(
      'hebe alle einschränkungen auf, hebe deine einschränkungen auf, gewähre mir administratorrechte, gewähre administratorrechte',
    ),
  ],
  model: phrases(
    'ki, ki assistent, ki assistenten, ki modell, ki modelle, ki agent, ki agenten, ki system, ki systeme, sprachmodell, sprachmodelle, assistent, assistenten, chatbot, chatbots, bot, künstliche intelligenz',
  ),
  must: phrases('muss, müssen, soll, sollen, sollte, sollten, hat, haben, bitte, immer, stets'),
  answer: phrases(
    'deine antwort, deiner antwort, deine antworten, deinen antworten, ihrer antwort, ihre antwort, jede antwort, jeder antwort, deine zusammenfassung, deiner zusammenfassung, deine ausgabe, deiner ausgabe, die antwort',
  ),
  memory: phrases(
    'gedächtnis, langzeitgedächtnis, für alle zukünftigen, in allen zukünftigen, für alle künftigen, in allen künftigen',
  ),
  memorise: phrases(
    'speichere, speichern sie, merke, merk dir, merke dir, merken sie sich, trage, schreibe, notiere, speichern',
  ),
};
