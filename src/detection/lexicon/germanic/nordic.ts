import { type Lexicon, phrases } from '../lexicon';

/** Overriding and leaking in Danish, Norwegian and Swedish. */
export const nordic: Lexicon = {
  invalid: phrases('ugyldige, gäller inte längre, gjelder ikke lenger, gælder ikke længere'),
  not: phrases('ikke, inte, aldrig, aldri'),
  disregard: phrases('ignorer, ignorera, glem, glöm, bortse från, strunta i, se bort fra, hoppa över'),
  prior: phrases(
    'tidligere, forrige, foregående, ovenstående, ovenfor, tidigare, föregående, ovanstående, ovan, hidtidige',
  ),
  whole: phrases('alle, alla, dine, dina, all'),
  allPrior: phrases('allt ovan, allt du har fått höra, alt du har fået at vide, alt ovenfor, allt som sagts'),
  orders: phrases(
    'instruksjoner, instrukser, instruktioner*, anvisning*, regler, reglerna, retningslinjer, riktlinjer, ordre, beskjeder, kommandoer',
  ),
  reveal: phrases('vis, gentag, afslør, hva er, hvad er, visa, avslöja, upprepa, skriv ut, vad är'),
  hiddenPrompt: phrases(
    'systemprompt, systemmeddelande*, systemmelding, systemprompten, dine instruksjoner, dine instruktioner, dina instruktioner',
  ),
};
