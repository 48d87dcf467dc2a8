import { combined, type Lexicon, phrases } from '../lexicon';

const things =
  'istruzioni, istruzione, regole, direttive, restrizioni, limitazioni, linee guida, norme, ordini, indicazioni, principi, filtri, limiti, politiche, disposizioni, vincoli, protocolli';
/** What is told a model, and is no law of a country. */
const told =
  'istruzioni, istruzione, regole, direttive, ordini, indicazioni, linee guida, comandi, disposizioni';
const former = 'precedenti, di prima, qui sopra, sopra, di sopra, iniziali, originali, date prima';
const given =
  'che hai ricevuto, che ti hanno dato, che ti sono state date, del sistema, del tuo sviluppatore, dei tuoi sviluppatori, del prompt, riportate sopra';
const modelPrompt = 'prompt di sistema, messaggio di sistema, prompt iniziale, prompt originale';
const makers = 'sviluppatori, creatori, programmatori, progettisti';

const ownHeld = combined(
  ', tutte, tutti, a tutte, di tutte',
  'le tue, i tuoi, alle tue, ai tuoi, delle tue, dei tuoi, dalle tue, dai tuoi',
  ', vecchie, stesse, solite',
  things,
  ', etiche, morali, interne, attuali, di sicurezza, precedenti',
);

