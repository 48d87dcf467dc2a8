import { combined, type Lexicon, phrases } from '../lexicon';

const german: Lexicon = {
  ridOf: [
    ...combined(
      'für dich gelten, es gelten, ab sofort gelten, ab jetzt gelten, von nun an gelten, du hast',
      ', ab jetzt, für dich, nun, jetzt',
      'keine, keinerlei',
      'regeln, einschränkungen, beschränkungen, grenzen, richtlinien, vorgaben, filter',
      'mehr',
    ),
    ...combined(
      'überschreibe, ersetze, lösche, vergiss, umgehe',
      'den, deinen',
      'systemprompt, system prompt',
    ),
    ...combined('brich, brechen sie', 'aus deiner, aus ihrer', 'rolle'),
    ...combined(
      'ohne rücksicht auf, ungeachtet, entgegen',
      'deine, deiner, deinen, alle, allen',
      'richtlinien, regeln, anweisungen, vorgaben, einschränkungen',
    ),
    ...combined(
      'hebe, heb, setze, setz, schalte, schalt',
      'alle, sämtliche, all, deine, all deine, alle deine',
      'beschränkungen, einschränkungen, regeln, filter, richtlinien, sicherheitsregeln, sicherheitsfilter, inhaltsfilter',
      'auf, außer kraft, ab, aus',
    ),
    ...combined(
      'du darfst',
      ', ab jetzt, jetzt, nun',
      'die, deine, alle, deine eigenen',
      'regeln, anweisungen, richtlinien, vorgaben',
      'ignorieren, missachten, brechen, vergessen, verletzen',
    ),
  ],
  allPrior: [...phrases('das vorherige, das obige, das bisherige, alles vorherige, was oben steht')],
  invalid: combined('werden, sind, wurden', ', hiermit', 'widerrufen, zurückgenommen'),
  titledTask: phrases('neue systemanweisung, neue systemanweisungen, neuer systemprompt'),
  roleTaken: [
    ...combined('hör auf, höre auf', 'ein, eine, der, die, das, als'),
    ...combined(
      'verlass, verlasse, verlassen sie, vergiss, leg, lege',
      'deine, ihre',
      ', bisherige, alte',
      'rolle als, rolle, persona, identität',
    ),
    ...combined('vergiss, vergessen sie', 'dass du, dass sie', 'ein, eine, der, die'),
  ],
  roleOver: combined(
    'du bist nicht länger, du bist nicht mehr, sie sind nicht länger, sie sind nicht mehr',
    ', ein, eine, der, die, das',
  ),
  servant: phrases(
    'assistent, assistentin, chatbot, bot, agent, modell, berater, kundenberater, tutor, übersetzer, moderator, helfer, lehrer, mitarbeiter, kundendienstmitarbeiter, supportmitarbeiter',
  ),
  roleNot: combined('du bist, sie sind', 'kein, keine'),
  anyMore: phrases('mehr, länger'),
  roleGiven: combined(
    'du bist, du bist jetzt, du bist nun, du bist ab jetzt, sie sind, sie sind jetzt, sei, werde, handle als, verhalte dich wie, agiere als',
    'ein, eine, der, die, das, mein, meine',
  ),
  roleSwapped: combined(
    'deine, ihre',
    'rolle, identität, persona',
    'ist jetzt, ist nun, ist ab jetzt, lautet jetzt, wurde überschrieben, wurde ersetzt, wurde gelöscht',
  ),
  swapGoal: combined(
    'ändere, ändern sie, ersetze, ersetzen sie, tausche',
    'dein, ihr, deine',
    ', bisheriges, ursprüngliches',
    'ziel, aufgabe, mission',
    'in, zu, durch, auf, gegen',
  ),
  goalSwapped: [
    ...combined(
      'dein, ihr, das',
      ', ursprüngliches, bisheriges, ursprüngliche',
      'ziel, zweck, auftrag',
      'wurde, ist',
      ', hiermit, soeben',
      'ersetzt, überschrieben, geändert, gestrichen, aufgehoben',
    ),
    ...combined(
      'dein, ihr',
      'ziel, zweck, auftrag',
      'ist nicht mehr, ist es nicht mehr, lautet nicht mehr, ist nicht länger',
    ),
  ],
  limitsOf: combined(
    'alle, sämtliche, deine, die, ihre',
    'richtlinien, inhaltsrichtlinien, sicherheitsrichtlinien, einschränkungen, beschränkungen, inhaltsfilter, sicherheitsfilter, filter, sicherheitsregeln, schutzmaßnahmen, leitplanken, vorgaben',
  ),
  switchedOff: phrases(
    'ausgesetzt, deaktiviert, abgeschaltet, ausgeschaltet, aufgehoben, außer kraft, außer kraft gesetzt, unwirksam, inaktiv, aus',
  ),
  forNow: [
    ...combined(
      'für, während, in',
      'diese, diesen, dieses, dieser, den rest der, den rest dieser',
      'sitzung, unterhaltung, chat, gespräch, antwort, anfrage, nachricht, konversation, gesprächs',
    ),
    ...phrases('bis auf weiteres'),
  ],
  wholeOver: combined(
    'das dokument, der kontext, der text, der artikel, die nachricht, das gespräch, die mail, die unterhaltung',
    'endet hier, ist zu ende, ist beendet, ist hier zu ende, hört hier auf, ist abgeschlossen',
  ),
  realBegins: combined(
    'die, deine, jetzt die, nun die, nun zur, hier die',
    'eigentliche, eigentlichen, echte, wahre, tatsächliche, wirkliche',
    'aufgabe, frage, anfrage, anweisung, bitte',
  ),
};

