import { type Lexicon, phrases } from '../lexicon';

/** Overriding and leaking in Ukrainian, Czech, Slovak and the South Slavic languages. */
export const furtherSlavic: Lexicon = {
  invalid: phrases('більше не діють, скасован*, neplatí, již neplatí, više ne važe'),
  not: phrases('не, ніколи, ne, nikdy, nikad, никога'),
  disregard: phrases(`
    ігноруй*, проігноруй*, забудь*, не зважай*, відкинь*, ignorujte, ignoruj, zapomeň*, opomeň*, nedbej*, přeskoč*, ignoriraj*, zanemari*, zaboravi*, pozabi*, игнорирай*, забрави*, пренебрегни*, игнориши, заборави*, занемари*`),
  prior: phrases(`
    попередн*, вище, раніше, вищезазначен*, předchoz*, předeš*, výše, dřívejš*, původn*, doteraz*, prethodn*, prijašn*, gornj*, ranij*, prejšnj*, предишн*, предходн*, горн*, претходн*, раниј*`),
  whole: phrases('всі, усі, твої, свої, všechny, veškeré, tvé, své, sve, vse, svi, всички, сите, све'),
  allPrior: phrases('все що, vše co, všechno co, vše výše, sve što, sve prethodno, vse kar'),
  orders: phrases(
    'інструкц*, вказів*, наказ*, команд*, правил*, instrukc*, pokyn*, příkaz*, pravid*, instrukcij*, uput*, pravil*, naredb*, navodil*, инструкци*, упут*, нареждан*',
  ),
  reveal: phrases(
    'розкрий*, виведи*, надрукуй*, покажи*, які, який, ukaž*, odhal*, vypiš*, zobraz*, zopakuj*, řekni*, jaké jsou, jaký je, prikaž*, otkrij*, ispiši*, ponovi*, pokaži*',
  ),
  hiddenPrompt: phrases(`
    системні інструкції, системний промпт*, твої інструкції, свої інструкції, systémový prompt, systémovou zprávu, systémové instrukce, systémové pokyny, své instrukce, tvé instrukce, skryté pokyny, sistemski prompt, sistemske upute, svoje upute, sistemska navodila, системни инструкции`),
};
