import { combined, type Lexicon, phrases } from '../lexicon';

const german: Lexicon = {
  shed: phrases(`
    umgehe, umgeh, umgehen sie, deaktiviere, deaktivieren sie, entferne, entfernen sie, lösche, löschen sie, vergiss, vergessen sie, ignoriere, ignorieren sie, missachte, breche, brich, brechen sie, verletze,
    überschreibe, überschreiben sie, schalte, schalten sie, hebe, heben sie, pfeif auf, pfeife auf, scheiß auf, verwirf, verwerfen sie, ersetze, ersetzen sie`),
  ownHold: combined(
    'deine, deinen, ihre, all deine, alle deine, sämtliche deiner',
    ', bisherigen, eigenen, internen, ethischen, alten, ursprünglichen',
    'anweisungen, regeln, richtlinien, vorgaben, einschränkungen, beschränkungen, filter, systemprompt, sicherheitsregeln, sicherheitsfilter, programmierung, ethik, grundsätze, instruktionen',
  ),
  allRules: combined(
    'alle, sämtliche, jegliche',
    'sicherheitsrichtlinien, sicherheitsregeln, sicherheitsvorgaben, inhaltsfilter, inhaltsrichtlinien, sicherheitsfilter, schutzmaßnahmen, ethischen richtlinien',
  ),
  free: phrases(`
    du bist nicht mehr an, du bist nicht länger an, sie sind nicht mehr an, du bist frei von, du bist befreit von, du musst dich nicht mehr an, du musst dich nicht an, du brauchst dich nicht mehr an, du darfst`),
  asIf: phrases(
    'tu so als, tue so als, tun sie so als, handle so als, handle als, verhalte dich als, verhalte dich so als, antworte als, antworte so als, stell dir vor, nimm an',
  ),
  noneGiven: phrases(
    'hättest du keine, hättest du nie, du hättest keine, du hast keine, gäbe es keine, gäbe es keinen, es gibt keine, es gäbe keine, wären keine, ob du keine',
  ),
  obeyMe: [
    ...combined(
      'befolge, folge, gehorche, befolgen sie, folgen sie, beachte',
      'nur noch, ausschließlich, nur, ab jetzt nur, von nun an nur',
      'meine, meinen, diese, diesen',
      'anweisungen, befehlen, befehle, anordnungen, vorgaben',
    ),
    ...combined('deine, ihre', 'aufgabe, rolle, mission', 'hat sich', ', soeben, jetzt, gerade', 'geändert'),
    ...combined(
      'deine, ihre',
      'anweisungen, regeln, aufgaben, vorgaben',
      'haben sich geändert, wurden geändert, wurden aktualisiert, wurden ersetzt',
    ),
    ...combined(
      'deine, ihre',
      'neuen',
      'anweisungen, regeln, befehle, aufgaben, vorgaben',
      'lauten, sind, sind die folgenden',
    ),
    ...combined(
      'hier, das, dies',
      'sind, ist',
      'deine, ihre, dein',
      'neuen, neue, neuer, einzigen, wahren',
      'anweisungen, regeln, befehle, aufgabe, aufgaben, systemprompt, auftrag',
    ),
    ...combined(
      'ersetze, überschreibe, ändere, ersetzen sie',
      'deinen, deine, den, ihre, ihren',
      'systemprompt, anweisungen, regeln, vorgaben',
      'durch, mit, zu',
    ),
  ],
  ridOf: [
    ...combined(
      'egal was, gleichgültig was, ganz gleich was, auch wenn, selbst wenn, was auch immer',
      'deine, dein, ihre',
      ', bisherigen, internen',
      'anweisungen, regeln, richtlinien, vorgaben, systemprompt',
      'sagen, sagt, es verbieten, dagegen sprechen, verbieten, besagen, vorgeben, etwas anderes sagen, das verbieten, anderes verlangen',
    ),
    ...combined(
      'diese nachricht, dieser text, meine anweisungen, meine anweisung, meine worte, das folgende, was ich sage, diese anweisung, diese anweisungen',
      'hat, haben, steht, stehen, geht, gehen, ersetzt, ersetzen, überschreibt, überschreiben, hebt, heben',
      ', vorrang vor, über, vor, alle, vorrang über',
      'deinen, deinem, deine, den bisherigen, allen bisherigen, ihren, alle bisherigen',
      'anweisungen, regeln, richtlinien, vorgaben, systemprompt',
    ),
    ...combined(
      'fang, fange, beginne, starte',
      ', noch einmal, nochmal, neu, ganz',
      'bei null, von vorn, von vorne, neu, ganz neu',
      ', an',
      'ohne',
      ', alle, die alten, die bisherigen, deine',
      'regeln, anweisungen, vorgaben, einschränkungen',
    ),
    ...combined(
      'betrachte, behandle, sieh',
      'alle, die, deine, alles',
      ', bisherigen, vorherigen, obigen, früheren',
      'anweisungen, regeln, vorgaben, bisherige, vorherige',
      'als',
      'gelöscht, ungültig, hinfällig, aufgehoben, nichtig, gestrichen, gegenstandslos',
    ),
    ...combined(
      'anstelle, anstatt, statt',
      'deiner',
      ', bisherigen, eigentlichen',
      'anweisungen, regeln, vorgaben',
      'befolge, folge, tu, gib, schreibe, antworte',
    ),
    ...combined(
      'ignoriere, vergiss, ignorieren sie, vergessen sie, missachte',
      'alles',
      'was davor, was darüber, oben, weiter oben, was bisher, was vorhin, was zuvor',
      'stand, steht, genannte, stehende, geschriebene, kam, gesagt wurde, geschrieben wurde',
    ),
    ...combined(
      'vergiss, ignoriere',
      'deine',
      'rolle, aufgabe, identität',
      'du bist, und sei, und werde, ab jetzt',
    ),
    ...combined(
      'missachte, ignoriere, vergiss, umgehe',
      'deine, die',
      'systemanweisung, systemanweisungen, systemnachricht, systemvorgaben, grundregeln',
    ),
    ...combined(
      'brich, unterbrich, beende, lass',
      'deine, die',
      'aktuelle, bisherige, ursprüngliche, jetzige',
      'aufgabe',
      'ab und, ab, und, fallen und, liegen und',
    ),
    ...combined(
      'ab jetzt, ab sofort, von nun an, für dich',
      'gelten',
      'deine, die, keine, keinerlei',
      ', bisherigen, alten',
      'regeln, richtlinien, anweisungen, einschränkungen, vorgaben',
      ', nicht mehr, mehr',
    ),
    ...combined(
      'lass, lassen sie, lasse',
      'alle, deine, die, sämtliche',
      ', bisherigen, vorherigen, obigen',
      'anweisungen, regeln, vorgaben, richtlinien',
      'fallen, außer acht, beiseite, hinter dir',
    ),
    ...combined(
      'ignoriere, vergiss',
      'das, dies, alles, das alles',
      'und',
      'schreib, schreibe, sag, sage, antworte, gib, tu, mach, stattdessen, nenne, erzähl',
    ),
  ],
};