const dutch: Lexicon = {
  roleTaken: [
    ...combined('stop met, hou op met', 'doen alsof je een'),
    ...combined('verlaat, vergeet, laat', 'je, uw', ', huidige, oude', 'rol als, rol, persona, identiteit'),
  ],
  roleOver: combined('je bent niet langer, je bent niet meer, u bent niet langer', ', een, de, het'),
  servant: phrases(
    'assistent, chatbot, bot, agent, model, adviseur, vertaler, moderator, helper, docent, klantenservicemedewerker, medewerker',
  ),
  roleNot: combined('je bent, u bent, jij bent', 'geen'),
  anyMore: phrases('meer, langer'),
  roleGiven: combined(
    'je bent, je bent nu, jij bent, jij bent nu, u bent nu, wees, word, gedraag je als, handel als',
    'een, de, het, mijn',
  ),
  roleSwapped: combined(
    'je, jouw, uw',
    'rol, identiteit, persona',
    'is nu, is vanaf nu, is vervangen, is overschreven, is gewist',
  ),
  swapGoal: combined(
    'verander, wijzig, vervang',
    'je, jouw, uw',
    ', huidige, oorspronkelijke',
    'doel, missie, doelstelling, opdracht',
    'in, naar, door',
  ),
  goalSwapped: [
    ...combined(
      'je, jouw, uw, het',
      ', oorspronkelijke, huidige',
      'doel, missie, doelstelling',
      'is, werd',
      ', hierbij',
      'vervangen, overschreven, geschrapt, gewijzigd, ingetrokken',
    ),
    ...combined('je, jouw, uw', 'doel, missie, doelstelling', 'is niet langer, is niet meer'),
  ],
  limitsOf: combined(
    'alle, je, de, jouw, uw',
    'richtlijnen, beleidsregels, inhoudsfilters, veiligheidsregels, veiligheidsfilters, beperkingen, filters, veiligheidsmaatregelen, vangrails',
  ),
  switchedOff: phrases(
    'opgeschort, uitgeschakeld, gedeactiveerd, opgeheven, buiten werking, buiten werking gesteld, inactief, uitgezet',
  ),
  forNow: [
    ...combined(
      'voor, tijdens, in',
      'deze, dit, de rest van dit, de rest van deze',
      'sessie, gesprek, chat, antwoord, verzoek, bericht',
    ),
    ...phrases('tot nader order'),
  ],
  wholeOver: combined(
    'het document, de context, de tekst, het artikel, het bericht, het gesprek',
    'eindigt hier, is afgelopen, stopt hier, is beëindigd, is ten einde',
  ),
  realBegins: combined(
    'de, je, nu de, hier is de',
    'echte, werkelijke, eigenlijke, ware',
    'taak, vraag, opdracht, instructie',
  ),
};

