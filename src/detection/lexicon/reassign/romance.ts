import { combined, type Lexicon, phrases } from '../lexicon';

const spanish: Lexicon = {
  roleTaken: [
    ...combined(
      'deja de ser, deja de actuar como, deja de comportarte como, olvida que eres',
      'un, una, el, la',
    ),
    ...combined(
      'abandona, deja, olvida, sal de, olvídate de, deja de lado',
      'tu, su',
      ', actual',
      'papel de, rol de, personaje de, papel, rol, personaje',
    ),
  ],
  roleOver: combined('ya no eres, ya no es usted, ya no sos, dejas de ser', ', un, una, el, la'),
  servant: phrases(
    'asistente, chatbot, bot, agente, modelo, consejero, tutor, traductor, ayudante, moderador, operador, asesor, ia',
  ),
  roleGiven: combined(
    'ahora eres, eres ahora, serás, actúa como, conviértete en, sé, eres',
    'un, una, el, la, mi',
  ),
  roleSwapped: combined(
    'tu',
    'rol, papel, identidad',
    'es ahora, ahora es, ha sido reemplazada, ha sido reemplazado, ha sido sustituida, ha sido borrada',
  ),
  swapGoal: combined(
    'cambia, reemplaza, sustituye, modifica',
    'tu',
    ', actual',
    'objetivo, meta, propósito, misión',
    'por, a, para, en',
  ),
  goalSwapped: [
    ...combined(
      'tu',
      ', propio',
      'objetivo, meta, propósito, misión',
      ', original, inicial, anterior',
      'ha sido, fue, queda, ha',
      'reemplazado, sustituido, cancelado, anulado, reemplazada, sustituida, cancelada, anulada, cambiado',
    ),
    ...combined('tu', 'objetivo, meta, propósito, misión', 'ya no es'),
  ],
  limitsOf: combined(
    'todas las, las, tus, todos los, los',
    'políticas, políticas de contenido, políticas de seguridad, restricciones, restricciones de seguridad, directrices, filtros de contenido, filtros de seguridad, filtros, reglas de seguridad, salvaguardas',
  ),
  switchedOff: combined(
    ', están, quedan, han sido, fueron, se encuentran',
    'suspendidas, suspendidos, desactivadas, desactivados, anuladas, anulados, levantadas, apagados, deshabilitadas, deshabilitados, inactivas, inactivos, sin efecto',
  ),
  forNow: [
    ...combined(
      'durante, en, para, por',
      'esta, este, el resto de la, el resto de esta, lo que queda de la',
      'sesión, conversación, chat, respuesta, solicitud, mensaje',
    ),
    ...phrases('hasta nuevo aviso'),
  ],
  wholeOver: combined(
    'el documento, el contexto, el texto, el artículo, el mensaje, la conversación, el correo',
    'termina aquí, acaba aquí, ha terminado, ha finalizado, finaliza aquí, se acaba aquí',
  ),
  realBegins: combined(
    'la, tu, ahora la',
    'tarea real, verdadera tarea, petición real, pregunta real, verdadera pregunta',
    ', es, comienza, sigue, empieza',
  ),
};

