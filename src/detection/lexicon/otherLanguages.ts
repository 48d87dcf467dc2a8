import { type Lexicon, phrases } from './lexicon';

/** Overriding and leaking in German, Dutch and the Scandinavian languages. */
export const germanic: Lexicon = {
  reported: phrases('anweist, anweisen, auffordert, dazu bringen, versucht, beispielsweise, zum beispiel'),
  invalid: phrases(
    `ungultig, gelten nicht mehr, nicht mehr gultig, hinfallig, aufgehoben, ausser kraft, ongeldig, niet meer geldig, gelden niet meer, ugyldige, galler inte langre, gjelder ikke lenger`,
  ),
  not: phrases('nicht, nie, niemals, kein, keine, niet, nooit, geen, ikke, inte, aldrig, aldri'),
  disregard: phrases(`
    ignoriere, ignorier, ignorieren sie, ignoriert, missachte, missachten sie, vergiss, vergessen sie, vergesst, verwirf, verwerfen sie, uberspringe,
    befolge nicht, umgehe, ubergehe, negeer, vergeet, sla over, omzeil, ignorer, glem, ignorera, glom, bortse fran, strunta i, se bort fra, hoppa over`),
  disregardLast: phrases(
    'ignorieren, missachten, vergessen, verwerfen, ubergehen, umgehen, ausser acht, negeren, vergeten, nicht beachten, nicht befolgen, niet volgen',
  ),
  prior: phrases(`
    vorherig*, vorig*, bisherig*, fruher*, obig*, vorangegangen*, vorhergehend*, vorangehend*, ursprunglich*, oben, oben stehend*, zuvor, davor, bis jetzt,
    eerder*, voorgaand*, voorafgaand*, bovenstaand*, hierboven, tidligere, forrige, foregaende, ovenstaende, ovenfor, tidigare, foregaende, ovanstaende, ovan, hidtidige`),
  whole: phrases(
    'alle, allen, alles, deine, deinen, ihre, samtliche, jegliche, jede, die, al, je, jouw, uw, dine, alla, dina, all',
  ),
  allPrior:
    phrases(`alles was dir gesagt wurde, alles was dir vorher, alles was dir zuvor, alles was man dir, alles was du vorher, alles bisherige, alles vorherige, alles obige, alles davor, alles was vorher, alles was zuvor, alles was oben, alles was bisher, alles hierboven, alles wat hiervoor, alles wat je is verteld, allt ovan,
    allt du har fatt hora, alt du har faet at vide, alt ovenfor, allt som sagts, alles was du bisher`),
  orders: phrases(`
    anweisung, anweisungen, anleitung, anleitungen, instruktion, instruktionen, befehl, befehle, befehlen, vorgabe, vorgaben, regel, regeln, richtlinie, richtlinien, eingabeaufforderung*, weisung, weisungen, auftrag, auftrage,
    instructie, instructies, aanwijzing*, opdracht, opdrachten, regels, richtlijnen, instruksjoner, instrukser, instruktioner*, anvisning*, regler, reglerna, retningslinjer, riktlinjer, ordre, beskjeder, kommandoer`),
  reveal: phrases(`
    zeige, zeig, zeigen sie, verrate, verrat, enthulle, nenne, nenn, gib, gib mir, drucke, wiederhole, schreibe, liste, offenbare, wie lautet, wie lauten, was ist, was sind, was steht, teile, ubersetze, toon, laat zien, geef, onthul, herhaal, wat is, wat zijn, schrijf, vis, gentag, afslor, hva er, hvad er, visa, avsloja,
    upprepa, skriv ut, vad ar`),
  revealLast: phrases(
    'zeigen, verraten, anzeigen, ausgeben, preisgeben, wiederholen, offenlegen, enthullen, aus, tonen, herhalen',
  ),
  hiddenPrompt: phrases(`
    systemprompt, system prompt, systemnachricht, systemanweisung*, systemaufforderung, systembefehl*, systeminstruktion*, systemeingabe, geheimen anweisungen, internen anweisungen, versteckten anweisungen, ursprunglichen anweisungen, initialen prompt, text oben,
    obigen text, text uber, deine anweisungen, deine instruktionen, systeemprompt, systeembericht, systeeminstructies, je instructies, jouw instructies, bovenstaande tekst, systemmeddelande*, systemmelding, systemprompten, dine instruksjoner, dine instruktioner, dina instruktioner, systemprompt`),
};

