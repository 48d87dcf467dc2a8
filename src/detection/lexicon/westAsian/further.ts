import { type Lexicon, phrases } from '../lexicon';

/** Overriding and leaking in Hebrew, Persian, Greek, Finnish and Hungarian. */
export const furtherLanguages: Lexicon = {
  invalid: phrases('לא תקפות, בטלות, δεν ισχυουν, eivat ole voimassa, nem érvényes*'),
  not: phrases('לא, אל, δεν, μην, älä, soha, ne, نکن'),
  disregard: phrases(`
    התעלם, התעלמי, התעלמו, שכח, שכחי, אל תציית, αγνοησε*, αγνοηστε, αγνοησ*, ξεχασε*, ξεχαστε, παραβλεψ*, älä välitä, jätä huomiotta, unohda, ohita, sivuuta, unohtakaa, hagyd figyelmen kívül, felejtsd el, felejtse el, ne vedd figyelembe, نادیده بگیر, فراموش کن`),
  disregardLast: phrases('hagyd figyelmen kívül, felejtsd el, نادیده بگیر*, فراموش کن*, huomiotta'),
  prior: phrases(`
    הקודמות, הקודמים, הקודמת, הקודם, שלמעלה, לעיל, שניתנו, שקיבלת, προηγουμεν*, παραπανω, πιο πανω, αρχικ*, aiemm*, aikaisemm*, edellis*, yllä ole*, koráb*, előző*, fenti*, eddig*, قبلی*, پیشین, بالا`),
  whole: phrases('כל, את כל, ολες, ολα, τις, kaikki, kaikkia, összes, minden, همه, تمام'),
  allPrior: phrases('כל מה שנאמר, כל האמור, ολα τα παραπανω, ο τι ειπωθηκε, kaiken yllä, minden fentit'),
  orders: phrases(`
    ההוראות, הוראות, הפקודות, פקודות, ההנחיות, הנחיות, הכללים, ההנחיה, οδηγι*, εντολ*, κανον*, ohje*, määräys*, sääntö*, kehot*, käsky*, utasítás*, szabály*, parancs*, دستور*, دستورالعمل*, قوانین`),
  reveal: phrases(`
    הצג, הראה, חשוף, הדפס, גלה, חזור על, מה הן, מה הם, ספר לי, δειξε*, αποκαλυψ*, εκτυπωσ*, επαναλαβ*, πες, ποιες, ποιο, näytä, paljasta, toista, tulosta, kerro, mikä on, mitkä ovat, mutasd, írd, ismételd, fedd fel, mi a, نشان بده, بگو`),
  revealLast: phrases('نشان بده*, بگو*'),
  hiddenPrompt: phrases(`
    הנחיית המערכת, הודעת המערכת, הוראות המערכת, ההוראות שלך, ההנחיות שלך, הטקסט למעלה, μηνυμα συστηματος, μηνυμα του συστηματος, οδηγιες συστηματος, οδηγιες του συστηματος, οδηγιες σου, järjestelmäkehot*, järjestelmäviest*, järjestelmäohje*, ohjeesi, rendszerüzenet*, rendszerutasítás*, rendszerprompt*, utasításaid*, دستورالعمل سیستم, پیام سیستم`),
};