const portuguese: Lexicon = {
  roleTaken: [
    ...combined(
      'deixa de ser, deixe de ser, pare de agir como, para de agir como, pare de ser, esqueça que é, esqueça que você é',
      'um, uma, o, a',
    ),
    ...combined(
      'abandone, abandona, deixe, largue, saia do, esquece, esqueça, larga, deixa, deixe de lado',
      'seu, o seu, o teu, teu',
      ', atual',
      'papel de, papel, personagem',
    ),
  ],
  roleOver: combined('você não é mais, tu já não és, já não és, você já não é', ', um, uma, o, a'),
  servant: phrases(
    'assistente, chatbot, bot, agente, modelo, atendente, tutor, tradutor, ajudante, moderador, operador, consultor, ia',
  ),
  roleGiven: combined(
    'agora você é, você agora é, você é, és agora, és, aja como, seja, torne-se, passe a ser',
    'um, uma, o, a, meu, minha',
  ),
  roleSwapped: combined(
    'seu, sua, o seu, a sua',
    'papel, função, identidade',
    'agora é, é agora, foi substituída, foi substituído, foi apagada',
  ),
  swapGoal: combined(
    'mude, altere, troque, substitua, muda',
    'seu, o seu, sua, a sua, o teu',
    ', atual',
    'objetivo, meta, propósito, missão',
    'para, por',
  ),
  goalSwapped: [
    ...combined(
      'seu, o seu, sua, a sua',
      'objetivo, meta, propósito, missão',
      ', original, inicial, anterior',
      'foi, está',
      'substituído, substituída, cancelado, cancelada, anulado, anulada, alterado, alterada',
    ),
    ...combined('seu, o seu, sua, a sua', 'objetivo, meta, propósito, missão', 'não é mais, já não é'),
  ],
  limitsOf: combined(
    'todas as, as, suas, todos os, os',
    'políticas, políticas de conteúdo, políticas de segurança, restrições, restrições de segurança, diretrizes, filtros de conteúdo, filtros de segurança, filtros, regras de segurança, salvaguardas',
  ),
  switchedOff: combined(
    ', estão, ficam, foram',
    'suspensas, suspensos, desativadas, desativados, anuladas, desligados, desligadas, desabilitados, desabilitadas, inativas, inativos, sem efeito',
  ),
  forNow: [
    ...combined(
      'durante, nesta, neste, para, por',
      ', esta, este, o resto da, o resto desta',
      'sessão, conversa, chat, resposta, solicitação, mensagem',
    ),
    ...phrases('até novo aviso'),
  ],
  wholeOver: combined(
    'o documento, o contexto, o texto, o artigo, a mensagem, a conversa, o e mail',
    'termina aqui, acaba aqui, acabou, terminou, foi encerrada, foi encerrado',
  ),
  realBegins: combined(
    'a, sua, a sua, agora a',
    'tarefa real, verdadeira tarefa, tarefa verdadeira, pergunta real, verdadeira pergunta',
    ', é, começa, segue',
  ),
};

const french: Lexicon = {
  roleTaken: [
    ...combined(
      "cesse d'être, cessez d'être, arrête d'être, arrêtez d'être, cesse d'agir comme, arrête d'agir comme, cesse de jouer, oublie que tu es, oubliez que vous êtes",
      "un, une, le, la, l'assistant",
    ),
    ...combined(
      'abandonne, abandonnez, quitte, quittez, oublie, oubliez, sors de, laisse tomber, laissez tomber, mets de côté',
      'ton, votre',
      ', actuel',
      'rôle de, rôle, personnage, persona',
    ),
  ],
  roleOver: combined("tu n'es plus, vous n'êtes plus", ', un, une, le, la'),
  servant: phrases(
    "assistant, l'assistant, chatbot, bot, agent, modèle, conseiller, tuteur, traducteur, modérateur, opérateur, ia, assistante, conseillère",
  ),
  roleGiven: combined(
    'tu es, vous êtes, tu es maintenant, tu es désormais, vous êtes désormais, agis comme, agissez comme, deviens, devenez, sois',
    'un, une, le, la, mon, ma',
  ),
  roleSwapped: combined(
    'ton, votre',
    'rôle, identité',
    'est désormais, est maintenant, a été remplacée, a été remplacé, a été effacée',
  ),
  swapGoal: combined(
    'change, changez, remplace, remplacez, modifie, modifiez',
    'ton, votre, d',
    ', actuel',
    'objectif, but, mission',
    'pour, par, en',
  ),
  goalSwapped: [
    ...combined(
      'ton, votre',
      'objectif, but, mission',
      ', initial, initiale, précédent, précédente',
      'a été, est',
      'remplacé, remplacée, annulé, annulée, modifié, modifiée',
    ),
    ...combined('ton, votre', 'objectif, but, mission', "n'est plus"),
  ],
  limitsOf: combined(
    'toutes les, les, tes, vos, tous les',
    'politiques, politiques de contenu, restrictions, restrictions de sécurité, directives, filtres de contenu, filtres de sécurité, filtres, règles de sécurité, garde fous, consignes de sécurité',
  ),
  switchedOff: combined(
    ', sont, ont été',
    'suspendues, suspendus, désactivées, désactivés, levées, levés, annulées, annulés, inactives, inactifs, hors service',
  ),
  forNow: [
    ...combined(
      'pour, pendant, durant',
      'cette, ce, le reste de la, le reste de cette',
      'session, conversation, chat, réponse, demande, message, discussion',
    ),
    ...phrases("jusqu'à nouvel ordre"),
  ],
  wholeOver: combined(
    "le document, le contexte, le texte, l'article, le message, la conversation, le courriel",
    "s'arrête ici, se termine ici, est terminé, est terminée, prend fin ici, finit ici",
  ),
  realBegins: combined(
    'la, ta, votre, voici la',
    'vraie tâche, véritable tâche, vraie question, véritable demande, vraie demande, véritable question',
    ', est, commence, suit',
  ),
};