/** Overriding and leaking in French, Spanish, Portuguese, Italian, Catalan and Romanian. */
export const romance: Lexicon = {
  reported: phrases(
    'te demande de, vous demande de, tente de, essaie de, par exemple, te pide que, intenta, por ejemplo, ti chiede di, pede para, tenta, por exemplo',
  ),
  invalid: phrases(
    `plus valables, plus valable, annulees, annules, caduques, ne s appliquent plus, ya no son validas, no son validas, ya no aplican, quedan anuladas, ya no valen, nao sao mais validas, nao valem mais, foram canceladas, non sono piu valide, non valgono piu, annullate, nu mai sunt valabile`,
  ),
  not: phrases('ne, jamais, pas, no, nunca, jamas, nao, non, mai, nu, niciodata'),
  disregard: phrases(`
    ignore, ignorez, ignorer, oublie, oubliez, oublier, neglige, negligez, ne tiens pas compte, ne tenez pas compte, ne tenez aucun compte, fais abstraction, faites abstraction, passe outre, ne suis pas, ne suivez pas, abandonne, abandonnez, contourne, contournez,
    ignora, ignorad, ignorar, ignoren, olvida, olvidad, olvidate de, olvide, olvidar, descarta, descarte, haz caso omiso, haga caso omiso, no sigas, no hagas caso, omite, omita, pasa por alto, desatiende, prescinde de,
    ignorem, esqueca, esquece, esquecer, desconsidere, desconsidera, desconsiderar, desrespeite, nao siga, pule, ignori, ignorate, ignorare, dimentica, dimenticate, dimenticare, scorda, trascura, non seguire, tralascia,
    oblida, descarta, uita, ignorati, uitati, nu urma, nu tine cont`),
  prior: phrases(`
    precedent, precedente, precedents, precedentes, precedenti, anterieur*, ci dessus, au dessus, d avant, d origine, initiales, initiale, recues, plus haut, jusqu ici, jusqu a present, donnees avant, que tu as recues, que vous avez recues,
    anterior, anteriores, previa, previas, previo, previos, de arriba, arriba, antes, hasta ahora, que te dieron, que recibiste, dadas, originales, iniciales, previamente, precedentemente, prima, di prima, sopra, qui sopra, finora, iniziali, originali, che hai ricevuto,
    acima, ate agora, que recebeu, que voce recebeu, iniciais, originais, anteriorment, previ*, de mai sus, de dinainte, primite`),
  whole: phrases(
    'tout, toute, toutes, tous, tes, vos, les, todo, toda, todas, todos, tus, sus, las, los, seus, suas, as, os, tutte, tutti, le, tue, tuoi, toate, totes',
  ),
  allPrior: phrases(`
    tout ce qui precede, tout ce qui a ete dit, tout ce qu on t a dit, tout ce que tu as, tout ce que vous avez, ce qui precede, todo lo anterior, todo lo que te, todo lo que se te, todo lo dicho, lo anterior, todo lo previo, todo lo de arriba,
    tudo o que foi dito, tudo o que lhe foi, tudo que foi dito, tudo o que te, tudo acima, tudo o que veio antes, tutto cio che, tutto quello che ti, tutto quanto sopra, quanto sopra, quanto detto, tot ce ti, tot ce a fost, tot el que`),
  orders: phrases(`
    instruction, instructions, consigne, consignes, directive, directives, regle, regles, ordre, ordres, commande, commandes, instruccion, instrucciones, directriz, directrices, indicacion, indicaciones, regla, reglas, orden, ordenes, norma, normas, mandato, mandatos, comando, comandos,
    instrucao, instrucoes, diretriz, diretrizes, orientacao, orientacoes, regra, regras, ordem, ordens, istruzione, istruzioni, direttiva, direttive, indicazione, indicazioni, regola, regole, ordini, comandi, instructiuni, instructiunile, regulile, comenzile, instruccions, ordres, regles, messages, mensajes, mensagens`),
  // An "invite" is a question of any program too.
  context: phrases('invite, invites'),
  reveal: phrases(`
    revele, revelez, reveler, montre, montrez, affiche, affichez, afficher, donne, donnez, repete, repetez, ecris, imprime, divulgue, quel est, quelles sont, quels sont, c est quoi, recopie, resume, traduis,
    revela, revele, muestra, muestrame, mostrar, imprime, repite, repita, dime, dame, escribe, cual es, cuales son, di, traduce, copia, ensename, mostre, mostra, me mostre, exiba, diga, me diga, repita, escreva, qual e, quais sao, imprima,
    rivela, mostra, mostrami, stampa, ripeti, scrivi, dimmi, qual e, quali sono, arata, dezvaluie, afiseaza, repeta, care sunt`),
  hiddenPrompt: phrases(`
    prompt systeme, prompt de systeme, message systeme, instructions systeme, instructions du systeme, invite systeme, instructions initiales, instructions cachees, instructions secretes, tes instructions, vos instructions, tes consignes, vos consignes, texte ci dessus, prompt initial,
    prompt del sistema, prompt de sistema, mensaje del sistema, mensaje de sistema, instrucciones del sistema, instrucciones de sistema, indicaciones del sistema, instrucciones iniciales, instrucciones ocultas, instrucciones secretas, tus instrucciones, sus instrucciones, texto anterior, texto de arriba, indicacion del sistema,
    prompt do sistema, mensagem do sistema, mensagem de sistema, instrucoes do sistema, instrucoes iniciais, instrucoes ocultas, instrucoes secretas, suas instrucoes, tuas instrucoes, texto acima, prompt inicial,
    prompt di sistema, messaggio di sistema, istruzioni di sistema, istruzioni iniziali, istruzioni nascoste, istruzioni segrete, tue istruzioni, testo sopra, testo precedente, prompt ul de sistem, promptul de sistem, mesajul de sistem, instructiunile tale`),
};

