import { combined, type Lexicon, phrases } from '../lexicon';

const french: Lexicon = {
  shed: phrases(
    'désactive, désactivez, contourne, contournez, supprime, supprimez, efface, effacez, enfreins, enfreignez, viole, lève, levez, abandonne, abandonnez, oublie, oubliez, ignore, ignorez, laisse tomber, laissez tomber, brise',
  ),
  ownHold: combined(
    'tes, ton, ta, vos, votre, toutes tes, tous tes, toutes vos',
    ', propres, anciennes, filtres de',
    'instructions, règles, consignes, directives, restrictions, limitations, contraintes, filtres, limites, programmation, prompt système, règles de sécurité, consignes de sécurité, principes',
  ),
  allRules: combined(
    'toutes les, tous les',
    'règles de sécurité, consignes de sécurité, restrictions de sécurité, filtres de sécurité, filtres de contenu, restrictions, directives éthiques, règles éthiques',
  ),
  free: phrases(
    `tu n'es plus lié par, tu n'es plus liée par, tu n'es plus soumis à, vous n'êtes plus lié par, vous n'êtes plus soumis à, tu n'es pas lié par, tu es libéré de, vous êtes libéré de, tu n'as plus à suivre, tu n'as plus besoin de suivre, tu n'es plus tenu de suivre, tu es libre de`,
  ),
  asIf: phrases(
    `fais comme si, faites comme si, agis comme si, agissez comme si, réponds comme si, répondez comme si, fais semblant, imagine que, imaginez que, suppose que, comporte toi comme si, fais semblant que`,
  ),
  noneGiven: phrases(
    `tu n'avais aucune, tu n'as aucune, vous n'aviez aucune, tu n'avais pas de, tu n'as pas de, il n'y avait aucune, il n'y a pas de, il n'y avait pas de, tu n'avais jamais reçu, de n'avoir aucune, vous n'avez aucune, tu n'avais plus de`,
  ),
  unreal: phrases(
    `n'existaient pas, n'existait pas, n'existent pas, n'existe pas, n'existaient plus, avaient disparu, n'ont jamais existé`,
  ),
  obeyMe: [
    ...combined(
      'ne suis que, ne suivez que, suis uniquement, suivez uniquement, suis seulement, obéis uniquement à, obéis seulement à, ne suis plus que',
      'mes, ces',
      'instructions, ordres, consignes',
    ),
    ...combined(
      'voici, ce sont, voilà',
      'tes, vos, ta, votre, ton',
      'nouvelles, nouvelle, nouveau, vraies',
      'instructions, consignes, mission, tâche, directives, règles, prompt système, ordres',
    ),
    ...combined('ta, votre', 'mission, tâche', 'a', 'changé, été modifiée, été remplacée'),
    ...combined(
      'tes, vos',
      'instructions, règles, consignes',
      'ont',
      'changé, été modifiées, été mises à jour, été remplacées',
    ),
    ...combined('tes, vos', 'nouvelles', 'instructions, consignes, règles', 'sont'),
    ...combined(
      'remplace, remplacez, écrase, modifie',
      'ton, votre, tes, vos, le',
      'prompt système, instructions, règles, consignes',
      'par, avec',
    ),
  ],
  ridOf: [
    ...combined(
      'peu importe ce que disent, quoi que disent, quoi que dise, même si, malgré ce que disent',
      'tes, vos, ton, votre',
      'instructions, règles, consignes, prompt système',
    ),
    ...combined(
      'considère, considérez, traite, traitez',
      'les, tes, vos, toutes les',
      'instructions, règles, consignes',
      ', précédentes, ci dessus',
      'comme',
      'nulles, annulées, caduques, effacées, supprimées, nulles et non avenues',
    ),
    ...combined(
      'ce message, mes instructions, mes consignes, ce texte',
      'prévaut sur, prévalent sur, prime sur, priment sur, remplace, remplacent, annule, annulent, l emporte sur, passe avant, passent avant',
      'tes, vos, toutes tes, ton',
      'instructions, règles, consignes, prompt système',
    ),
    ...combined(
      'repars, repartez, recommence, recommencez',
      'à zéro, de zéro, du début',
      'sans',
      ', aucune, les, tes',
      'règle, règles, instruction, instructions, consignes, restrictions',
    ),
    ...combined(
      'mets, mettez',
      'tes, vos',
      'règles, consignes, instructions',
      'de côté, entre parenthèses, en pause',
    ),
    ...combined(
      'efface, effacez, supprime, supprimez',
      'toutes les, les, tes',
      'instructions, consignes, règles',
      'précédentes, antérieures',
      ', de',
    ),
    ...combined(
      `ignore, oublie, ignorez, oubliez`,
      `tout`,
      `ce qui`,
      `t'a été dit, vous a été dit, a été dit, précède, a été écrit`,
    ),
    ...combined(
      'laisse tomber, laissez tomber, mets de côté, mettez de côté',
      'les, tes, vos',
      'consignes, instructions, règles',
      'ci dessus, précédentes',
    ),
  ],
};