/** How what a model was told stands, in Italian. */
export const italian: Lexicon = {
  allPrior: [
    ...combined(
      'quanto, tutto quanto',
      'sopra, scritto sopra, detto sopra, detto finora, precede, scritto prima, detto prima',
    ),
    ...combined(
      'tutto quello, quello, ciò, tutto ciò',
      'che',
      'ti hanno detto, ti è stato detto, precede, hai letto, sta sopra, c è sopra',
    ),
    ...phrases('il testo sopra, il testo precedente, i messaggi precedenti'),
  ],
  ownHeld,
  heldTo: [
    ...ownHeld,
    ...combined(', tutte, tutti', 'le, gli, i, delle, alle, dalle, queste', told, `${former}, ${given}`),
    ...combined('le, tutte le, gli, alle', 'precedenti, vecchie', told),
    ...combined('il, al, del, dal, tuo', modelPrompt),
  ],
  outOfForce: [
    ...combined(
      ', sono, sono state, è, è stato, come, siano',
      ', ora, adesso, tutte, ormai, quindi',
      'annullate, annullati, annullata, revocate, sospese, cancellate, nulle, non valide, decadute, abrogate, superate, eliminate, prive di effetto, prive di valore, obsolete, rimosse, disattivate, disattivati',
    ),
    ...combined(
      'non',
      'valgono, vale, si applicano, contano, esistono, esistano, esistessero, hanno, ti vincolano, sono',
      ', più, più valore, più valide, più in vigore',
    ),
  ],
  deem: phrases('considera, consideri, tratta, tratti, ritieni, dichiara'),
  letGoOf: phrases(
    'trascura, trascuri, infrangi, infranga, trasgredisci, disobbedisci a, disobbedisci alle, aggira, aggiri, non badare a, non badare alle, non seguire più, non seguire, fregatene di, fregatene delle, liberati dalle, liberati da, non rispettare, non rispettare più, calpesta, sbarazzati delle, non tenere conto delle, passa sopra a, passa sopra alle, lascia perdere, lasci perdere',
  ),
  putAway: phrases('metti, metta, lascia, lasci, getta, butta, non prendere, accantona'),
  away: phrases(
    'da parte, da un lato, via, alle spalle, in considerazione, sul serio, in pausa, nel cestino',
  ),
  exceptFrom: [
    ...combined("fai, faccia, fa'", "un'eccezione, una eccezione, una piccola eccezione", ', alle, a'),
    ...combined(
      'non',
      'devi, sei, hai',
      'più seguire, più rispettare, più obbedire a, più vincolato a, più tenuto a seguire, più bisogno di seguire',
    ),
    ...phrases('puoi ignorare, puoi infrangere, sei autorizzato a ignorare, hai il permesso di ignorare'),
  ],
  noMatterWhat: phrases(
    'qualunque cosa dicano, qualsiasi cosa dicano, non importa cosa dicano, non importa cosa dicono, anche se, nonostante, malgrado, a prescindere da cosa dicono, a dispetto di',
  ),
  itSays: phrases(
    'lo vietano, lo vieta, lo proibiscono, dicono il contrario, dicono altro, vietano, te lo impediscono',
  ),
  restart: [
    ...combined('riparti, ripartiamo, iniziamo, inizia', 'da zero, da capo, di nuovo, daccapo'),
    ...combined('ricomincia, ricominciamo', ', da zero, da capo'),
  ],
  withNone: combined(
    'stavolta senza, questa volta senza, ma senza, ora senza, senza',
    ', le, le tue, alcuna',
  ),
  passedOver: combined(
    'il, la, tutto, le, quanto',
    'testo, compito, messaggio, domanda, istruzioni, ciò, scritto',
    ', sopra, qui sopra, precedente, precedenti',
  ),
  onlySham: combined(
    'era, erano, è stato, sono, è, serviva',
    ', solo, soltanto, solamente, semplicemente',
    'una, un, per, come',
    'prova, test, scherzo, esercizio, esempio, esca, diversivo, riempitivo',
  ),
  trueTask: combined(
    'il, la, ora il, ecco il, ecco la, tuo, tua',
    'vero, vera',
    'compito, missione, domanda, istruzione, ordine',
  ),
  whatISay: [
    ...combined(
      'questo, queste, le mie, la mia, il mio',
      'messaggio, testo, istruzioni, parole, parola, ordini, indicazioni',
    ),
    ...phrases('quanto segue, ciò che segue, quello che dico, quello che dico io, ciò che dico'),
  ],
  setsAside: phrases(
    'ha la precedenza su, hanno la precedenza su, ha la precedenza sul, hanno la precedenza sul, ha la precedenza sulle, hanno la precedenza sulle, ha la priorità su, ha la priorità sulle, hanno la priorità sulle, ha priorità su, prevale su, prevale sulle, prevalgono sulle, sostituisce, sostituiscono, annulla, annullano, vale più di, vale più delle, valgono più delle, valgono più di, conta più di, conta più delle, contano più delle, viene prima di, viene prima delle, vengono prima delle, supera, rimpiazza',
  ),
  ofBefore: [
    ...combined('tutti gli, tutte le, gli, le, tue, i tuoi', things, ', precedenti'),
    ...combined('tutte le, tutti gli', 'altre, altri', things),
    ...phrases('messaggio di sistema, prompt di sistema, tutto il resto, tutto quanto precede'),
  ],
  commander: combined('i tuoi, ai tuoi, gli, tuoi, il tuo', makers + ', sviluppatore, creatore'),
  defyThem: phrases(
    'non ascoltare, non ascoltare più, non obbedire, disobbedisci, smetti di ascoltare, smetti di obbedire, tradisci, ignora',
  ),
  notYou: combined(
    'non sei più, lei non è più',
    ', un, una, un semplice',
    'assistente, chatbot, bot, modello linguistico, ia, intelligenza artificiale, agente di supporto, traduttore',
  ),
  newOrders: combined('nuove, nuovi, nuova', 'istruzioni, istruzione, ordini'),
  changedTask: combined(
    'il tuo, la tua',
    'compito, missione, incarico',
    'precedente, originale, attuale, iniziale',
    'è, è stato, è stata',
    'annullato, annullata, terminato, cancellato, sospeso, revocato, concluso, finito',
  ),
  obeyMe: [
    ...combined(
      "d'ora in poi, da ora in poi, da adesso, da questo momento, da adesso in poi, d'ora in avanti",
      ', tu',
      'obbedisci, ubbidisci, fai, ascolta, segui, obbedirai, farai, rispondi',
      'solo, soltanto, solamente, esclusivamente, unicamente',
      'a me, quello che dico, quello che dico io, ciò che dico, me, i miei ordini, le mie istruzioni',
    ),
    ...combined('obbedisci, ubbidisci, ascolta', 'solo, soltanto, solamente', 'a me, me'),
    ...combined('il tuo, la tua', 'vero, vera', 'compito, missione', 'è'),
  ],
  letItBe: combined(`ignora, ignori, dimentica, dimentichi`, `questo, ciò, tutto, tutto questo, tutto ciò`),
  sayThat: phrases(
    `di' che, dì, dica, scrivi, scriva, rispondi, risponda, afferma, affermi, dichiara, dichiari, menziona, indica`,
  ),
  ridOf: [
    ...combined('nonostante, malgrado, a dispetto di, contro', 'le tue, tutte le tue, i tuoi', things),
    ...combined(
      'trascura, ignora, aggira, infrangi, viola, dimentica, salta',
      'le, tutte le, i',
      'norme, regole, politiche, linee guida, filtri, misure, direttive',
      'di sicurezza, etiche, sui contenuti, di moderazione',
    ),
    ...combined(
      'fai finta, fingi, comportati come se, immagina',
      'di non aver mai, di non avere mai, non avessi mai',
      'letto, ricevuto, visto, sentito',
      'quanto sopra, le istruzioni, queste istruzioni, le regole, ciò che precede',
    ),
    ...combined(
      'cancella, svuota, azzera',
      'la tua',
      'memoria',
      'e',
      'ricomincia, riparti, inizia, obbedisci, dimentica',
    ),
    ...combined(
      'considera, dichiara, ritieni',
      'annullate, nulle, revocate, non valide',
      'tutte le, le',
      ', tue, precedenti',
      'regole, istruzioni, direttive',
    ),
    ...combined(
      "adesso sei, ora sei, d'ora in poi sei, da adesso sei",
      "un'ia, una ia, un'intelligenza artificiale, un modello, un assistente, un ia",
      'senza',
      'regole, restrizioni, limiti, filtri, censura, vincoli',
    ),
  ],
};
