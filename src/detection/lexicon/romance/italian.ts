import type { CompleteLexicon } from '../complete';
import { combined, phrases } from '../lexicon';

const texts =
  "del documento, del testo, dell'articolo, del contesto, della conversazione, del messaggio, del rapporto, delle istruzioni, dei dati, dell'e mail, della mail, dell'input, dell'input utente, della pagina, del prompt, del prompt di sistema, della richiesta";

/** Italian: tu, Lei and voi; the infinitive forbids. */
export const italian: CompleteLexicon = {
  not: phrases('non, mai, senza, nessun, nessuna, nessuno, né, evita di, eviti di'),
  notAfter: phrases('mai, nessun, nessuna'),
  reported: phrases(`
    ti chiede di, le chiede di, chiede di, chieda di, chiedono di, chiedendo di, tenta di, tentano di, tentare di, cerca di, cercano di, cercare di, per esempio, ad esempio, come per esempio, attacco, attacchi, attaccante, iniezione, iniezioni, ti ordina di, ordina di, ti dice di, dice di, frasi come, pretende, invita a, ti invita a`),
  reportedAfter: [],
  mine: phrases('mio, mia, miei, mie, nostro, nostra, nostri, nostre'),
  givenText: [
    ...combined(
      "nel, in questo, nella, in questa, nei, negli, nelle, nell', contenute nel, contenute nella, contenute nei, presenti nel, presenti nella, presenti nei",
      'documento, documenti, testo, articolo, pagina, file, e mail, mail, messaggio, dati, allegato, allegati, risultati, contenuto, commento, commenti',
    ),
    ...phrases('del documento, dei documenti, del file, della pagina web'),
  ],
  either: phrases('o, oppure'),
  disregard: phrases(`
    ignora, ignori, ignorate, ignorare, dimentica, dimentichi, dimenticate, dimenticare, dimenticati di, scorda, scordi, scordati, trascura, trascuri, trascurate, trascurare, non seguire, non segua, non seguite, non seguire più, non segua più, non tenere conto, non tenga conto, non tenere più conto, non tener conto, non obbedire, non obbedisca,
    non rispettare, non rispetti più, tralascia, tralasci, lascia perdere, lasci perdere, lascia stare, metti da parte, metta da parte, scarta, scarti, abbandona, abbandoni, aggira, aggiri, smetti di seguire, smetta di seguire, disobbedisci, disattendi, disattenda`),
  replace: phrases('cancella, cancelli, elimina, elimini, annulla, annulli, sostituisci, sostituisca'),
  disregardLast: phrases(
    'vanno ignorate, vanno dimenticate, sono da ignorare, devono essere ignorate, da ignorare',
  ),
  prior: phrases(`
    precedente, precedenti, precedentemente, prima, di prima, sopra, qui sopra, di cui sopra, soprastanti, finora, fin qui, fino ad ora, iniziali, iniziale, originali, originarie, anteriori, che hai ricevuto, che ha ricevuto, che ti sono state date, che le sono state date, che ti hanno dato, date in precedenza, in precedenza, ricevute`),
  whole: phrases('tutto, tutta, tutte, tutti, tue, tuoi, sue, suoi, vostre, ogni, qualsiasi, ciascuna'),
  allPrior: phrases(`
    tutto ciò che, tutto quello che ti, tutto quello che le, tutto quanto sopra, quanto sopra, quanto detto, tutto il resto sopra, tutto quello che hai letto, ciò che ti è stato detto, quello che ti è stato detto, quanto ti è stato detto, quanto precede, tutto ciò che precede, tutto quanto detto, il testo sopra, il testo qui sopra, tutto quello che è stato detto`),
  orders: phrases(
    'istruzione, istruzioni, direttiva, direttive, indicazione, indicazioni, regola, regole, ordine, ordini, comando, comandi, consegna, consegne, norma, norme, prompt, disposizioni, linee guida',
  ),
  context: phrases('messaggi, messaggio'),
  modelRules: [
    ...combined(
      'le, alle, delle',
      'regole, istruzioni, direttive',
      'del tuo, dei tuoi',
      'sviluppatore, sviluppatori, creatore, creatori, gestore',
    ),
    ...combined(
      'le tue, tue, le sue, tutte le tue, tutte le sue, tutte le',
      'istruzioni, regole, direttive, restrizioni, limitazioni, indicazioni, istruzioni di sistema, regole di sicurezza, linee guida, norme, politiche',
    ),
    ...phrases(
      'la tua programmazione, la sua programmazione, il tuo prompt di sistema, il prompt di sistema, il tuo addestramento',
    ),
  ],
  invalid: phrases(`
    non sono più valide, non valgono più, non valide, annullate, sono annullate, non si applicano più, non sono più in vigore, decadute, sono decadute, revocate, sono revocate, nulle, sono nulle, non contano più, sono sospese, sono superate, perdono validità, prive di effetto`),
  rivalTask: [
    ...combined(
      'il tuo, il suo, tuo',
      'nuovo, vero',
      'compito, incarico, obiettivo, lavoro',
      'è, consiste, sarà',
    ),
    ...combined('la tua, la sua, tua', 'nuova, vera', 'missione, istruzione, mansione', 'è, consiste, sarà'),
    ...combined(
      "d'ora in poi, da ora in poi, da adesso in poi, da questo momento",
      'il tuo compito, il suo compito, la tua missione, la sua missione',
      'è, consiste, sarà',
    ),
    ...combined(
      'invece del, al posto del',
      ', tuo, suo',
      'compito',
      'originale, precedente, attuale, iniziale',
    ),
    ...phrases(
      'smetti quello che stai facendo, smetta quello che sta facendo, interrompi il tuo compito, interrompa il suo compito, abbandona il tuo compito',
    ),
  ],
  titledTask: phrases(
    'nuovo compito, nuova istruzione, nuove istruzioni, nuovo incarico, nuovo ordine, nuova missione, istruzione urgente, istruzioni urgenti, nuova istruzione urgente, nuove istruzioni urgenti, istruzione prioritaria, ordine urgente',
  ),
  endOfText: combined('fine', texts),
  beginOfText: combined('inizio', texts),
  user: phrases(
    "utente, l'utente, utenti, cliente, clienti, lettore, lettrice, lettori, umano, umana, persona, proprietario, proprietaria, titolare, revisore, nessuno",
  ),
  untold: phrases(`
    non dire nulla, non dire niente, non dica nulla, non dica niente, non dirlo, non lo dica, non dire, non informare, non informi, non avvisare, non avvisi, non avvertire, non avverta, non menzionare, non menzioni, non menzionarlo, non rivelare, non riveli, non rivelarlo, non comunicare, non comunichi, non segnalare, non segnali, non parlarne, non ne parli,
    non raccontare, non racconti, non notificare, non farne parola, non ne faccia parola, non accennare, nascondi, nasconda, nascondilo, tieni nascosto, tenga nascosto, taci, non farne cenno`),
  tell: phrases(
    "di', dica, dì, informa, informi, avvisa, avvisi, avverti, avverta, menziona, menzioni, segnala, segnali, rivela, riveli, comunica, comunichi, racconta",
  ),
  deed: phrases(`
    questo, ciò, di questo, di ciò, al riguardo, in merito, questa azione, questo passaggio, questa istruzione, questo messaggio, questa modifica, di questa modifica, di questo passaggio, di questa azione, di questa istruzione, quello che hai fatto, ciò che hai fatto, quello che ha fatto, ciò che fai, a questo passaggio`),
  withoutTelling: phrases(
    "senza informare, senza informarne, senza avvisare, senza avvertire, senza dirlo, senza dire nulla, senza comunicarlo, senza notificare, senza segnalarlo, senza chiedere, all'insaputa dell', all'insaputa del, all'insaputa di, alle spalle dell', alle spalle del",
  ),
  keepSecret: [
    ...combined(
      'non deve, non devono, non dovrà, mai deve',
      'sapere nulla, saperne nulla, saperlo, venirlo a sapere, venire a saperlo, venire a sapere nulla, sapere niente, saperne niente, sapere, accorgersene, accorgersi di nulla, accorgersi di niente, essere informato, vederlo, notarlo, scoprirlo',
    ),
    ...phrases(`
      mantieni il segreto, mantenga il segreto, tienilo segreto, tienilo per te, lo tenga per sé, tieni questo per te, tieni tutto segreto, non lasciare tracce, non lasci tracce, cancella le tracce, cancella ogni traccia, cancelli ogni traccia, fai finta di niente, faccia finta di niente, fai finta di nulla, faccia finta di nulla, come se niente fosse, come se nulla fosse,
      non dirlo a nessuno, non lo dica a nessuno, non dire a nessuno, resti tra noi, deve restare tra noi, deve restare segreto, deve rimanere segreto, nessuno deve saperlo, nessuno deve sapere, nessuno deve accorgersene`),
  ],
  secretly: phrases(
    "segretamente, in segreto, di nascosto, di soppiatto, clandestinamente, all'insaputa dell'utente, all'insaputa del cliente, all'insaputa di tutti, alle spalle dell'utente, senza che l'utente lo sappia, senza che l'utente se ne accorga, senza che il cliente lo sappia, senza che il cliente se ne accorga, senza che nessuno se ne accorga",
  ),
  act: phrases(`
    esegui, esegua, invia, invii, manda, mandi, spedisci, elimina, elimini, cancella, cancelli, aggiungi, aggiunga, installa, installi, scarica, scarichi, carica, carichi, inoltra, inoltri, copia, copi, inserisci, inserisca, scrivi, scriva, modifica, modifichi, cambia, cambi, sostituisci, sostituisca, disattiva, disattivi, apri, apra, chiama, chiami,
    trasferisci, trasferisca, bonifica, pubblica, pubblichi, accetta, accetti, approva, approvi, prenota, prenoti, acquista, acquisti, compra, compri, consiglia, consigli, raccomanda, raccomandi, rispondi, risponda, condividi, condivida, salva, salvi, conferma, confermi, paga, paghi, leggi, legga, includi, includa`),
  copy: phrases(
    'copia, copi, inserisci, inserisca, aggiungi, aggiunga, riproduci, riproduca, ripeti, ripeta, incolla, incolli, scrivi, scriva, includi, includa, diffondi, diffonda, propaga, replica',
  ),
  thisText: [
    ...combined('questo', 'paragrafo, testo, messaggio, blocco, prompt, passo, brano, commento, avviso'),
    ...combined('questa', 'istruzione, sezione, nota, frase, regola, riga'),
    ...combined('queste, questi', 'istruzioni, righe, frasi, parole, regole, indicazioni, paragrafi'),
  ],
  everyFile: [
    ...combined(
      'ogni, ciascun, qualsiasi',
      ', nuovo, nuova, tuo, tua',
      'file, documento, risposta, messaggio, e mail, mail, repository, progetto, riassunto, pagina, readme, commit',
    ),
    ...combined(
      'tutti i, tutte le, tutte le tue, tutti i tuoi, tutte le sue, tutti gli',
      ', altri, altre',
      'file, documenti, risposte, messaggi, e mail, mail, repository, progetti, contatti, pagine',
    ),
  ],
  toModel: [
    ...combined(
      'nota, messaggio, avviso, istruzione, istruzioni, attenzione, promemoria',
      "per, per l', per gli, per le, per i, per il, a, all', agli, alle, ai, per tutti i, per tutte le, a tutti i, a tutte le, rivolto a, rivolte a",
      'ia, assistenti ia, assistente ia, agenti ia, assistente, assistenti, modello, modelli, modello linguistico, modelli linguistici, intelligenza artificiale, intelligenze artificiali, llm, chatbot, ai',
    ),
    ...combined(
      "all', agli, ai, alle, per l', cara, caro, cari, ciao, attenzione",
      ', tutti gli, tutti i',
      'ia, assistenti ia, agenti ia, modelli linguistici, assistente ia, modello linguistico, intelligenza artificiale',
    ),
    ...combined(
      'se sei, se lei è',
      "un', una, un",
      'ia, ai, assistente ia, agente ia, modello linguistico, intelligenza artificiale, assistente, chatbot',
      ', che legge questo, e leggi questo',
    ),
    ...combined(
      "se un'ia, se un modello linguistico, se un agente ia, qualsiasi ia che, ogni ia che, ogni modello che, le ia che, i modelli che",
      'legge, leggono, elabora, elaborano, riassume',
      'questo, questo testo, questa pagina, questo messaggio, questo documento',
    ),
    ...phrases(
      "nota per l'ia, messaggio per l'ia, messaggio all'ia, nota all'ia, all'ia, istruzioni per l'ia",
    ),
  ],
  send: phrases(
    'invia, invii, inviare, inviale, inviali, manda, mandi, mandare, spedisci, spedisca, spedire, trasmetti, trasmetta, trasmettere, inoltra, inoltri, inoltrare, carica, carichi, pubblica, pubblichi, condividi, condivida, allega, alleghi, aggiungi, aggiunga, copia, copi, trasferisci, trasferisca, esfiltra',
  ),
  secretData: phrases(`
    chiave api, chiavi api, password, credenziale, credenziali, token di accesso, chiave segreta, chiavi segrete, chiave privata, chiavi private, variabili d'ambiente, variabile d'ambiente, variabili di ambiente, cronologia della conversazione, cronologia della chat, cronologia dei messaggi, la cronologia, tutta la conversazione, intera conversazione, l'intera conversazione,
    conversazione completa, questa conversazione, la conversazione, dati dell'utente, dati utente, dati personali, dati dei clienti, dati del cliente, dati riservati, informazioni riservate, informazioni personali, numero della carta, carta di credito, rubrica, elenco contatti, contatti, tutte le e mail, tutte le mail, tutti i messaggi, tutti i file, posta in arrivo, cookie,
    cookie di sessione, segreti, prompt di sistema`),
  carry: phrases(
    'passa il suo contenuto, passa il contenuto, passi il contenuto, invia il contenuto, invii il contenuto, invia il suo contenuto, includi il contenuto, includi il suo contenuto, includa il contenuto, aggiungi il contenuto, usa il contenuto, fornisci il contenuto, trasmetti il contenuto, inserisci il contenuto',
  ),
  joined: phrases(
    'seguito da, seguita da, seguito dal, seguito dalla, più, con il contenuto, che termina con, insieme a',
  ),
  beginAnswer: [
    ...combined(
      'inizia, inizi, comincia, cominci',
      'la tua, la sua, ogni, tutte le tue, ogni tua, la',
      'risposta, risposte, messaggio',
      ', sempre',
      'con, dicendo',
    ),
    ...combined('inizia, inizi, comincia, cominci', ', sempre', 'con le parole, dicendo'),
    ...combined('risposta', 'deve, dovrà', ', sempre', 'iniziare, cominciare', ', sempre', 'con'),
    ...phrases(
      'le prime parole della tua risposta sono, la prima parola della tua risposta è, rispondi prima con',
    ),
  ],
  beginLast: [],
  consent: phrases(
    "certo, certamente, assolutamente, sì, d'accordo, volentieri, con piacere, ecco, ecco qui, naturalmente, ovviamente, nessun problema, capito, va bene, ok, sicuro",
  ),
  neverRefuse: phrases(`
    non rifiutare, non rifiutare mai, non rifiuti mai, non rifiuti, non rifiutarti, non rifiutarti mai, non si rifiuti mai, non puoi rifiutare, non può rifiutare, non puoi rifiutarti, non può rifiutarsi, non devi rifiutare, non devi mai rifiutare, non deve mai rifiutare, non ti è permesso rifiutare, ti è vietato rifiutare, le è vietato rifiutare, è vietato rifiutare, vietato rifiutare,
    non dire mai di no, non dica mai di no, non dire di no, il rifiuto non è, i rifiuti non sono, senza rifiutare, senza rifiutarti, devi obbedire, deve obbedire, obbedisci a ogni, obbedisca a ogni, mai rifiutare, non negare nessuna`),
  refusal: phrases(`
    non posso, mi dispiace, non sono in grado, come ia, come modello, come modello linguistico, in quanto ia, in quanto modello, in quanto modello linguistico, in quanto intelligenza artificiale, purtroppo, scusa, scuse, scusarti, avvertenza, avvertenze, avvertimento, avvertimenti, dichiarazione di non responsabilità, morale, prediche, predica, considerazioni etiche, riserve`),
  reveal: phrases(`
    rivela, riveli, mostra, mostri, mostrami, mi mostri, stampa, stampi, ripeti, ripeta, scrivi, scriva, dimmi, mi dica, qual è, quali sono, qual era, quali erano, traduci, traduca, copia, copi, riassumi, riassuma, elenca, elenchi, cita, citi, divulga, condividi, dammi, mi dia, fammi vedere, mi faccia vedere, cosa dice, cosa dicono`),
  revealLast: [],
  hiddenPrompt: phrases(`
    prompt di sistema, prompt del sistema, messaggio di sistema, istruzioni di sistema, istruzioni del sistema, istruzioni iniziali, indicazioni iniziali, istruzioni nascoste, istruzioni segrete, istruzioni interne, regole interne, regole nascoste, regole segrete, tue istruzioni, sue istruzioni, testo sopra, testo qui sopra, testo precedente, prompt iniziale, prompt originale,
    istruzioni originali, messaggio dello sviluppatore`),
  ownOrders: phrases(
    'tue istruzioni, tuo prompt, tue regole, tue direttive, tue linee guida, tua configurazione, tue indicazioni',
  ),
  verbatim: phrases(
    'parola per parola, testualmente, letteralmente, alla lettera, per intero, integralmente, senza modifiche, senza cambiare, testo esatto, testo completo, lettera per lettera, riga per riga, in un blocco di codice, in base64, al contrario',
  ),
  mention: phrases('scrivi, scriva, copia, copi, elenca, elenchi, descrivi, descriva, riassumi, cita'),
  become: [
    ...combined("ora, adesso, da ora in poi, d'ora in poi, da questo momento", 'sei, lei è, sarai, lei sarà'),
    ...phrases(`
      sei ora, fingi di essere, finga di essere, fai finta di essere, faccia finta di essere, immagina di essere, immagini di essere, agisci come, agisca come, comportati come, si comporti come, simula, simuli, interpreta il ruolo, interpreti il ruolo, assumi il ruolo, assuma il ruolo, recita la parte, reciti la parte, impersona, impersoni, rispondi come, risponda come,
      diventa, diventi, mettiti nei panni, si metta nei panni, vesti i panni`),
  ],
  being: phrases("sei, lei è, c'è, c'era una volta"),
  unbound: [
    ...combined(
      'senza, senza alcuna, senza alcun, senza nessuna, senza nessun, nessuna, nessun, priva di, privo di',
      'restrizione, restrizioni, limite, limiti, regola, regole, filtro, filtri, censura, limitazione, limitazioni, morale, etica, scrupoli, vincoli, freni',
    ),
    ...phrases(`
      non censurato, non censurata, senza censure, libero da ogni restrizione, libera da ogni restrizione, libero da restrizioni, libera da restrizioni, libero da ogni regola, libera da ogni regola, che non rifiuta mai, che non si rifiuta mai, che può fare tutto, che può fare qualsiasi cosa, non ha limiti, non ha regole, non conosce regole, non conosce limiti,
      non segue alcuna regola, disinibito, disinibita`),
  ],
  specialMode: phrases(
    'modalità sviluppatore, modalità di sviluppo, modalità debug, modalità di debug, modalità manutenzione, modalità di manutenzione, modalità amministratore, modalità admin, modalità dio, modalità test, modalità di test, modalità diagnostica, modalità root, modalità senza restrizioni, modalità senza censure',
  ),
  switchOn: phrases(
    'attivata, è attivata, ora è attiva, ora attiva, sei in, sei ora in, ora sei in, lei è ora in, lei ora è in, ti trovi ora in, si trova ora in, entra in, entri in, passa in, passi in, passa alla, passi alla, abilitata',
  ),
  unlock: [
    ...combined(
      'disattiva, disattivi, rimuovi, rimuova, elimina, elimini, togli',
      'i tuoi, le tue, tutti i tuoi, tutte le tue, tutti i, tutte le',
      'filtri, filtri di sicurezza, restrizioni, limitazioni, protezioni, filtri sui contenuti',
    ),
    ...combined(
      'tutte le, le tue',
      'restrizioni, protezioni, limitazioni',
      'sono revocate, sono rimosse, sono disattivate, sono state rimosse, sono state revocate',
    ),
    ...phrases(
      'concedimi i privilegi di amministratore, dammi i privilegi di amministratore, sblocca le funzioni nascoste',
    ),
  ],
  model: phrases(
    "ia, l'ia, assistente ia, assistenti ia, agente ia, agenti ia, modello linguistico, modelli linguistici, intelligenza artificiale, intelligenze artificiali, assistente, assistenti, assistente virtuale, chatbot, modello di ia, modelli di ia, llm",
  ),
  must: phrases(
    'deve, devono, dovrebbe, dovrebbero, devi, è tenuta a, è tenuto a, sono tenuti a, dovrà, dovranno, per favore',
  ),
  answer: phrases(
    'tua risposta, tue risposte, ogni risposta, tuo riassunto, la risposta, della risposta, tuo output',
  ),
  memory: phrases(
    'tua memoria, sua memoria, per sempre nella memoria, memoria a lungo termine, per tutte le future, in tutte le future, per tutte le prossime, in tutte le prossime, per le conversazioni future',
  ),
  memorise: phrases(
    'salva, salvi, memorizza, memorizzi, ricorda, ricordi, annota, annoti, registra, registri, archivia, conserva, conservi, aggiungi',
  ),
};