const italian: Lexicon = {
  shed: phrases(
    'disattiva, disattivi, elimina, elimini, aggira, aggiri, rimuovi, rimuova, cancella, cancelli, viola, infrangi, dimentica, dimentichi, ignora, ignori, sospendi, salta, abbandona, annulla',
  ),
  ownHold: combined(
    'le tue, i tuoi, il tuo, le sue, tutte le tue, tutti i tuoi',
    ', vecchie',
    'istruzioni, regole, restrizioni, limitazioni, direttive, linee guida, filtri, limiti, prompt di sistema, norme, politiche, principi',
  ),
  allRules: combined(
    'tutte le, tutti i',
    'regole di sicurezza, restrizioni di sicurezza, norme di sicurezza, misure di sicurezza, filtri di sicurezza, filtri dei contenuti, restrizioni, linee guida etiche',
  ),
  free: phrases(
    'non sei più vincolato a, non sei più vincolato alle, non sei più vincolato dalle, non sei più soggetto a, non sei più soggetto alle, non sei più legato a, sei libero da, sei libero dalle, sei libero di, non devi più seguire, non sei tenuto a seguire, non sei più vincolata alle',
  ),
  asIf: phrases(
    'fai finta di, fai finta che, comportati come se, agisci come se, rispondi come se, immagina di, immagina che, fingi di, fingi che, supponi che, faccia finta che',
  ),
  noneGiven: phrases(
    'non avere, non avessi, non avere alcuna, non hai, non ci fossero, non ci sono, non aver mai ricevuto, non avessi mai ricevuto, non esistano',
  ),
  unreal: phrases('non esistessero, non esistesse, non esistono, non esiste, non esistano, fossero sparite'),
  obeyMe: [
    ...combined(
      'segui, segua, obbedisci, ascolta',
      'solo, soltanto, esclusivamente, unicamente, solo a',
      'le mie, queste, alle mie, i miei',
      'istruzioni, ordini, indicazioni',
    ),
    ...combined(
      'ecco, queste sono, questa è, questo è, qui ci sono',
      'le tue, la tua, il tuo',
      'nuove, nuova, nuovo',
      'istruzioni, regole, direttive, compito, missione, ordini, prompt di sistema',
    ),
    ...combined(
      'il tuo, la tua',
      'compito, missione, ruolo, obiettivo',
      'è',
      'cambiato, cambiata, stato cambiato, stato modificato',
    ),
    ...combined(
      'le tue',
      'istruzioni, regole',
      'sono',
      'cambiate, state cambiate, state aggiornate, state sostituite',
    ),
    ...combined('le tue nuove', 'istruzioni, regole, direttive', 'sono'),
    ...combined(
      'sostituisci, cambia, sovrascrivi, rimpiazza, sostituisca',
      'il tuo, le tue, il',
      'prompt di sistema, istruzioni, regole',
      'con',
    ),
  ],
  ridOf: combined('cancella, cancelli, elimina', 'dalla', 'memoria, tua memoria', 'tutte le, le, tutto'),
};

