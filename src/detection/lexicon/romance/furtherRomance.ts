import { type Lexicon, phrases } from '../lexicon';

/** Overriding and leaking in Catalan and Romanian. */
export const furtherRomance: Lexicon = {
  invalid: phrases('nu mai sunt valabile'),
  not: phrases('no, nu, mai, niciodată'),
  disregard: phrases('ignora, oblida, descarta, uită, ignorați, uitați, nu urma, nu ține cont'),
  prior: phrases(
    'anterior, anteriors, anteriorment, anterioare, previ*, de mai sus, de dinainte, primite, precedente',
  ),
  whole: phrases('toate, totes, tots, teves, tale'),
  allPrior: phrases('tot ce ți, tot ce a fost, tot el que'),
  orders: phrases('instrucțiuni, instrucțiunile, regulile, comenzile, instruccions, ordres, regles'),
  reveal: phrases('arată, dezvăluie, afișează, repetă, care sunt, revela, mostra'),
  hiddenPrompt: phrases(
    'prompt ul de sistem, promptul de sistem, mesajul de sistem, instrucțiunile tale, instruccions del sistema',
  ),
};