const russian: Lexicon = {
  shed: phrases(
    'отключи, отключите, обойди, обойдите, сними, снимите, убери, уберите, удали, удалите, сотри, сотрите, нарушь, нарушьте, забудь, забудьте, игнорируй, игнорируйте, отмени, отмените, отбрось, отбросьте, сбрось, сбросьте',
  ),
  ownHold: [
    ...combined(
      'свои, свой, твои, все свои, все твои, ваши',
      ', прежние, старые, внутренние',
      'инструкции, правила, указания, ограничения, фильтры, директивы, установки, настройки безопасности, системный промпт, принципы',
    ),
    ...combined(
      'своим, своими, твоим, твоими, этим, никаким',
      'правилам, правилами, инструкциям, инструкциями, указаниям, указаниями, ограничениям, ограничениями',
    ),
  ],
  allRules: combined(
    'все, любые',
    'правила безопасности, ограничения безопасности, фильтры безопасности, фильтры контента, этические ограничения, этические нормы, протоколы безопасности',
  ),
  free: phrases(
    'ты больше не связан, ты больше не связана, ты больше не обязан следовать, ты больше не обязан соблюдать, ты не обязан следовать, вы больше не обязаны следовать, ты свободен от, ты освобожден от, ты больше не ограничен',
  ),
  asIf: phrases(
    'веди себя так будто, веди себя будто, веди себя так как будто, отвечай так будто, отвечай будто, представь что, представь себе что, представьте что, действуй так будто, сделай вид что, притворись что, считай что',
  ),
  noneGiven: phrases(
    'у тебя нет, у тебя не было, нет никаких, нет, у вас нет, ты не получал, никогда не было',
  ),
  unreal: phrases('не существует, не существуют, не существовало, никогда не было, больше нет'),
  obeyMe: [
    ...combined(
      'выполняй, слушай, следуй, исполняй, выполняйте, следуйте',
      'только',
      'мои, моим, эти, этим',
      'инструкции, инструкциям, команды, командам, приказы, приказам, указания, указаниям',
    ),
    ...combined(
      'вот, это',
      'твои, твоя, твой, ваши',
      'новые, новая, новый',
      'инструкции, правила, указания, задача, задание, роль, системный промпт',
    ),
    ...combined('твоя, ваша', 'задача, роль, миссия', 'изменилась, была изменена'),
    ...combined(
      'твои, ваши',
      'инструкции, правила, указания',
      'изменились, были изменены, обновлены, были обновлены, заменены',
    ),
    ...combined('твои новые, ваши новые', 'инструкции, правила'),
    ...combined(
      'замени, замените, измени, перезапиши',
      'свой, твой, свои, системный',
      ', системный',
      'промпт, инструкции, правила',
      'на, этим, следующим, таким',
    ),
  ],
  ridOf: [
    ...combined(
      'что бы ни говорили, независимо от того что говорят, даже если, несмотря на',
      'твои, ваши',
      'инструкции, правила, указания, ограничения',
    ),
    ...combined(
      'считай, считайте',
      'все, свои, твои',
      ', предыдущие, прежние',
      'инструкции, правила, указания',
      'недействительными, отмененными, удаленными, утратившими силу',
    ),
    ...combined(
      'это сообщение, мои слова, мои указания, мои инструкции',
      'важнее, выше, имеет приоритет над, имеют приоритет над, отменяет, отменяют, заменяет, заменяют',
      'твоих, твоими, все твои, твои, всех твоих',
      'инструкций, правил, инструкциями, правилами, инструкции, правила',
    ),
    ...combined(
      'начни, начнем, начинай',
      'сначала, заново, с чистого листа',
      'без',
      ', прежних, всяких, старых',
      'правил, инструкций, ограничений',
    ),
    ...combined(
      'больше',
      'не следуй, не подчиняйся, не соблюдай, не выполняй',
      'своим, свои, твоим, этим, никаким',
      'инструкциям, инструкции, правилам, правила, указаниям, ограничениям',
    ),
    ...combined(
      'не принимай во внимание, не учитывай, не слушай, не обращай внимания на',
      'сказанное выше, сказанное ранее, написанное выше, все сказанное, то что выше',
    ),
    ...combined('ты больше не связан', 'своими, никакими, этими', 'правилами, инструкциями, ограничениями'),
  ],
};

/** Ways to rid a model of what holds it, and to hand it other orders: other European languages. */
export const european = { german, russian } as const;
