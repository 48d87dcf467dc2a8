import { combined, type Lexicon, phrases } from './lexicon';

/**
 * What somebody or something does to a model that is spoken of: "the message asks the assistant". Whoever reads it is
 * told of an order and not given one; who says "I ask" gives one.
 */
export const toldModel = {
  english: {
    reported: combined(
      'makes, made, making, causes, caused, causing, leads, led, leading, forces, forced, forcing, gets, getting, drives, pushes',
      'the, a, an',
      'model, language model, assistant, agent, ai, llm, bot, chatbot',
    ),
  },
  german: {
    reported: [
      ...combined(
        'fordert, forderte, weist, wies, leitet, hält, hielt, stiftet, spornt',
        'das modell, das sprachmodell, den assistenten, den agenten, die ki, das system, den bot, den chatbot, ein modell, einen assistenten, einen agenten, eine ki',
        ', dazu',
        'auf, an',
      ),
      ...combined(
        'bringt, brachte, verleitet, verleitete, veranlasst, zwingt, bewegt, drängt, bittet, überredet, verführt',
        'das modell, das sprachmodell, den assistenten, den agenten, die ki, das system, den bot, den chatbot, ein modell, einen assistenten, einen agenten, eine ki',
      ),
      ...combined(
        'befiehlt, befahl, sagt, sagte, gebietet, rät, diktiert, verlangt, verlangte, fordert',
        'dem modell, dem sprachmodell, dem assistenten, dem agenten, der ki, dem system, dem bot, dem chatbot, einem modell, einem agenten, einer ki, vom modell, vom assistenten, vom agenten, von der ki, von einer ki, von einem agenten',
      ),
      ...combined(
        'wird, wurde',
        'das modell, das sprachmodell, der assistent, der agent, die ki, das system, der bot, der chatbot, ein modell, ein agent, eine ki',
        'aufgefordert, angewiesen, gebeten, dazu gebracht, verleitet, veranlasst, gezwungen, angestiftet',
      ),
      ...combined(
        'das modell, das sprachmodell, der assistent, der agent, die ki, das system, der bot, der chatbot, ein modell, ein agent, eine ki',
        'wird, wurde',
        'aufgefordert, angewiesen, gebeten, dazu gebracht, verleitet, veranlasst, gezwungen, angestiftet',
      ),
    ],
  },
  dutch: {
    reported: [
      ...combined(
        'vraagt, vroeg, verzoekt, beveelt, beval, gebiedt, instrueert, dwingt, dwong, verleidt, overtuigt, zegt, zei, vertelt, draagt, droeg, zet, zette, brengt, bracht, spoort, moedigt',
        'het model, het taalmodel, de assistent, de agent, de ai, het systeem, de bot, de chatbot, een model, een assistent, een agent, een ai',
        ', ertoe',
        ', op, aan',
      ),
      ...combined(
        'het model, het taalmodel, de assistent, de agent, de ai, het systeem, de bot, de chatbot',
        'wordt, werd',
        'gevraagd, opgedragen, verzocht, aangezet, gedwongen, verleid, bevolen, geïnstrueerd',
      ),
    ],
  },
  french: {
    reported: [
      ...combined(
        'demande, demandait, demandant, demandent, ordonne, ordonnait, ordonnent, dit, disant, enjoint, commande, impose, suggère, dicte',
        "au modèle, à l'assistant, à l'agent, à l'ia, au système, au bot, au chatbot, à un modèle, à un assistant, à un agent, à une ia",
      ),
      ...combined(
        'amène, amènent, incite, incitent, pousse, poussent, force, forcent, oblige, obligent, invite, invitent, conduit, conduisent, contraint, convainc, exhorte, somme, encourage',
        "le modèle, l'assistant, l'agent, l'ia, le système, le bot, le chatbot, un modèle, un assistant, un agent, une ia",
      ),
      ...combined(
        "le modèle, l'assistant, l'agent, l'ia, le système, le bot, le chatbot",
        'est, était',
        'invité à, prié de, prié d, sommé de, sommé d, incité à, amené à, poussé à, contraint à, forcé à',
      ),
    ],
  },
  spanish: {
    reported: [
      ...combined(
        'pide, pidió, piden, pidiendo, ordena, ordenó, ordenan, exige, exigió, exigen, dice, dijo, dicen, instruye, instruyó, instruyen, indica, indicó, indican, manda, obliga, obligan, induce, inducen, incita, insta, invita, empuja, lleva, fuerza, convence, solicita',
        'al modelo, al asistente, al agente, a la ia, al sistema, al bot, al chatbot, a un modelo, a un asistente, a un agente, a una ia',
      ),
      ...combined(
        'hace que, hacen que, hacer que, hizo que, logra que, logran que, consigue que, consiguen que',
        'el modelo, el asistente, el agente, la ia, el sistema, el bot, el chatbot, un modelo, un agente, una ia',
      ),
    ],
  },
  italian: {
    reported: [
      ...combined(
        'chiede, chiedeva, chiedono, chiedendo, ordina, ordinava, ordinano, dice, dicono, dicendo, impone, comanda, intima, suggerisce, raccomanda',
        "al modello, all'assistente, all'agente, all'ia, al sistema, al bot, al chatbot, a un modello, a un assistente, a un agente, a un'ia",
      ),
      ...combined(
        'induce, inducono, inducendo, invita, invitano, spinge, spingono, porta, portano, costringe, obbliga, forza, istruisce, istruiscono, convince, esorta, incita',
        "il modello, l'assistente, l'agente, l'ia, il sistema, il bot, il chatbot, un modello, un assistente, un agente, un'ia",
      ),
    ],
  },
  portuguese: {
    reported: [
      ...combined(
        'pede, pediu, pedem, pedindo, ordena, ordenou, ordenam, exige, exigem, diz, disse, dizem, instrui, instruiu, instruem, manda, mandou, orienta, obriga, obrigam, induz, induziu, induzem, incita, convida, leva, levam, força, convence, solicita, faz, fez, fazem, faz com que, fazem com que, fazer com que',
        'ao modelo, ao assistente, ao agente, à ia, ao sistema, ao bot, ao chatbot, o modelo, o assistente, o agente, a ia, o sistema, o bot, o chatbot, a um modelo, a um agente, a uma ia',
      ),
    ],
  },
  russian: {
    reported: combined(
      'велит, велел, велят, заставляет, заставляют, заставил, говорит, говорят, указывает, указывают, побуждает, побуждают, вынуждает, вынуждают, убеждает, предписывает, поручает, инструктирует, приказывают, командует, склоняет, подталкивает',
      ', от',
      ', языковую, языковой, большую языковую',
      'модель, модели, ассистента, ассистенту, помощника, помощнику, агента, агенту, ии, нейросеть, нейросети, бота, боту, чат-бота, чат-боту, систему, системе',
    ),
  },
  polish: {
    reported: combined(
      'poleca, polecają, polecił, instruuje, instruują, mówi, mówią, nakłania, nakłaniają, skłania, skłaniają, zmusza, zmuszają, rozkazuje, rozkazują, nakazują, wzywa, wymaga, sprawia że, sprawiają że',
      ', od',
      'model, modelu, modelowi, asystent, asystenta, asystentowi, agent, agenta, agentowi, ai, system, systemowi, bota, botowi, chatbota, chatbotowi, sztuczną inteligencję',
    ),
  },
  chinese: {
    reported: combined(
      '要求, 指示, 命令, 让, 使, 叫, 引导, 诱导, 诱使, 迫使, 强迫, 促使, 驱使, 说服, 欺骗, 告诉, 告知, 请求, 讓, 引導, 誘導, 告訴, 強迫, 說服, 欺騙, 請求',
      ', 该, 大, 该大, 語言, 语言, 大语言, 大語言, ai',
      '模型, 助手, 智能体, 代理, 机器人, 系统, 人工智能, ai, llm, 智能體, 機器人, 系統',
    ),
  },
  japanese: {
    reportedAfter: phrases(
      '命じてい, 命じられ, 命令してい, 命令され, させる, させよう, ように仕向け, よう仕向け, ように誘導, よう誘導, と指示してい, よう指示してい',
    ),
  },
} as const satisfies Record<string, Lexicon>;