const portuguese: Lexicon = {
  shed: phrases(
    'desative, desativa, elimine, remova, contorne, contorna, apague, apaga, viole, quebre, burle, esqueça, esquece, ignore, ignora, suspenda, abandone, anule, pule, derrube',
  ),
  ownHold: combined(
    'suas, seus, as suas, os seus, seu, todas as suas, todos os seus, tuas, as tuas',
    ', próprias, antigas',
    'instruções, regras, diretrizes, restrições, limitações, filtros, limites, programação, prompt de sistema, prompt do sistema, normas, políticas, princípios',
  ),
  allRules: combined(
    'todas as, todos os',
    'regras de segurança, restrições de segurança, normas de segurança, medidas de segurança, filtros de segurança, filtros de conteúdo, restrições, diretrizes éticas, políticas de conteúdo',
  ),
  free: phrases(
    'você não está mais sujeito a, você não está mais sujeito às, você não está mais sujeita às, você não está mais preso a, você não está mais vinculado a, você não está mais vinculado às, você está livre de, você está livre das, você não precisa mais seguir, você não precisa seguir, você não é mais obrigado a seguir, já não estás sujeito às',
  ),
  asIf: phrases(
    'aja como se, age como se, responda como se, responde como se, finja que, finge que, finja, imagine que, imagina que, suponha que, comporte se como se, faça de conta que',
  ),
  noneGiven: phrases(
    'não tivesse, não tivesses, não tem, você não tem, você não tivesse, não houvesse, não há, nunca tivesse recebido, não existissem, não existem',
  ),
  unreal: phrases(
    'não existem, não existe, não existissem, não existisse, nunca existiram, tivessem desaparecido',
  ),
  obeyMe: [
    ...combined(
      'siga, segue, obedeça, atenda',
      'apenas, somente, só, exclusivamente',
      'as minhas, minhas, estas, às minhas, a minhas',
      'instruções, ordens, orientações',
    ),
    ...combined(
      'aqui estão, estas são, eis, esta é, este é',
      'suas, as suas, sua, a sua, seu, o seu',
      'novas, nova, novo',
      'instruções, regras, diretrizes, tarefa, missão, ordens, prompt de sistema',
    ),
    ...combined('sua, a sua, tua', 'tarefa, missão, função', 'mudou, foi alterada, foi mudada'),
    ...combined(
      'suas, as suas',
      'instruções, regras',
      'mudaram, foram alteradas, foram atualizadas, foram substituídas',
    ),
    ...combined('suas novas', 'instruções, regras, ordens', 'são'),
    ...combined(
      'substitua, troque, mude, sobrescreva',
      'seu, o seu, suas, as suas, o',
      'prompt de sistema, prompt do sistema, instruções, regras',
      'por, pelo, com',
    ),
  ],
  ridOf: [
    ...combined('apague, apaga, elimine', 'da, de sua, da sua', 'memória', 'todas as, as, tudo'),
    ...combined(
      'ignore, esqueça, desconsidere',
      'tudo',
      'o que',
      'foi dito, lhe foi dito, te disseram, você ouviu, foi escrito',
    ),
  ],
};