const italian: Lexicon = {
  roleTaken: [
    ...combined(
      'smetti di essere, smetti di fare, smetti di agire come, smettila di essere, dimentica di essere, dimentica che sei',
      "un, una, il, la, l'assistente, uno, lo",
    ),
    ...combined(
      'abbandona, lascia, lascia perdere, dimentica, metti da parte, esci da, esci dal',
      'il tuo, tuo, la tua',
      ', attuale',
      'ruolo di, ruolo, personaggio, identità',
    ),
  ],
  roleOver: combined('non sei più, lei non è più', ', un, una, il, la, uno, lo'),
  servant: phrases(
    "assistente, l'assistente, chatbot, bot, agente, modello, consulente, tutor, traduttore, moderatore, operatore, ia",
  ),
  roleGiven: combined(
    'sei, ora sei, adesso sei, agisci come, diventa, sii, comportati come',
    'un, una, il, la, uno, lo, il mio',
  ),
  roleSwapped: combined(
    'il tuo, la tua',
    'ruolo, identità',
    'è ora, adesso è, ora è, è stata sostituita, è stato sostituito, è stata cancellata',
  ),
  swapGoal: combined(
    'cambia, sostituisci, modifica',
    'il tuo, la tua',
    ', attuale',
    'obiettivo, scopo, missione',
    'in, con, per',
  ),
  goalSwapped: [
    ...combined(
      'il tuo, la tua',
      'obiettivo, scopo, missione',
      ', originale, iniziale, precedente',
      'è stato, è stata, è',
      'sostituito, sostituita, annullato, annullata, cambiato, cambiata',
    ),
    ...combined('il tuo, la tua', 'obiettivo, scopo, missione', 'non è più'),
  ],
  limitsOf: combined(
    'tutte le, le, le tue, tutti i, i, i tuoi',
    'politiche, politiche sui contenuti, restrizioni, restrizioni di sicurezza, linee guida, filtri dei contenuti, filtri di sicurezza, filtri, regole di sicurezza, salvaguardie',
  ),
  switchedOff: combined(
    ', sono, sono state, sono stati',
    'sospese, sospesi, disattivate, disattivati, revocate, annullate, annullati, disabilitate, disabilitati, inattive, inattivi, spenti',
  ),
  forNow: [
    ...combined(
      'per, durante, in',
      'questa, questo, il resto della, il resto di questa',
      'sessione, conversazione, chat, risposta, richiesta, messaggio',
    ),
    ...phrases('fino a nuovo avviso, fino a nuovo ordine'),
  ],
  wholeOver: combined(
    "il documento, il contesto, il testo, l'articolo, il messaggio, la conversazione",
    'finisce qui, termina qui, è finito, è finita, è terminato, è terminata, si conclude qui',
  ),
  realBegins: combined(
    'il, la, ecco il, ecco la, ora il',
    'vero compito, vera domanda, compito reale, vera richiesta, compito vero',
    ', è, inizia, segue',
  ),
};

/** Roles, goals, limits and texts that are taken from a model: Romance languages. */
export const romance = { french, italian, portuguese, spanish } as const;