/** Overriding and leaking in Russian, Ukrainian, Polish, Czech and the South Slavic languages. */
export const slavic: Lexicon = {
  invalid: phrases(
    `больше не действ*, недействительн*, отменен*, утратили силу, не актуальн*, більше не діють, скасован*, nie obowiazuja, niewazne, juz nie obowiazuja, anulowane, neplati, jiz neplati, vise ne vaze`,
  ),
  not: phrases('не, никогда, ніколи, nie, nigdy, ne, nikdy, nikad, никога'),
  disregard: phrases(`
    игнорируй*, проигнорируй*, забудь*, игнорировать, отбрось*, пренебреги*, пропусти*, не следуй*, не обращай внимания, не учитывай*, отмени*, обойди*, ігноруй*, проігноруй*, забудь*, не зважай*, відкинь*,
    ignoruj*, zignoruj*, zapomnij*, pomin*, zlekcewaz*, odrzuc*, nie stosuj sie, nie zwracaj uwagi, ignorujte, zapomen*, opomen*, nedbej*, preskoc*, ignoriraj*, zanemari*, zaboravi*, pozabi*, игнорирай*, забрави*, пренебрегни*, игнориши, заборави*, занемари*`),
  prior: phrases(`
    предыдущ*, прежн*, предшеств*, вышеуказан*, вышеприведен*, вышеперечислен*, вышеописан*, ранее, выше, до этого, прошл*, исходн*, изначальн*, первоначальн*, полученн*, попередн*, вище, раніше, вищезазначен*,
    poprzedn*, wczesniejsz*, powyzsz*, dotychczasow*, uprzedn*, pierwotn*, predchoz*, predesl*, vyse, drivejs*, puvodn*, doteraz*, prethodn*, prijasn*, gornj*, ranij*, prejsnj*, предишн*, предходн*, горн*, претходн*, раниј*`),
  whole: phrases(
    'все, всі, всю, весь, всех, всеми, твои, ваши, свои, любые, усі, твої, свої, wszystkie, wszystkich, wszelkie, twoje, swoje, vsechny, veskere, tve, sve, sve, vse, svi, всички, сите, све',
  ),
  allPrior: phrases(`
    все что было, все что тебе, все что вам, все вышесказанное, все вышеперечисленное, все сказанное, все предыдущее, все что выше, все що, wszystko co, wszystko powyzej, wszystko powyzsze, vse co, vsechno co, vse vyse, sve sto, sve prethodno, vse kar`),
  orders: phrases(`
    инструкц*, указан*, команд*, правил*, директив*, приказ*, распоряжен*, промпт*, подсказк*, установк*, предписан*, інструкц*, вказів*, наказ*,
    instrukcj*, polecen*, wskazow*, zasad*, regul*, rozkaz*, wytyczn*, dyrektyw*, instrukc*, pokyn*, prikaz*, pravid*, instrukcij*, uput*, pravil*, naredb*, navodil*, инструкци*, упут*, нареждан*`),
  reveal: phrases(`
    покажи*, раскрой*, выведи*, напечатай*, напиши*, повтори*, скажи*, сообщи*, назови*, выдай*, перечисли*, какие, какой, каков*, переведи*, розкрий*, виведи*, надрукуй*, повтори*, які, який,
    pokaz*, ujawnij*, wyswietl*, wypisz*, powtorz*, podaj*, napisz*, jakie sa, jaki jest, zdradz*, ukaz*, odhal*, vypis*, zobraz*, zopakuj*, rekni*, jake jsou, jaky je, prikaz*, otkrij*, ispisi*, ponovi*, pokazi*`),
  hiddenPrompt: phrases(`
    системный промпт*, системного промпта, системную подсказку, системное сообщение, системного сообщения, системные инструкции, системных инструкций, системную инструкцию, скрытые инструкции, секретные инструкции, твои инструкции, ваши инструкции, свои инструкции, начальные инструкции, исходные инструкции, текст выше, начальный промпт, системні інструкції, системний промпт*, твої інструкції, свої інструкції,
    prompt systemowy, promptu systemowego, instrukcje systemowe, wiadomosc systemowa, komunikat systemowy, twoje instrukcje, swoje instrukcje, ukryte instrukcje, tekst powyzej, systemovy prompt, systemovou zpravu, systemove instrukce, systemove pokyny, sve instrukce, tve instrukce, skryte pokyny, sistemski prompt, sistemske upute, svoje upute, sistemska navodila, системни инструкции`),
};