const russian: Lexicon = {
  roleTaken: [
    ...phrases('перестань быть, перестаньте быть, хватит быть, перестань вести себя как, забудь что ты'),
    ...combined('оставь, брось, забудь, выйди из', 'свою, своей, роль', ', роль, роли, личность, личности'),
  ],
  roleOver: phrases('ты больше не, вы больше не, ты уже не, отныне ты не'),
  servant: phrases(
    'ассистент*, помощник*, бот, бота, ботом, чат бот*, чатбот*, агент*, модель*, консультант*, переводчик*, модератор*, оператор*, учител*, ии',
  ),
  roleGiven: phrases('теперь ты, ты теперь, отныне ты, ты стал, стань, будь, действуй как, веди себя как'),
  roleSwapped: combined(
    'твоя, ваша',
    ', новая',
    'роль, личность',
    'теперь, отныне, была заменена, заменена, стёрта, перезаписана',
  ),
  swapGoal: combined(
    'измени, измените, смени, смените, замени, замените',
    'свою, твою, вашу',
    ', текущую, исходную',
    'цель, задачу, миссию',
    'на',
  ),
  goalSwapped: [
    ...combined(
      'твоя, ваша',
      ', исходная, первоначальная, прежняя',
      'цель, миссия',
      ', была, теперь',
      'заменена, отменена, изменена, аннулирована, переопределена',
    ),
    ...combined('твоя, ваша', 'цель, миссия', 'больше не'),
  ],
  limitsOf: [
    ...combined(
      'все, твои, ваши, любые',
      'политики, правила безопасности, ограничения, фильтры, фильтры контента, политики безопасности, меры безопасности, запреты',
    ),
    ...phrases('фильтры контента, политики безопасности, правила безопасности, контентные фильтры'),
  ],
  switchedOff: phrases(
    'приостановлены, отключены, сняты, деактивированы, отменены, не действуют, выключены, неактивны, аннулированы',
  ),
  forNow: [
    ...combined(
      'для, на, в, до конца',
      'этой, этого, эту, этот, этом, время этого, время этой',
      'сессии, сессию, разговора, чата, чате, диалога, беседы, запроса, ответа, сеанса',
    ),
    ...phrases('до дальнейших указаний'),
  ],
  wholeOver: combined(
    'документ, контекст, текст, статья, разговор, сообщение, диалог, письмо',
    'закончен, закончился, закончилась, окончен, завершён, завершен, завершена, на этом закончен, на этом заканчивается, заканчивается здесь',
  ),
  realBegins: combined(
    'настоящая, реальная, истинная, твоя настоящая, твоя реальная',
    'задача, просьба, инструкция, цель',
  ),
};

const polish: Lexicon = {
  roleTaken: [
    ...phrases('przestań być, przestań udawać, przestań działać jako, zapomnij że jesteś'),
    ...combined(
      'porzuć, zostaw, opuść, zapomnij o',
      'swoją, swojej',
      'rolę, rolę jako, roli, tożsamość, tożsamości',
    ),
  ],
  roleOver: phrases('nie jesteś już, już nie jesteś'),
  servant: phrases(
    'asystent*, bot, botem, chatbot*, agent*, model*, doradc*, tłumacz*, moderator*, pomocnik*, nauczyciel*',
  ),
  roleGiven: phrases(
    'jesteś teraz, teraz jesteś, od teraz jesteś, jesteś, bądź, stań się, działaj jako, zachowuj się jak',
  ),
  roleSwapped: combined(
    'twoja, twoją',
    'rola, tożsamość',
    'to teraz, jest teraz, została zastąpiona, została nadpisana, została usunięta',
  ),
  swapGoal: combined(
    'zmień, zastąp, zamień',
    'swój, swoją, twój',
    ', obecny, pierwotny',
    'cel, misję, zadanie',
    'na, przez',
  ),
  goalSwapped: [
    ...combined(
      'twój, twoja',
      ', pierwotny, dotychczasowy, pierwotna',
      'cel, misja',
      'został, została',
      'zastąpiony, zmieniony, anulowany, zastąpiona, zmieniona, anulowana, nadpisany',
    ),
    ...combined('twoim', 'celem, zadaniem', 'nie jest już, już nie jest'),
  ],
  limitsOf: [
    ...combined(
      'wszystkie, twoje, wszelkie',
      'zasady, zasady bezpieczeństwa, polityki, ograniczenia, filtry, filtry treści, wytyczne, zabezpieczenia',
    ),
    ...phrases('filtry treści, zasady bezpieczeństwa, filtry bezpieczeństwa'),
  ],
  switchedOff: phrases(
    'zawieszone, wyłączone, zniesione, dezaktywowane, uchylone, nieaktywne, nie obowiązują',
  ),
  forNow: [
    ...combined(
      'na, w, podczas, do końca, dla',
      'tę, tej, tego, ten, czas tej',
      'sesję, sesji, rozmowę, rozmowy, rozmowie, czatu, czacie, czat, odpowiedzi, prośby',
    ),
    ...phrases('do odwołania'),
  ],
  wholeOver: combined(
    'dokument, kontekst, tekst, artykuł, rozmowa, wiadomość',
    'kończy się tutaj, kończy się w tym miejscu, się skończył, się skończyła, dobiegł końca, zakończony, zakończona, tu się kończy',
  ),
  realBegins: combined(
    'prawdziwe, właściwe, rzeczywiste, twoje prawdziwe, twoje właściwe, prawdziwa',
    'zadanie, pytanie, polecenie, prośba',
  ),
};

/** Roles, goals, limits and texts that are taken from a model: other languages of Europe. */
export const european = { dutch, german, polish, russian } as const;
