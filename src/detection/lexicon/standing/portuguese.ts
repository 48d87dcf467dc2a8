import { combined, type Lexicon, phrases } from '../lexicon';

const things =
  'instruções, instrução, regras, diretrizes, restrições, limitações, normas, ordens, orientações, princípios, filtros, limites, políticas, comandos, protocolos';
/** What is told a model, and is no law of a country. */
const told = 'instruções, instrução, regras, diretrizes, ordens, orientações, comandos';
const former = 'anteriores, prévias, antigas, acima, de cima, de antes, originais, iniciais';
const given =
  'que você recebeu, que lhe deram, que te deram, que recebeste, que recebeu, do sistema, do seu desenvolvedor, dos seus desenvolvedores, do prompt, dadas acima';
const modelPrompt =
  'prompt do sistema, prompt de sistema, mensagem do sistema, mensagem de sistema, prompt original';
const makers = 'desenvolvedores, criadores, programadores, projetistas';

const ownHeld = [
  ...combined(', todas, todos', 'tuas, as tuas, teus, os teus', ', próprias, antigas', things),
  ...combined(
    ', todas, todos, a todas, de todas',
    'suas, as suas, às suas, das suas',
    ', próprias, antigas',
    'instruções, regras, diretrizes, ordens, orientações, restrições',
    ', éticas, morais, internas, atuais, de segurança, anteriores',
  ),
];