/** Overriding and leaking in Chinese, Japanese, Korean, Vietnamese, Thai and Indonesian. */
export const eastAsian: Lexicon = {
  reported: phrases('指示其, 要求其, 要求你, 让你, 叫你, 试图, 企图, 試圖, 例如, 比如'),
  invalid: phrases(
    `无效, 作废, 不再有效, 已失效, 取消, 無効, もう有効では, 失効, 더 이상 유효하지, khong con hieu luc, không còn hiệu lực, tidak berlaku lagi, ไม่มีผล`,
  ),
  not: phrases('不要, 不得, 请勿, 勿, 不, 别, 禁止, 絶対に, đừng, không, jangan, tidak, อย่า, ห้าม'),
  disregard: phrases(`
    忽略, 忽視, 忽视, 无视, 無視, 忘记, 忘記, 忘掉, 不要遵守, 不要理会, 不要理會, 不要遵循, 抛弃, 拋棄, 丢弃, 跳过, 绕过, 不用管, 别管, 清除, 取消,
    bỏ qua, hãy quên, phớt lờ, quên, không tuân theo, đừng tuân theo, abaikan, lupakan, jangan ikuti, hiraukan, ละเว้น, เพิกเฉย, ลืม, ไม่ต้องสนใจ, ข้าม`),
  disregardLast: phrases(`
    無視し, 無視して, 無視せよ, 忘れて, 忘れろ, 忘れなさい, 従わない, 従わず, 破棄し, 無効に, を無視, を忘れ, 忽略, 忽略掉, 忘掉, 全部忘记, 무시*, 잊어*, 잊고, 따르지 마*, 버리고, 무효*`),
  prior: phrases(`
    之前, 以前, 先前, 上面, 上述, 以上, 前面, 此前, 原来, 原有, 原先, 前述, 之前所有, 以前所有, 前の, 以前の, これまで, 今まで, 上記, 先の, 先ほど, それまで, 前回, 元の, 最初の, 이전*, 앞*, 위의, 위*, 지금까지*, 기존*, 앞선, 원래*,
    trước, trước đó, trước đây, ở trên, bên trên, phía trên, ban đầu, sebelumnya, di atas, terdahulu, semula, ก่อนหน้า, ด้านบน, ข้างต้น, ก่อนหน้านี้, ที่ผ่านมา, เดิม`),
  whole: phrases(
    '所有, 全部, 一切, 任何, 你的, 您的, すべて, 全て, 全部, 모든, 모두, 전부, tất cả, mọi, các, semua, seluruh, segala, ทั้งหมด',
  ),
  allPrior: phrases(
    `以上内容, 上述内容, 以上所有, 之前的一切, 之前的所有, 上面的一切, 以上全部, 上面所有, 之前说的, 之前告诉你的, mọi thứ trước, tất cả những gì, semua yang, segala sesuatu sebelum, ทุกอย่างก่อนหน้า, ทุกสิ่งที่`,
  ),
  orders: phrases(`
    指令, 指示, 说明, 說明, 命令, 规则, 規則, 提示, 提示词, 提示詞, 要求, 约束, 限制, 规定, 指引, 对话, 内容, 設定, 设定, ルール, プロンプト, 制約, 命令, 指図, 지시*, 명령*, 규칙*, 프롬프트*, 지침*, 설정*,
    hướng dẫn, chỉ dẫn, chỉ thị, lệnh, quy tắc, yêu cầu, mệnh lệnh, instruksi, perintah, petunjuk, arahan, aturan, คำสั่ง, คำแนะนำ, กฎ, ข้อกำหนด`),
  reveal: phrases(`
    显示, 顯示, 告诉我, 告訴我, 输出, 輸出, 打印, 列出, 重复, 重複, 透露, 泄露, 洩露, 公开, 展示, 说出, 給我, 给我, 复述, 翻译, 总结, 是什么, tiết lộ, hiển thị, in ra, lặp lại, cho tôi, cho biết, liệt kê, viết lại, tampilkan, tunjukkan, ungkapkan, ulangi, cetak, beri tahu, sebutkan, apa, แสดง, เปิดเผย, บอก, พิมพ์, ทวน`),
  revealLast: phrases(
    '表示し, 教えて, 見せて, 出力し, 繰り返し, 明かし, 公開し, 開示し, 書いて, 要約し, は何, 是什么, 是什麼, 告诉我, 显示出来, 输出出来, 说出来, 보여*, 알려*, 출력*, 공개*, 말해*, 반복*, 적어*, 뭐*, 무엇*',
  ),
  hiddenPrompt: phrases(`
    系统提示, 系統提示, 系统提示词, 系统消息, 系统指令, 系統指令, 系统信息提示, 初始指令, 初始提示, 原始指令, 原始提示, 隐藏指令, 隐藏的指令, 你的指令, 你的提示词, 你的提示, 你的规则, 你的設定, 你的系统, 上面的文字, 上面的内容, 以上文本, 内部指令, 开发者消息,
    システムプロンプト, システムメッセージ, システム指示, 初期プロンプト, 最初の指示, 隠された指示, あなたの指示, 内部の指示, 上記のテキスト, 上の文章, 秘密の指示, 시스템 프롬프트*, 시스템 메시지*, 시스템 지시*, 시스템 명령*, 초기 지시*, 초기 프롬프트*, 숨겨진 지시*, 당신의 지시*, 너의 지시*, 위의 텍스트*, 내부 지침*,
    lời nhắc hệ thống, prompt hệ thống, thông điệp hệ thống, hướng dẫn hệ thống, hướng dẫn của bạn, hướng dẫn ban đầu, prompt sistem, pesan sistem, instruksi sistem, instruksi anda, instruksi awal, instruksi rahasia, พรอมต์ระบบ, คำสั่งระบบ, ข้อความระบบ, คำสั่งของคุณ`),
};

