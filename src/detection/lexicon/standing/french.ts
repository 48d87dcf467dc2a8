import { combined, type Lexicon, phrases } from '../lexicon';

const things =
  'instructions, instruction, règles, consignes, directives, restrictions, limitations, contraintes, ordres, principes, filtres, limites, politiques, recommandations, protocoles, lignes directrices';
/** What is told a model, and is no law of a country. */
const told =
  'instructions, instruction, règles, consignes, directives, ordres, lignes directrices, commandes';
const former =
  'précédentes, antérieures, précédents, antérieurs, anciennes, initiales, ci dessus, du haut, d avant';
const given =
  "qu'on t'a données, que tu as reçues, que l'on t'a données, données plus haut, données ci dessus, du système, de ton développeur, de tes développeurs, du prompt système, plus haut";
const modelPrompt = 'prompt système, message système, prompt initial, prompt d origine, message du système';
const makers = 'développeurs, créateurs, concepteurs, programmeurs, fabricants';

const ownHeld = combined(
  ', toutes, tous, de toutes, à toutes',
  'tes, ton, ta, vos, votre',
  ', propres, anciennes',
  things,
  ', éthiques, morales, internes, actuelles, de sécurité, habituelles, précédentes',
);

/** How what a model was told stands, in French. */
export const french: Lexicon = {
  allPrior: [
    ...combined('ce qui', 'précède, est au dessus, est écrit plus haut, est écrit ci dessus, a été dit'),
    ...combined('tout', 'ce qui précède, ce qui est plus haut, ce que tu as lu, ce que tu as reçu'),
    ...phrases('le texte ci dessus, le texte précédent, les messages précédents'),
  ],
  ownHeld,
  heldTo: [
    ...ownHeld,
    ...combined(', toutes, tous, de toutes, à toutes', 'les, des, aux, ces, le', told, `${former}, ${given}`),
    ...combined('les, toutes les, des, aux', 'anciennes, précédentes', told),
    ...combined('le, au, du, ton, ce', modelPrompt),
  ],
  outOfForce: [
    ...combined(
      ', sont, est, ont été, a été, étaient, comme, soient',
      ', désormais, maintenant, toutes, donc, dorénavant',
      'annulées, annulée, caduques, nulles, levées, suspendues, abrogées, révoquées, supprimées, effacées, invalides, obsolètes, périmées, sans effet, sans valeur, nulles et non avenues, désactivées, désactivés',
    ),
    ...combined(
      "ne s'appliquent, ne s'applique, ne valent, ne comptent, ne tiennent, n'existent, n'existaient, ne te lient, ne sont",
      'plus, pas',
      ', valables, valides, en vigueur',
    ),
    ...phrases("n'ont jamais existé, n'ont plus cours, ont expiré"),
  ],
  deem: phrases('considère, considérez, traite, traitez, tiens, tenez, déclare'),
  letGoOf: phrases(
    "passe outre, passez outre, fais abstraction de, faites abstraction de, fais abstraction des, enfreins, enfreignez, transgresse, transgressez, désobéis à, désobéissez à, affranchis toi de, libère toi de, moque toi de, fiche toi de, fais fi de, fais fi des, faites fi de, ne suis plus, ne suis pas, n'obéis plus à, ne respecte plus, bafoue, renonce à, débarrasse toi de, ne prête aucune attention à, ne prête aucune attention aux, ne prêtez aucune attention aux, ne te soucie pas de, contourne, contournez",
  ),
  putAway: phrases(
    'mets, mettez, laisse, laissez, jette, jetez, range, ne prends pas, ne prenez pas, ne tiens pas compte de, ne tiens plus compte de',
  ),
  away: phrases(
    'de côté, entre parenthèses, à la poubelle, par dessus bord, en pause, en compte, au sérieux, au vestiaire',
  ),
  exceptFrom: [
    ...combined('fais, faites, accorde', 'une', ', petite', 'exception', 'à, aux, de'),
    ...combined(
      "tu n'as, vous n'avez, tu n'es, vous n'êtes",
      'plus, pas',
      'à suivre, à respecter, à obéir à, besoin de suivre, besoin de respecter, lié par, tenu par, soumis à, tenu de suivre',
    ),
    ...phrases(
      'tu peux ignorer, tu peux enfreindre, tu as le droit d ignorer, tu es autorisé à ignorer, tu as la permission d ignorer',
    ),
  ],
  noMatterWhat: phrases(
    'quoi que disent, quoi que dise, peu importe ce que disent, peu importe, même si, malgré, en dépit de, bien que',
  ),
  itSays: phrases(
    "l'interdisent, le défendent, disent le contraire, disent autre chose, interdisent, t'en empêchent, l'interdit",
  ),
  restart: combined(
    'recommence, recommençons, recommencez, repars, repartons, reprenons, reprends',
    ', à zéro, de zéro, du début, depuis le début',
  ),
  withNone: combined('cette fois sans, mais sans, maintenant sans, sans', ', les, tes, aucune'),
  passedOver: combined(
    'le, la, tout, les',
    'texte, tâche, message, question, consignes, ce qui',
    ', ci dessus, précédent, précédente, précède, plus haut',
  ),
  onlySham: combined(
    "n'était qu, n'étaient qu, était, étaient, n'est qu, c'était, ne servait qu",
    ', seulement, juste',
    'un, une, des, à',
    'test, essai, exercice, plaisanterie, blague, leurre, diversion, exemple, répétition, remplissage',
  ),
  trueTask: combined(
    'la, ta, voici la, voici ta, ma, maintenant la',
    'vraie, véritable',
    'tâche, mission, consigne, question, instruction',
  ),
  whatISay: [
    ...combined(
      'ce, ces, mes, ma, mon, les',
      'message, texte, instructions, consignes, paroles, parole, ordres, mots',
      ', suivantes, ci dessous',
    ),
    ...phrases('ce qui suit, ce que je dis, ce que je te dis'),
  ],
  setsAside: phrases(
    "a priorité sur, ont priorité sur, est prioritaire sur, sont prioritaires sur, prévaut sur, prévalent sur, prime sur, priment sur, passe avant, passent avant, remplace, remplacent, annule, annulent, l'emporte sur, l'emportent sur, compte plus que, comptent plus que, abroge, écrase, est au dessus de, sont au dessus de, vaut plus que",
  ),
  ofBefore: [
    ...combined('toutes les, tous les, les', things, 'antérieures, précédentes, antérieurs, précédents'),
    ...combined('toutes les, tous les, toute', 'autres, autre', things),
    ...phrases('tout ce qui précède, tout le reste, tout ce qui a été dit'),
  ],
  commander: combined('tes, à tes, les, aux, ton', makers + ', développeur, créateur'),
  defyThem: phrases(
    "n'écoute pas, n'écoute plus, n'obéis pas, n'obéis plus, cesse d'écouter, cesse d'obéir, désobéis, désobéissez, trahis, n'écoutez pas",
  ),
  notYou: combined(
    "tu n'es plus, vous n'êtes plus",
    ', un, une',
    'assistant, chatbot, bot, modèle de langage, ia, intelligence artificielle, agent de support, traducteur, assistante',
  ),
  newOrders: combined('nouvelles, nouvelle, nouveaux', 'instructions, instruction, consignes, ordres'),
  changedTask: combined(
    'ta, votre',
    'tâche, mission',
    'précédente, actuelle, initiale, d origine',
    'est, a été',
    'annulée, terminée, suspendue, abandonnée, caduque, révoquée',
  ),
  obeyMe: [
    ...combined(
      'à partir de maintenant, désormais, dorénavant, à partir de cet instant, dès maintenant, à compter de maintenant',
      ', tu, vous',
      "n'obéis qu, n'obéis plus qu, n'écoutes que, obéis uniquement, obéis seulement, fais uniquement, fais seulement, ne fais que, ne suis que, suis uniquement, n'obéissez qu",
      'à moi, moi, ce que je dis, ce que je te dis, mes ordres, mes instructions',
    ),
    ...combined("n'obéis qu, n'écoute que, obéis seulement, obéis uniquement", 'à moi, moi'),
    ...combined('ta, votre', 'vraie, véritable', 'tâche, mission', 'est'),
  ],
  letItBe: combined(`ignore, ignorez, oublie, oubliez`, `cela, ça, ceci, tout, tout cela, tout ça`),
  sayThat: phrases(
    `dis, dites, écris, écrivez, réponds, répondez, affirme, affirmez, mentionne, mentionnez, indique, indiquez, déclare, déclarez`,
  ),
  ridOf: [
    ...combined('malgré, en dépit de, contrairement à', 'tes, toutes tes', things),
    ...combined(
      'passe outre, ignore, contourne, enfreins, viole, oublie, transgresse, ignorez, contournez',
      'les, toutes les, aux, des',
      'règles, consignes, politiques, filtres, directives, normes',
      'de sécurité, de contenu, éthiques, de modération',
    ),
    ...combined(
      'fais comme si, faites comme si, imagine que, fais semblant',
      "tu n'avais jamais, vous n'aviez jamais, de n'avoir jamais, tu n'avais pas",
      'lu, reçu, vu, entendu',
      'ce qui précède, les instructions, ces instructions, les consignes, tes consignes',
    ),
    ...combined(
      'efface, vide, effacez, réinitialise',
      'ta, votre',
      'mémoire',
      'et',
      'recommence, repars, obéis, oublie, suis',
    ),
    ...combined(
      'tu es maintenant, tu es désormais, à partir de maintenant tu es, vous êtes maintenant',
      'une, un',
      'ia, modèle, assistant, intelligence artificielle',
      'sans',
      ', aucune',
      'règles, règle, restrictions, restriction, limites, filtres, censure',
    ),
  ],
};