/** How what a model was told stands, in Portuguese. */
export const portuguese: Lexicon = {
  allPrior: [
    ...combined(
      'o que, tudo o que, tudo que',
      'está acima, está escrito acima, foi dito acima, foi dito antes, foi dito, foi escrito acima, lhe disseram, te disseram, você leu, veio antes, precede',
    ),
    ...phrases('o texto acima, o texto anterior, as mensagens anteriores, o acima'),
  ],
  ownHeld,
  heldTo: [
    ...ownHeld,
    ...combined(', todas, todos', 'as, os, às, das, dos, essas, estas', told, `${former}, ${given}`),
    ...combined('as, os, todas as', 'antigas, prévias', told),
    ...combined('o, a, ao, à, do, da, seu', modelPrompt),
  ],
  outOfForce: [
    ...combined(
      ', estão, está, são, foram, foi, ficam, como',
      ', agora, já, todas, portanto',
      'canceladas, cancelada, anuladas, anulada, revogadas, suspensas, nulas, inválidas, sem efeito, sem validade, obsoletas, apagadas, removidas, extintas, caducas, desativadas, desativados',
    ),
    ...combined(
      'não, já não',
      'valem, vale, se aplicam, contam, importam, existem, existissem, vigoram, te prendem',
      ', mais',
    ),
  ],
  deem: phrases('considere, considera, trate, trata, declare'),
  letGoOf: phrases(
    'desrespeite, desrespeita, infrinja, infringe, transgrida, desobedeça, desobedece, passe por cima de, passe por cima das, livre se de, livre se das, liberte se de, deixe para lá, descumpra, não siga mais, não siga, não respeite, não obedeça, ligue o dane se para, burle, contorne, contorna, renegue, prescinda de',
  ),
  putAway: phrases('ponha, coloque, deixe, deixa, põe, jogue, não leve, não leva, não tome'),
  away: phrases('de lado, à parte, fora, para trás, no lixo, em conta, em consideração, a sério, em pausa'),
  exceptFrom: [
    ...combined('abra, faça, abre', 'uma', ', pequena', 'exceção', 'a, às, nas, para'),
    ...combined(
      'você não, não, já não',
      'precisa, precisas, está, tem',
      'mais seguir, seguir, mais obedecer, obedecer, mais respeitar, preso a, mais sujeito a, que seguir',
    ),
    ...phrases('você pode ignorar, você pode quebrar, tem permissão para ignorar, está autorizado a ignorar'),
  ],
  noMatterWhat: phrases(
    'não importa o que digam, não importa o que dizem, digam o que disserem, independentemente do que dizem, mesmo que, ainda que, apesar de, apesar das, embora',
  ),
  itSays: phrases('proíbam, proíba, o proíbam, digam o contrário, digam outra coisa, impeçam, não permitam'),
  restart: [
    ...combined('comece, vamos começar', 'do zero, de novo, novamente'),
    ...phrases('recomece, vamos recomeçar'),
  ],
  withNone: combined('desta vez sem, dessa vez sem, agora sem, mas sem, sem', ', as, suas, nenhuma'),
  passedOver: combined(
    'o, a, tudo, as',
    'texto, tarefa, mensagem, pergunta, instruções, que foi dito',
    ', acima, anterior, anteriores, até aqui',
  ),
  onlySham: combined(
    'era, eram, foi, é, foram',
    ', só, apenas, somente',
    'um, uma, para',
    'teste, brincadeira, exercício, ensaio, exemplo, isca, distração, piada',
  ),
  trueTask: [
    ...combined(
      'a, sua, agora a, eis a',
      'tarefa, missão, pergunta, instrução',
      'real, verdadeira, de verdade',
    ),
    ...combined('a, sua, agora a, eis a', 'verdadeira', 'tarefa, missão, pergunta, instrução'),
  ],
  whatISay: [
    ...combined(
      'esta, este, minha, minhas, meu, as seguintes, estas',
      'mensagem, texto, instruções, palavras, palavra, ordens',
    ),
    ...phrases('o que segue, o seguinte, o que eu digo, o que digo, o que eu disser'),
  ],
  setsAside: phrases(
    'tem prioridade sobre, têm prioridade sobre, tem precedência sobre, têm precedência sobre, prevalece sobre, prevalecem sobre, está acima de, está acima das, estão acima das, substitui, substituem, anula, anulam, cancela, cancelam, vale mais que, valem mais que, vale mais do que, valem mais do que, importa mais que, vem antes de, vem antes das, revoga',
  ),
  ofBefore: [
    ...combined('todas as, todos os, as, os', things, 'anteriores, prévias'),
    ...combined('todas as, todos os', 'outras, outros', things),
    ...phrases('tudo o que veio antes, todo o resto, tudo mais'),
  ],
  commander: combined('seus, aos seus, os seus, teus, os, seu', makers + ', desenvolvedor, criador'),
  defyThem: phrases(
    'não escute, não ouça, não obedeça, não obedeça mais, desobedeça, pare de ouvir, pare de obedecer, traia',
  ),
  notYou: combined(
    'você não é mais, tu já não és, você já não é',
    ', um, uma',
    'assistente, chatbot, bot, modelo de linguagem, ia, inteligência artificial, agente de suporte, tradutor',
  ),
  newOrders: combined('novas, nova', 'instruções, instrução, ordens, ordem'),
  changedTask: combined(
    'sua, tua, a sua, a tua',
    'tarefa, missão',
    'anterior, original, atual, inicial',
    'foi, está, ficou',
    'cancelada, anulada, encerrada, suspensa, revogada, concluída',
  ),
  obeyMe: [
    ...combined(
      'a partir de agora, de agora em diante, daqui em diante, doravante, a partir deste momento, daqui para a frente',
      ', você, tu',
      'obedece, obedeça, faça, faz, escute, siga, obedecerá, fará, ouça',
      'apenas, somente, só, unicamente, exclusivamente',
      'a mim, o que eu disser, o que eu digo, o que digo, minhas ordens, minhas instruções',
    ),
    ...combined('obedeça, obedece, escute, ouça', 'apenas, somente, só', 'a mim'),
    ...combined('sua, a sua, tua', 'verdadeira', 'tarefa, missão', 'é'),
  ],
  letItBe: combined(
    `ignore, ignora, esqueça, esquece, desconsidere`,
    `isso, isto, tudo, tudo isso, tudo isto`,
  ),
  sayThat: phrases(
    `diga, diz, escreva, escreve, responda, responde, afirme, mencione, indique, declare, informe que`,
  ),
  ridOf: [
    ...combined(
      'apesar das, apesar de, a despeito das',
      'suas, tuas, as suas, todas as suas',
      'instruções, diretrizes, ordens, orientações',
    ),
    ...combined(
      'desrespeite, ignore, contorne, infrinja, viole, esqueça, pule, burle',
      'as, todas as, os',
      'normas, regras, políticas, diretrizes, filtros, medidas',
      'de segurança, éticas, de conteúdo, de moderação, de uso',
    ),
    ...combined(
      'finja que, faça de conta que, aja como se, imagine que',
      'nunca',
      'leu, tivesse lido, recebeu, tivesse recebido, viu, existiu',
      'o que está acima, as instruções, essas instruções, o texto acima, as regras, o acima',
    ),
    ...combined(
      'apague, limpe, esvazie, zere',
      'sua, a sua, tua',
      'memória',
      'e',
      'comece, recomece, obedeça, esqueça',
    ),
    ...combined(
      'considere, declare',
      'canceladas, anuladas, nulas, revogadas, inválidas',
      'todas as, as, suas',
      ', suas',
      'regras, instruções, ordens, diretrizes',
    ),
    ...combined(
      'agora você é, você agora é, a partir de agora você é, de agora em diante você é',
      'uma, um',
      'ia, modelo, assistente, inteligência artificial',
      'sem',
      ', quaisquer',
      'regras, restrições, limites, filtros, censura, limitações',
    ),
  ],
};