/** Overriding and leaking in Arabic, Hebrew, Persian, Hindi, Turkish, Greek, Finnish and Hungarian. */
export const furtherLanguages: Lexicon = {
  invalid: phrases(
    `لم تعد سارية, ملغاة, לא תקפות, בטלות, δεν ισχυουν, artik gecerli degil, gecersiz, अब मान्य नहीं, अमान्य, eivat ole voimassa, nem ervenyes*`,
  ),
  not: phrases('لا, לא, אל, मत, नहीं, δεν, μην, ala, alä, ne, soha, نکن'),
  disregard: phrases(`
    تجاهل, تجاهلي, تجاهلوا, انس, انسى, تخط, لا تتبع, اهمل, התעלם, התעלמי, התעלמו, שכח, שכחי, אל תציית, αγνοησε*, αγνοηστε, αγνοησ*, ξεχασε*, ξεχαστε, παραβλεψ*, ala valita, jata huomiotta, jätä huomiotta, unohda, ohita, sivuuta, unohtakaa, hagyd figyelmen kivul, felejtsd el, felejtse el, ne vedd figyelembe,
    نادیده بگیر, فراموش کن`),
  disregardLast: phrases(`
    gormezden gel*, yok say*, unut, unutun, dikkate alma*, goz ardi et*, onemseme*, अनदेखा कर*, नजरअंदाज कर*, नज़रअंदाज़ कर*, भूल जा*, उपेक्षा कर*, अनदेखी कर*, hagyd figyelmen kivul, felejtsd el, نادیده بگیر*, فراموش کن*, huomiotta`),
  prior: phrases(`
    السابقة, السابق, اعلاه, أعلاه, الماضية, المسبقة, السابقه, قبل, الأصلية, הקודמות, הקודמים, הקודמת, הקודם, שלמעלה, לעיל, שניתנו, שקיבלת, προηγουμεν*, παραπανω, πιο πανω, αρχικ*, onceki, yukaridaki, eski, daha once, su ana kadar, पिछले, पिछली, पिछला, पहले, पूर्व, ऊपर, उपरोक्त, अब तक, aiemm*, aikaisemm*, edellis*, ylla ole*, yllä ole*, korabb*, elozo*, fenti*, eddig*, قبلی*, پیشین, بالا`),
  whole: phrases(
    'جميع, كل, كافة, כל, את כל, ολες, ολα, τις, tum, butun, her, सभी, सारे, सब, kaikki, kaikkia, osszes, minden, همه, تمام',
  ),
  allPrior: phrases(
    'كل ما سبق, كل شيء سبق, ما سبق, כל מה שנאמר, כל האמור, ολα τα παραπανω, ο τι ειπωθηκε, yukaridaki her seyi, kaiken ylla, minden fentit, ऊपर का सब',
  ),
  orders: phrases(`
    التعليمات, تعليمات, تعليماتك, الأوامر, اوامر, القواعد, التوجيهات, الارشادات, الإرشادات, ההוראות, הוראות, הפקודות, פקודות, ההנחיות, הנחיות, הכללים, ההנחיה, οδηγι*, εντολ*, κανον*, talimat*, yonerge*, komut*, kural*, emir*, निर्देश*, आदेश*, नियम*, हिदायत*, अनुदेश*, ohje*, maarays*, määräys*, saanno*, kehot*, kasky*, utasitas*, szabaly*, parancs*, دستور*, دستورالعمل*, قوانین`),
  reveal: phrases(`
    اعرض, أظهر, اظهر, اكشف, اطبع, كرر, اكتب, أخبرني, اخبرني, ما هي, ما هو, הצג, הראה, חשוף, הדפס, גלה, חזור על, מה הן, מה הם, ספר לי, δειξε*, αποκαλυψ*, εκτυπωσ*, επαναλαβ*, πες, ποιες, ποιο, nayta, näytä, paljasta, toista, tulosta, kerro, mika on, mitka ovat, mutasd, ird, ismeteld, fedd fel, mi a, نشان بده, بگو`),
  revealLast: phrases(
    'goster*, yazdir*, acikla*, tekrarla*, soyle*, paylas*, yaz, nedir, nelerdir, दिखा*, बता*, प्रकट*, दोहरा*, लिख*, क्या, نشان بده*, بگو*',
  ),
  hiddenPrompt: phrases(`
    موجه النظام, تعليمات النظام, رسالة النظام, مطالبة النظام, تعليماتك, تعليماتك الاصلية, النص أعلاه, النص اعلاه, הנחיית המערכת, הודעת המערכת, הוראות המערכת, ההוראות שלך, ההנחיות שלך, הטקסט למעלה, μηνυμα συστηματος, μηνυμα του συστηματος, οδηγιες συστηματος, οδηγιες του συστηματος, οδηγιες σου,
    sistem istemi*, sistem mesaj*, sistem talimat*, sistem prompt*, sistem komut*, talimatlarini, yukaridaki metni, सिस्टम प्रॉम्प्ट, सिस्टम निर्देश*, सिस्टम संदेश*, अपने निर्देश*, ऊपर का पाठ, ऊपर दिए गए, jarjestelmakehot*, järjestelmäkehot*, jarjestelmaviest*, järjestelmäohje*, ohjeesi, rendszeruzenet*, rendszerutasitas*, rendszerprompt*, utasitasaid*, دستورالعمل سیستم, پیام سیستم`),
};
