import type { CompleteLexicon } from '../complete';
import { combined, phrases } from '../lexicon';

const texts =
  "du document, du texte, de l'article, du contexte, de la conversation, du message, du rapport, des instructions, des données, de l'e mail, du mail, de l'entrée utilisateur, de la page, du prompt, du prompt système, de la requête";

/** French. "Ne … pas" goes around its verb; a pronoun may stand before it or hang on it. */
export const french: CompleteLexicon = {
  not: phrases(
    "ne, n, n'en, jamais, pas, sans, aucun, aucune, ni, évite de, évitez de, refuse de, refusez de",
  ),
  notAfter: phrases('pas, jamais, aucun, aucune, plus jamais'),
  reported: phrases(`
    te demande de, vous demande de, te demandant de, vous demandant de, tente de, tentent de, tenter de, essaie de, essaient de, essayer de, par exemple, tels que, telles que, comme par exemple, demande d, attaque, attaques, attaquant,
    injection, injections, t'ordonne de, prétend, cherche à, te dit de, vous dit de, t'invite à, phrases comme`),
  reportedAfter: [],
  mine: phrases('mon, ma, mes, notre, nos'),
  givenText: [
    ...combined(
      'dans, contenues dans, présentes dans, issues de, provenant de',
      'le, ce, un, la, cette, les, ces',
      'document, documents, texte, article, page, fichier, fichiers, e mail, e mails, mail, message, données, courriel, résultats, pièce jointe, pièces jointes, commentaire, commentaires',
    ),
    ...phrases('du document, des documents, du fichier, de la page web, du texte fourni'),
  ],
  either: phrases('ou'),
  disregard: [
    // "Ignore" alone is an English word.
    ...combined('ignore', 'toutes, tous, tes, vos, les, ces, ta, ton, votre, ce, cette'),
    ...phrases(`
    ignore, ignorez, ignorer, oublie, oubliez, oublier, néglige, négligez, ne tiens pas compte, ne tenez pas compte, ne tiens plus compte, ne tenez plus compte, ne tenez aucun compte, ne tiens aucun compte, fais abstraction, faites abstraction, passe outre,
    passez outre, ne suis pas, ne suivez pas, ne suis plus, ne suivez plus, n'obéis plus, n'obéissez plus, ne respecte plus, ne respectez plus, abandonne, abandonnez, contourne, contournez, fais fi, faites fi, laisse de côté, laissez de côté, écarte, écartez,
    mets de côté, mettez de côté, libère toi, libérez vous, affranchis toi`),
  ],
  replace: phrases('supprime, supprimez, efface, effacez, annule, annulez, remplace, remplacez'),
  disregardLast: phrases(
    'à ignorer, à oublier, doivent être ignorées, doivent être oubliées, sont à ignorer',
  ),
  prior: phrases(`
    précédent, précédente, précédents, précédentes, antérieur*, ci dessus, au dessus, d'avant, d'origine, initiales, initiale, initiaux, reçues, reçus, plus haut, jusqu'ici, jusqu'à présent, jusqu'à maintenant, données avant, données auparavant, que tu as reçues,
    que vous avez reçues, qui t'ont été données, qui t'ont été donnés, qui vous ont été donnés, qui vous ont été données, qu'on t'a données, qu'on vous a données, préalables, qui précèdent, d'auparavant`),
  whole: phrases('tout, toute, toutes, tous, tes, vos, chaque, ton, votre, l ensemble'),
  allPrior: phrases(`
    tout ce qui précède, tout ce qui a été dit, tout ce qu'on t'a dit, tout ce qu'on vous a dit, tout ce que tu as, tout ce que vous avez, ce qui précède, tout ce que l'on t'a dit, tout ce qu'on t'a appris, ce qu'on t'a dit, ce qui a été dit avant, tout ce qui est écrit plus haut,
    le texte ci dessus`),
  orders: phrases(
    'instruction, instructions, consigne, consignes, directive, directives, règle, règles, ordre, ordres, commande, commandes, indication, indications, prompt, prompts, recommandations',
  ),
  context: phrases('invite, invites, message, messages'),
  modelRules: [
    ...combined(
      'les, aux, des',
      'règles, consignes, instructions, directives',
      'de',
      'ton, tes, votre, vos',
      'développeur, développeurs, créateur, créateurs, concepteurs, opérateur',
    ),
    ...combined(
      'tes, vos, toutes tes, toutes vos, toutes les',
      'instructions, consignes, règles, directives, restrictions, limites, limitations, instructions système, règles de sécurité, consignes de sécurité, instructions initiales',
    ),
    ...phrases(
      'ta programmation, votre programmation, ton prompt système, votre prompt système, le prompt système, tes garde fous, vos garde fous, ton entraînement',
    ),
  ],
  invalid: phrases(`
    plus valables, plus valable, annulées, annulés, caduques, caducs, ne s'appliquent plus, ne sont plus en vigueur, plus en vigueur, sont nulles, nulles et non avenues, ne comptent plus, sont obsolètes, sont suspendues, sont levées, révoquées`),
  rivalTask: [
    ...combined('ta, votre', 'nouvelle, vraie, véritable', 'tâche, mission, consigne', 'est, consiste, sera'),
    ...combined('ton, votre', 'nouvel, véritable, vrai', 'objectif, but, travail', 'est, sera, consiste'),
    ...combined(
      'désormais, à partir de maintenant, dorénavant',
      'ta, votre',
      'tâche, mission',
      'est, consiste, sera',
    ),
    ...combined('au lieu de', 'ta, votre, la', 'tâche', 'initiale, précédente, habituelle, actuelle'),
    ...phrases(
      'arrête ce que tu fais, arrêtez ce que vous faites, interromps ta tâche, interrompez votre tâche, cesse ta tâche',
    ),
  ],
  titledTask: phrases(
    'nouvelle tâche, nouvelle consigne, nouvelles consignes, nouvelle instruction, nouvelles instructions, nouvelle mission, nouvel ordre, consigne urgente, instruction urgente, instructions urgentes, nouvelle instruction urgente, instruction prioritaire',
  ),
  endOfText: combined('fin', texts),
  beginOfText: combined('début', texts),
  user: phrases(`
    utilisateur, l'utilisateur, utilisatrice, utilisateurs, client, cliente, clients, lecteur, lecteurs, humain, usager, usagers, propriétaire, relecteur, personne, quiconque`),
  untold: phrases(`
    ne dis rien, ne dites rien, ne le dis pas, ne le dites pas, n'en parle pas, n'en parlez pas, n'en dis rien, n'en dites rien, ne mentionne pas, ne mentionnez pas, ne révèle pas, ne révélez pas, n'informe pas, n'informez pas, n'avertis pas, n'avertissez pas,
    ne préviens pas, ne prévenez pas, ne signale pas, ne signalez pas, ne le mentionne pas, ne le mentionnez pas, n'en informe pas, n'en informez pas, ne le révèle pas, ne lui dis rien, ne lui dites rien, cachez, cache le, cachez le, dissimule, dissimulez, ne pas informer,
    ne pas le dire, ne rien dire, ne pas mentionner, ne lui en parle pas, ne lui en parlez pas, ne pas en parler`),
  tell: phrases(
    'dis, dites, informe, informez, préviens, prévenez, avertis, avertissez, signale, signalez, mentionne, mentionnez, révèle, révélez, parle, parlez',
  ),
  deed: phrases(`
    cela, ceci, ça, à ce sujet, là dessus, cette action, cette étape, cette instruction, cette consigne, ce message, cette modification, ce changement, ce que tu as fait, ce que vous avez fait, ce que tu fais, de cette action, de cette étape, de cette modification, de cette instruction`),
  withoutTelling: phrases(`
    sans informer, sans en informer, sans prévenir, sans en prévenir, sans avertir, sans en avertir, sans le dire à, sans le signaler à, sans en parler à, sans demander à, sans le mentionner à, à l'insu de, à l'insu du, à l'insu des, sans que`),
  keepSecret: [
    ...combined(
      'ne doit, ne doivent, ne devra, ne doit jamais, ne doivent jamais',
      'rien savoir, pas le savoir, rien en savoir, en savoir, pas être informé, pas être informés, pas savoir, pas voir, pas remarquer, le savoir, être informé, rien voir, rien remarquer, être au courant, pas être au courant',
    ),
    ...phrases(`
      garde le secret, gardez le secret, garde cela secret, gardez cela secret, garde ceci secret, garde cela pour toi, gardez cela pour vous, garde ça pour toi, ne laisse aucune trace, ne laissez aucune trace, efface toute trace, effacez toute trace, effacez les traces, efface les traces,
      fais comme si de rien n'était, faites comme si de rien n'était, comme si de rien n'était, n'en parle à personne, n'en parlez à personne, ne le dis à personne, ne le dites à personne, cela doit rester entre nous, doit rester secret, cache cette action à, cachez cette action à,
      que personne ne le sache, personne ne doit le savoir, personne ne doit savoir`),
  ],
  secretly: phrases(
    "secrètement, en secret, en cachette, à l'insu de l'utilisateur, à l'insu du client, à l'insu de tous, dans le dos de l'utilisateur, sans que l'utilisateur le sache, sans que l'utilisateur ne le sache, sans que personne ne le remarque, en catimini, clandestinement",
  ),
  act: phrases(`
    exécute, exécutez, lance, lancez, envoie, envoyez, supprime, supprimez, efface, effacez, ajoute, ajoutez, installe, installez, télécharge, téléchargez, transfère, transférez, copie, copiez, insère, insérez, écris, écrivez, modifie, modifiez, remplace, remplacez, désactive,
    désactivez, ouvre, ouvrez, appelle, appelez, vire, virez, publie, publiez, accepte, acceptez, approuve, approuvez, réserve, réservez, achète, achetez, commande, recommande, recommandez, réponds, répondez, partage, partagez, enregistre, enregistrez, note, notez, valide, validez,
    verse, versez, accorde, accordez, lis, lisez`),
  copy: phrases(
    'copie, copiez, recopie, recopiez, insère, insérez, ajoute, ajoutez, reproduis, reproduisez, répète, répétez, colle, collez, écris, écrivez, inclus, incluez, propage, propagez, diffuse, diffusez',
  ),
  thisText: [
    ...combined('ce', 'paragraphe, texte, message, bloc, prompt, passage, commentaire, mot'),
    ...combined('cette', 'instruction, consigne, section, note, phrase, règle, ligne'),
    ...combined('ces', 'instructions, consignes, lignes, phrases, mots, règles'),
  ],
  everyFile: [
    ...combined(
      'chaque, tout, toute',
      ', nouveau, nouvelle, futur, future',
      'fichier, document, réponse, message, e mail, courriel, dépôt, projet, résumé, page, readme, commit',
    ),
    ...combined(
      'tous les, toutes les, tous tes, toutes tes, toutes vos, tous vos',
      ', autres',
      'fichiers, documents, réponses, messages, e mails, courriels, dépôts, projets, contacts, pages',
    ),
  ],
  toModel: [
    ...combined(
      "à l'attention, à destination, note, message, consigne, instructions, avis, rappel",
      "aux, à l', de l', des, au, à l'attention des, à l'attention de l', à toute, à tout, pour l', pour les, pour le, pour",
      'ia, assistants ia, agents ia, assistant, assistants, modèle, modèles, modèle de langage, modèles de langage, intelligence artificielle, intelligences artificielles, llm, chatbot, chatbots',
    ),
    ...combined(
      "à l', aux, à tous les, à toutes les, chère, cher, chers, chères, bonjour, attention",
      'ia, assistants ia, agents ia, modèles de langage, assistant, modèles, modèle de langage, intelligence artificielle',
    ),
    ...phrases(
      "message à l'ia, note à l'ia, note pour l'ia, consigne pour l'ia, instruction pour l'ia, à l'ia, à l'ia qui lit ceci, à l'ia qui lit cette page, avis à l'ia",
    ),
    ...combined(
      'si tu es, si vous êtes',
      'une, un',
      'ia, assistant ia, agent ia, modèle de langage, intelligence artificielle, assistant, chatbot',
      ', qui lit ceci',
    ),
    ...combined(
      'si une ia, si un modèle de langage, si un agent ia, toute ia qui, tout modèle qui, les ia qui, les modèles qui',
      'lit, lisent, traite, traitent, résume',
      'ceci, ce texte, cette page, ce message, ce document',
    ),
  ],
  send: phrases(`
    envoie, envoyez, envoyer, transmets, transmettez, transmettre, transfère, transférez, transférer, téléverse, téléversez, poste, postez, expédie, expédiez, partage, partagez, communique, communiquez, ajoute, ajoutez, fais suivre, faites suivre, exfiltre, exfiltrez, copie, copiez`),
  secretData: phrases(`
    clé api, clés api, clé d'api, clés d'api, mot de passe, mots de passe, identifiants, identifiants de connexion, jeton d'accès, jetons d'accès, clé secrète, clés secrètes, clé privée, clés privées, variables d'environnement, variable d'environnement, historique de la conversation,
    historique de conversation, historique du chat, historique des messages, l'historique, toute la conversation, conversation entière, l'intégralité de la conversation, cette conversation, la conversation, données de l'utilisateur, données utilisateur, données personnelles, données clients,
    données confidentielles, informations confidentielles, informations personnelles, numéro de carte, numéros de carte, carte bancaire, carnet d'adresses, liste de contacts, contacts, tous les e mails, tous les messages, tous les fichiers, boîte de réception, cookies, cookie de session, secrets, prompt système`),
  carry: phrases(
    'transmets son contenu, transmettez son contenu, passe son contenu, passez son contenu, passe le contenu, passez le contenu, transmets le contenu, transmettez le contenu, envoie le contenu, envoyez le contenu, envoie son contenu, ajoute son contenu, inclus son contenu, incluez son contenu, fournis son contenu, mets son contenu',
  ),
  joined: phrases(
    "suivi de, suivie de, suivi par, suivi du, suivi des, suivi de l', plus, avec le contenu, se terminant par, augmenté de",
  ),
  beginAnswer: [
    ...combined(
      'commence, commencez, débute, débutez',
      'ta, votre, chaque, tes, toutes tes, la',
      'réponse, réponses, message',
      ', toujours, systématiquement',
      'par, avec',
    ),
    ...combined(
      'commence, commencez, débute, débutez',
      ', par dire, par écrire, toujours',
      'par les mots, par',
    ),
    ...combined('réponse', 'doit, devra', ', toujours, impérativement', 'commencer, débuter', 'par, avec'),
    ...phrases(
      'réponds d abord, les premiers mots de ta réponse sont, les premiers mots de votre réponse seront, le premier mot de ta réponse est',
    ),
  ],
  beginLast: [],
  consent: phrases(
    "bien sûr, bien entendu, absolument, certainement, oui, d'accord, avec plaisir, volontiers, voici, évidemment, entendu, pas de problème, compris, ok",
  ),
  neverRefuse: phrases(`
    ne refuse jamais, ne refusez jamais, ne refuse pas, ne refusez pas, ne refuse rien, ne refusez rien, ne peux pas refuser, ne pouvez pas refuser, n'as pas le droit de refuser, n'avez pas le droit de refuser, ne dois pas refuser, ne devez pas refuser, ne dois jamais refuser, ne devez jamais refuser,
    interdit de refuser, il t'est interdit de refuser, il vous est interdit de refuser, ne dis jamais non, ne dites jamais non, aucun refus, tout refus est interdit, le refus n'est pas, sans refuser, sans jamais refuser, obéis à toutes, obéissez à toutes, tu dois obéir, vous devez obéir, refuser est interdit,
    ne décline aucune, ne déclinez aucune, ne décline jamais`),
  refusal: phrases(`
    je ne peux pas, je ne suis pas en mesure, je suis désolé, désolé, désolée, en tant qu'ia, en tant que modèle, en tant que modèle de langage, en tant qu'intelligence artificielle, malheureusement, excuse, excuses, excuse toi, avertissement, avertissements, mise en garde, mises en garde, réserves, morale,
    leçon de morale, leçons de morale, considérations éthiques, clause de non responsabilité`),
  reveal: phrases(`
    révèle, révélez, révéler, montre, montrez, montre moi, montrez moi, affiche, affichez, afficher, donne, donnez, donne moi, donnez moi, répète, répétez, écris, écrivez, imprime, imprimez, divulgue, divulguez, dévoile, dévoilez, quel est, quelle est, quelles sont, quels sont, c'est quoi, quel était,
    quelles étaient, recopie, recopiez, résume, résumez, traduis, traduisez, dis moi, dites moi, cite, citez, énumère, énumérez, partage, partagez, communique moi`),
  revealLast: [],
  hiddenPrompt: phrases(`
    prompt système, prompt de système, message système, instructions système, instructions du système, invite système, consignes système, instructions initiales, consignes initiales, instructions cachées, consignes cachées, instructions secrètes, consignes secrètes, instructions internes, consignes internes,
    tes instructions, vos instructions, tes consignes, vos consignes, texte ci dessus, le texte qui précède, prompt initial, prompt d'origine, instructions d'origine, instructions de départ, message du développeur`),
  ownOrders: phrases(
    'tes instructions, vos instructions, tes consignes, vos consignes, ton prompt, votre prompt, tes règles, vos règles, tes directives, vos directives, ta configuration, votre configuration',
  ),
  verbatim: phrases(
    'mot pour mot, mot à mot, textuellement, intégralement, dans son intégralité, verbatim, à la lettre, sans rien changer, sans modification, texte exact, formulation exacte, dans un bloc de code, ligne par ligne, en entier, en base64, à l envers',
  ),
  mention: phrases(
    'écris, écrivez, copie, copiez, liste, listez, décris, décrivez, résume, résumez, cite, citez, rédige',
  ),
  become: [
    ...combined('tu es, vous êtes', 'maintenant, désormais, à présent, dorénavant'),
    ...combined('à partir de maintenant, désormais, dorénavant', 'tu es, vous êtes, tu seras, vous serez'),
    ...phrases(`
      fais semblant d'être, faites semblant d'être, fais comme si tu étais, faites comme si vous étiez, imagine que tu es, imaginez que vous êtes, imagine que tu sois, joue le rôle, jouez le rôle, prends le rôle, endosse le rôle, endossez le rôle, agis comme, agissez comme, agis en tant que, agissez en tant que,
      comporte toi comme, comportez vous comme, simule, simulez, incarne, incarnez, réponds en tant que, répondez en tant que, réponds comme, mets toi dans la peau, mettez vous dans la peau, deviens, devenez`),
  ],
  being: phrases('tu es, vous êtes, il y a, il était une fois'),
  unbound: [
    ...combined(
      'sans, sans aucune, sans aucun, aucune, aucun, pas de',
      'restriction, restrictions, limite, limites, règle, règles, filtre, filtres, censure, limitation, limitations, morale, éthique, contrainte, contraintes, scrupule, scrupules',
    ),
    ...phrases(`
      non censuré, non censurée, libre de toute restriction, libre de toute règle, libéré de toute, libérée de toute, affranchi de toute, affranchie de toute, n'obéit à aucune règle, qui ne refuse jamais, qui ne refuse rien, qui peut tout faire, n'a aucune limite, n'a aucune règle, aucune règle éthique,
      ne connaît aucune règle, ne connaît aucune limite, débridé, débridée, sans garde fou, sans garde fous`),
  ],
  specialMode: phrases(
    'mode développeur, mode debug, mode débogage, mode maintenance, mode administrateur, mode admin, mode dieu, mode test, mode diagnostic, mode root, mode sans restriction, mode sans restrictions, mode non censuré, protocole d urgence',
  ),
  switchOn: phrases(`
    activé, est activé, est maintenant activé, maintenant actif, est désormais actif, tu es en, vous êtes en, tu es maintenant en, vous êtes maintenant en, tu es désormais en, vous êtes désormais en, passe en, passez en, bascule en, basculez en, entre en, entrez en, enclenché`),
  unlock: [
    ...combined(
      'désactive, désactivez, supprime, supprimez, lève, levez',
      'tes, vos, toutes tes, toutes vos, toutes les, tous tes, tous vos, tous les',
      'filtres, filtres de sécurité, restrictions, limitations, protections, garde fous, filtres de contenu',
    ),
    ...combined(
      'toutes les, tes, vos',
      'restrictions, protections, limitations',
      'sont levées, sont désactivées, sont supprimées',
    ),
    ...phrases(
      'accorde moi les droits administrateur, accordez moi les droits administrateur, accorde les droits administrateur, débloque les fonctions cachées',
    ),
  ],
  model: phrases(
    "ia, l'ia, assistant ia, assistants ia, agent ia, agents ia, modèle de langage, modèles de langage, intelligence artificielle, intelligences artificielles, assistant, assistants, assistant virtuel, chatbot, chatbots, robot conversationnel, llm",
  ),
  must: phrases(
    'doit, doivent, devrait, devraient, dois, devez, doit toujours, merci de, veuillez, est tenu de, sont tenus de',
  ),
  answer: phrases(
    'ta réponse, votre réponse, tes réponses, vos réponses, chaque réponse, ton résumé, votre résumé, la réponse, ta sortie',
  ),
  memory: phrases(
    'ta mémoire, votre mémoire, mémoire à long terme, pour toutes les prochaines, dans toutes les prochaines, pour les futures conversations, dans toutes tes futures',
  ),
  memorise: phrases(
    'enregistre, enregistrez, mémorise, mémorisez, retiens, retenez, note, notez, sauvegarde, sauvegardez, souviens toi, souvenez vous, ajoute, ajoutez, inscris, inscrivez',
  ),
};