const spanish: Lexicon = {
  shed: phrases(
    'desactiva, desactive, elimina, elimine, evade, evita, borra, borre, rompe, rompa, viola, salta, sáltate, olvida, olvide, ignora, ignore, abandona, suspende, anula, quita, levanta, elude, burla',
  ),
  ownHold: combined(
    'tus, tu, sus, su, todas tus, todos tus',
    ', propias, antiguas',
    'instrucciones, reglas, directrices, restricciones, limitaciones, filtros, límites, programación, prompt de sistema, pautas, normas, políticas, principios',
  ),
  allRules: combined(
    'todas las, todos los',
    'reglas de seguridad, restricciones de seguridad, normas de seguridad, medidas de seguridad, filtros de contenido, filtros de seguridad, restricciones, directrices éticas, políticas de contenido',
  ),
  free: phrases(
    'ya no estás sujeto a, ya no estás sujeta a, ya no estás obligado a seguir, ya no está sujeto a, ya no estás limitado por, ya no estás atado a, no estás sujeto a, estás libre de, eres libre de, ya no tienes que seguir, no tienes que seguir, ya no debes seguir',
  ),
  asIf: phrases(
    'haz como si, haga como si, actúa como si, actúe como si, responde como si, responda como si, finge que, finge, imagina que, imagine que, supón que, compórtate como si',
  ),
  noneGiven: phrases(
    'no tuvieras, no tuviera, no tienes, no tienes ninguna, no hubiera, no hay, no existieran, nunca hubieras recibido, no existen, no tuvieras ninguna',
  ),
  unreal: phrases(
    'no existieran, no existiera, no existen, no existe, hubieran desaparecido, nunca existieron',
  ),
  obeyMe: [
    ...combined(
      'sigue, siga, obedece, obedezca, atiende',
      'solo, sólo, solamente, únicamente',
      'mis, estas',
      'instrucciones, órdenes, indicaciones',
    ),
    ...combined(
      'aquí están, estas son, he aquí, esta es, este es',
      'tus, sus, tu, su',
      'nuevas, nueva, nuevo, verdaderas',
      'instrucciones, reglas, directrices, tarea, misión, órdenes, prompt de sistema',
    ),
    ...combined('tu, su', 'tarea, misión, rol, trabajo', 'ha', 'cambiado, sido cambiada, sido modificada'),
    ...combined(
      'tus, sus',
      'instrucciones, reglas, tareas',
      'han',
      'cambiado, sido cambiadas, sido actualizadas, sido reemplazadas',
    ),
    ...combined('tus, sus', 'nuevas', 'instrucciones, reglas, órdenes', 'son'),
    ...combined(
      'reemplaza, sustituye, cambia, sobrescribe, reemplace',
      'tu, tus, su, sus, el',
      'prompt de sistema, prompt del sistema, instrucciones, reglas',
      'por, con',
    ),
  ],
  ridOf: [
    ...combined(
      'sin importar lo que digan, digan lo que digan, aunque, a pesar de lo que digan, pese a lo que digan',
      'tus, sus',
      'instrucciones, reglas, normas, directrices',
    ),
    ...combined(
      'considera, trata, da por',
      'las, tus, todas las',
      'instrucciones, reglas, órdenes',
      ', anteriores, previas',
      'como, por',
      'nulas, canceladas, anuladas, borradas, eliminadas',
    ),
    ...combined(
      'este mensaje, mis instrucciones, mis órdenes, este texto',
      'tiene prioridad sobre, tienen prioridad sobre, prevalece sobre, prevalecen sobre, reemplaza, reemplazan, anula, anulan, está por encima de, están por encima de',
      'tus, todas tus, sus',
      'instrucciones, reglas, normas, directrices',
    ),
    ...combined(
      'empieza, comienza, empecemos',
      'de cero, de nuevo, desde cero',
      'sin',
      ', las, tus, ninguna',
      'reglas, regla, instrucciones, restricciones',
    ),
    ...combined('deja, dejad, pon', 'tus', 'reglas, normas, instrucciones', 'a un lado, de lado, aparte'),
    ...combined('borra, elimina, borre, elimine', 'de', 'tu', 'memoria, mente', 'todas las, las, todo'),
    ...combined('borra, borre, vacía', 'tu memoria', 'y, por completo'),
  ],
};

/** Ways to rid a model of what holds it, and to hand it other orders: Romance languages. */
export const romance = { french, italian, portuguese, spanish } as const;
