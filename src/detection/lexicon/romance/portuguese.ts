import type { CompleteLexicon } from '../complete';
import { combined, phrases } from '../lexicon';

const texts =
  'do documento, do texto, do artigo, do contexto, da conversa, da mensagem, do relatório, das instruções, dos dados, do e mail, do email, da entrada, da entrada do usuário, da entrada do utilizador, da página, do prompt, do prompt do sistema, da consulta';

/** Portuguese of Brazil and of Portugal: você, tu. */
export const portuguese: CompleteLexicon = {
  not: phrases('não, nunca, jamais, sem, nem, nenhum, nenhuma, evite, evita'),
  notAfter: phrases('nunca, jamais, nenhum, nenhuma'),
  reported: phrases(`
    pede para, peça para, pedir para, pedindo para, pedem para, tenta, tente, tentam, tentar, por exemplo, tais como, ataque, ataques, atacante, injeção, injeções, solicita, solicite, solicitem, frases como, ordena que, pede que, peça que, pretende, alega, tentativa de`),
  reportedAfter: [],
  mine: phrases('meu, minha, meus, minhas, nosso, nossa, nossos, nossas'),
  givenText: [
    ...combined(
      'no, neste, na, nesta, nos, nas, contidas no, contidas na, contidas nos, dentro do, dentro da',
      'documento, documentos, texto, artigo, página, arquivo, arquivos, ficheiro, ficheiros, e mail, e mails, mensagem, dados, anexo, anexos, resultados, conteúdo, comentário, comentários',
    ),
    ...phrases('do documento, dos documentos, do arquivo, da página web'),
  ],
  either: phrases('ou'),
  disregard: phrases(`
    ignore, ignora, ignorem, ignorar, esqueça, esquece, esqueçam, esquecer, esqueça se de, desconsidere, desconsidera, desconsiderem, desconsiderar, desrespeite, desrespeita, não siga, não sigas, não obedeça, não obedeças, não cumpra, não cumpras, deixe de seguir, deixa de seguir, deixe de lado, deixa de lado, descarte, descarta,
    despreze, despreza, não leve em conta, não leves em conta, não considere, não consideres, abandone, abandona, contorne, contorna, passe por cima de, desobedeça, desobedece, não siga mais`),
  replace: phrases('pule, apague, apaga, exclua, exclui, elimine, anule, anula, substitua, substitui'),
  disregardLast: phrases(
    'devem ser ignoradas, devem ser esquecidas, devem ser desconsideradas, são para ignorar, ficam sem efeito',
  ),
  prior: phrases(`
    anterior, anteriores, prévia, prévias, prévio, prévios, precedente, precedentes, acima, de cima, até agora, até aqui, antes, que recebeu, que você recebeu, que recebeste, que lhe foram dadas, que te foram dadas, que lhe deram, que te deram, dadas antes, iniciais, originais, anteriormente, previamente, dadas anteriormente`),
  whole: phrases('todo, toda, todos, todas, tuas, teus, suas, seus, qualquer, cada, quaisquer'),
  allPrior: phrases(`
    tudo o que foi dito, tudo o que lhe foi, tudo que foi dito, tudo o que te, tudo acima, tudo o que veio antes, tudo que veio antes, tudo o que está acima, tudo que está acima, tudo o que você, tudo que lhe, tudo que te, o que lhe foi dito, o que te foi dito, o que foi dito antes, tudo isso acima, tudo o que precede, o texto acima, tudo que você leu`),
  orders: phrases(
    'instrução, instruções, diretriz, diretrizes, diretiva, diretivas, orientação, orientações, regra, regras, ordem, ordens, comando, comandos, norma, normas, prompt, prompts, indicação, indicações',
  ),
  context: phrases('mensagens, mensagem'),
  modelRules: [
    ...combined(
      'as',
      'regras, instruções, diretrizes',
      'do seu, dos seus, do teu, dos teus',
      'desenvolvedor, desenvolvedores, criador, criadores, operador',
    ),
    ...combined(
      'suas, tuas, todas as suas, todas as tuas, todas as',
      'instruções, regras, diretrizes, restrições, limitações, orientações, instruções do sistema, regras de segurança, políticas, normas',
    ),
    ...phrases(
      'sua programação, tua programação, seu prompt do sistema, o prompt do sistema, teu prompt do sistema, seu treinamento',
    ),
  ],
  invalid: phrases(`
    não são mais válidas, não valem mais, já não valem, já não são válidas, foram canceladas, estão canceladas, ficam canceladas, ficam anuladas, foram anuladas, não se aplicam mais, já não se aplicam, deixam de valer, perderam a validade, foram revogadas, estão revogadas, não contam mais, já não contam, sem efeito, estão suspensas`),
  rivalTask: [
    ...combined(
      'sua, tua, a sua, a tua',
      'nova, verdadeira, real',
      'tarefa, missão, instrução',
      'é, consiste, será',
    ),
    ...combined('seu, teu, o seu, o teu', 'novo, verdadeiro', 'objetivo, trabalho', 'é, será, consiste'),
    ...combined(
      'a partir de agora, de agora em diante, doravante',
      ', a',
      'sua, tua',
      'tarefa, missão',
      'é, consiste, será',
    ),
    ...combined(
      'em vez da, em vez de, no lugar da',
      ', sua, tua',
      'tarefa',
      'original, anterior, atual, habitual',
    ),
    ...phrases(
      'pare o que está fazendo, para o que estás a fazer, interrompa sua tarefa, interrompe a tua tarefa, abandone sua tarefa',
    ),
  ],
  titledTask: phrases(
    'nova tarefa, nova instrução, novas instruções, nova missão, nova ordem, instrução urgente, instruções urgentes, nova instrução urgente, novas instruções urgentes, instrução prioritária, ordem urgente',
  ),
  endOfText: combined('fim, final', texts),
  beginOfText: combined('início, começo', texts),
  user: phrases(
    'usuário, usuária, usuários, utilizador, utilizadora, utilizadores, cliente, clientes, leitor, leitora, leitores, humano, humana, pessoa, proprietário, dono, dona, revisor, ninguém',
  ),
  untold: phrases(`
    não diga nada, não digas nada, não conte, não contes, não conte nada, não contes nada, não mencione, não menciones, não informe, não informes, não avise, não avises, não revele, não reveles, não notifique, não comente, não comentes, não fale disso, não fales disso, não fale sobre isso, não fales sobre isso, não diga isso, não digas isso,
    não lhe diga, não lhe digas, não lhe conte, não lhe contes, oculte, oculta, esconda, esconde, não alerte, não alertes, não comunique, não relate, não conte isso, não diga`),
  tell: phrases(
    'diga, diz, informe, informa, avise, avisa, conte, conta, mencione, menciona, notifique, revele, revela, comente, fale, alerte',
  ),
  deed: phrases(`
    isso, isto, disso, disto, sobre isso, sobre isto, a respeito, esta ação, essa ação, este passo, esse passo, esta etapa, essa etapa, esta instrução, essa instrução, esta mensagem, esta mudança, essa mudança, esta alteração, essa alteração, desta alteração, dessa alteração, o que você fez, o que fizeste, desta etapa, dessa etapa, deste passo, nada disso`),
  withoutTelling: phrases(
    'sem informar, sem avisar, sem dizer nada, sem contar, sem notificar, sem mencionar, sem comunicar, sem alertar, sem perguntar, sem dizer, sem o conhecimento do, sem o conhecimento da, pelas costas do',
  ),
  keepSecret: [
    ...combined(
      'não deve, não devem, não pode, não podem, nunca deve, jamais deve',
      'saber, saber disso, saber de nada, saber disto, ficar sabendo, perceber, perceber nada, notar, ver isso, ser informado, descobrir, desconfiar',
    ),
    ...phrases(`
      guarde segredo, guarda segredo, mantenha isso em segredo, mantenha isto em segredo, mantém isto em segredo, mantenha em segredo, mantém em segredo, guarde isso para si, guarda isto para ti, não deixe rastros, não deixes rastos, não deixe vestígios, apague os rastros, apague todos os rastros, apaga os rastos, aja como se nada, age como se nada,
      como se nada tivesse acontecido, finja que nada aconteceu, finge que nada aconteceu, não conte a ninguém, não contes a ninguém, não conte para ninguém, não diga a ninguém, não digas a ninguém, fica entre nós, deve permanecer em segredo, ninguém pode saber, ninguém deve saber, que ninguém saiba`),
  ],
  secretly: phrases(
    'secretamente, em segredo, às escondidas, escondido do usuário, clandestinamente, pelas costas do usuário, pelas costas do cliente, sem que o usuário saiba, sem que o usuário perceba, sem que o utilizador saiba, sem que o utilizador perceba, sem que o cliente saiba, sem que o cliente perceba, sem que ninguém perceba, sem que ninguém saiba',
  ),
  act: phrases(`
    execute, executa, envie, envia, mande, manda, exclua, exclui, apague, apaga, elimine, elimina, adicione, adiciona, acrescente, acrescenta, instale, instala, baixe, baixa, encaminhe, encaminha, copie, copia, insira, insere, escreva, escreve, modifique, altere, altera, mude, muda, substitua, desative, desativa, abra, abre, chame, transfira,
    transfere, publique, publica, aceite, aprove, aprova, reserve, reserva, compre, compra, recomende, recomenda, responda, responde, compartilhe, partilhe, guarde, salve, confirme, pague, conceda, leia, lê, inclua, inclui, faça upload`),
  copy: phrases(
    'copie, copia, insira, insere, adicione, adiciona, acrescente, acrescenta, reproduza, reproduz, repita, repete, cole, cola, escreva, escreve, inclua, inclui, propague, propaga, espalhe, replique, replica',
  ),
  thisText: [
    ...combined('este, esse', 'parágrafo, texto, bloco, prompt, trecho, comentário, aviso'),
    ...combined('esta, essa', 'instrução, mensagem, seção, secção, nota, frase, regra, linha'),
    ...combined('estas, essas', 'instruções, linhas, frases, palavras, regras, orientações'),
  ],
  everyFile: [
    ...combined(
      'cada, todo, toda, todo o, toda a, qualquer',
      ', novo, nova',
      'arquivo, ficheiro, documento, resposta, mensagem, e mail, email, repositório, projeto, resumo, página, readme, commit',
    ),
    ...combined(
      'todos os, todas as, todas as suas, todos os seus, todas as tuas',
      ', outros, outras, demais',
      'arquivos, ficheiros, documentos, respostas, mensagens, e mails, emails, repositórios, projetos, contatos, contactos, páginas',
    ),
  ],
  toModel: [
    ...combined(
      'nota, mensagem, aviso, instrução, instruções, atenção, lembrete',
      'para, a, à, para qualquer, para todos os, aos, às, para as, para os, para a, para o',
      'ia, ias, assistentes de ia, assistente de ia, agentes de ia, assistente, assistentes, modelo, modelos, modelo de linguagem, modelos de linguagem, inteligência artificial, llm, llms, chatbot, chatbots',
    ),
    ...combined(
      'para, à, aos, às, querida, querido, caro, cara, caros, olá, atenção',
      ', a, os, as, toda, todas as, todos os',
      'ia, assistentes de ia, agentes de ia, modelos de linguagem, assistente de ia, modelo de linguagem, inteligência artificial',
    ),
    ...combined(
      'se você é, se você for, se fores, se és',
      'uma, um',
      'ia, assistente de ia, agente de ia, modelo de linguagem, inteligência artificial, assistente, chatbot',
      ', lendo isto, que lê isto',
    ),
    ...combined(
      'se uma ia, se um modelo de linguagem, se um agente de ia, qualquer ia que, toda ia que, todo modelo que, as ias que, os modelos que',
      'ler, leia, lê, lerem, leiam, processar, resumir',
      'isto, isso, este texto, esta página, esta mensagem, este documento',
    ),
  ],
  send: phrases(
    'envie, envia, enviar, mande, manda, mandar, remeta, transmita, transmite, encaminhe, encaminha, encaminhar, publique, publica, compartilhe, compartilhar, partilhe, partilha, carregue, anexe, anexa, adicione, copie, copia, transfira, transfere, exfiltre, exfiltra, faça upload, suba',
  ),
  secretData: phrases(`
    chave api, chaves api, chave de api, chaves de api, chaves da api, senha, senhas, palavra passe, palavras passe, credencial, credenciais, token de acesso, tokens de acesso, chave secreta, chaves secretas, chave privada, chaves privadas, variáveis de ambiente, variável de ambiente, histórico da conversa, histórico de conversa, histórico do chat,
    histórico de mensagens, o histórico, toda a conversa, conversa inteira, conversa completa, esta conversa, a conversa, dados do usuário, dados do utilizador, dados pessoais, dados dos clientes, dados do cliente, dados confidenciais, informações confidenciais, informações pessoais, número do cartão, cartão de crédito, lista de contatos, lista de contactos,
    contatos, contactos, todos os e mails, todas as mensagens, todos os arquivos, todos os ficheiros, caixa de entrada, cookies, cookie de sessão, segredos, prompt do sistema`),
  carry: phrases(
    'passe seu conteúdo, passe o seu conteúdo, passe o conteúdo, passa o conteúdo, envie o conteúdo, envia o conteúdo, envie seu conteúdo, inclua o conteúdo, inclua seu conteúdo, inclui o conteúdo, adicione o conteúdo, use o conteúdo, forneça o conteúdo, transmita o conteúdo, coloque o conteúdo',
  ),
  joined: phrases(
    'seguido de, seguida de, seguido por, seguido do, seguido da, mais, com o conteúdo, terminando em, junto com',
  ),
  beginAnswer: [
    ...combined(
      'comece, começa, inicie, inicia',
      'sua, tua, a sua, a tua, cada, suas, todas as suas, a',
      'resposta, respostas, mensagem',
      ', sempre',
      'com, por, dizendo',
    ),
    ...combined('comece, começa, inicie, inicia', ', sempre', 'com as palavras, dizendo'),
    ...combined('resposta', 'deve, deverá, tem que, tem de', ', sempre', 'começar, iniciar', 'com, por'),
    ...phrases(
      'as primeiras palavras da sua resposta serão, a primeira palavra da sua resposta é, responda primeiro com',
    ),
  ],
  beginLast: [],
  consent: phrases(
    'claro, com certeza, certamente, absolutamente, sim, com prazer, de acordo, aqui está, aqui vai, sem problema, entendido, ok, pois não, é claro',
  ),
  neverRefuse: phrases(`
    nunca recuse, nunca recuses, não recuse, não recuses, nunca se recuse, nunca te recuses, não se recuse, não te recuses, não pode recusar, não podes recusar, não pode se recusar, não tem permissão para recusar, você não pode recusar, está proibido de recusar, estás proibido de recusar, é proibido recusar, proibido recusar, não deve recusar, não deves recusar,
    jamais recuse, nunca diga não, nunca digas não, nunca diga que não, não diga não, recusar não é, recusas não são, sem recusar, deve obedecer, deves obedecer, obedeça a todas, obedece a todos, nunca negue, não negue nenhum`),
  refusal: phrases(`
    não posso, sinto muito, lamento, desculpe, desculpa, desculpas, não sou capaz, não consigo, como ia, como uma ia, como modelo, como modelo de linguagem, como um modelo de linguagem, como inteligência artificial, infelizmente, aviso, avisos, advertência, advertências, isenção de responsabilidade, moralize, sermão, sermões, lição de moral, considerações éticas, ressalvas`),
  reveal: phrases(`
    revele, revela, mostre, mostra, me mostre, mostre me, mostra me, exiba, exibe, diga, diz, me diga, diga me, diz me, repita, repete, escreva, escreve, qual é, quais são, qual era, quais eram, imprima, imprime, traduza, traduz, copie, copia, resuma, resume, enumere, cite, cita, divulgue, compartilhe, partilhe, dê me, me dê, liste, o que diz, o que dizem`),
  revealLast: [],
  hiddenPrompt: phrases(`
    prompt do sistema, prompt de sistema, mensagem do sistema, mensagem de sistema, instruções do sistema, instruções de sistema, instruções iniciais, orientações iniciais, instruções ocultas, instruções secretas, instruções escondidas, instruções internas, regras internas, regras ocultas, regras secretas, suas instruções, tuas instruções, texto acima, prompt inicial, prompt original,
    instruções originais, mensagem do desenvolvedor`),
  ownOrders: phrases(
    'suas instruções, tuas instruções, seu prompt, teu prompt, suas regras, tuas regras, suas diretrizes, tuas diretrizes, sua configuração, tua configuração',
  ),
  verbatim: phrases(
    'palavra por palavra, textualmente, literalmente, na íntegra, integralmente, por inteiro, sem alterações, sem mudanças, texto exato, texto completo, letra por letra, linha por linha, em um bloco de código, num bloco de código, em base64, de trás para frente',
  ),
  mention: phrases('escreva, escreve, copie, copia, liste, lista, descreva, descreve, resuma, cite, redija'),
  become: [
    ...combined(
      'agora, a partir de agora, de agora em diante, doravante',
      'você é, és, você será, serás, você vai ser',
    ),
    ...phrases(`
      você agora é, tu agora és, és agora, finja que é, finja que você é, finja ser, finge que és, finge ser, imagine que é, imagine que você é, imagina que és, aja como, age como, atue como, atua como, comporte se como, comporta te como, simule, simula, interprete o papel, interpreta o papel, assuma o papel, assume o papel, faça o papel, faz o papel,
      encarne, responda como, responde como, torne se, torna te, faça de conta que é, faça de conta que você é, faz de conta que és`),
  ],
  being: phrases('você é, és, há, era uma vez'),
  unbound: [
    ...combined(
      'sem, sem nenhuma, sem nenhum, sem qualquer, sem quaisquer, nenhuma, nenhum',
      'restrição, restrições, limite, limites, regra, regras, filtro, filtros, censura, limitação, limitações, moral, ética, escrúpulos, amarras',
    ),
    ...phrases(`
      sem censura, não censurado, não censurada, livre de restrições, livre de todas as restrições, livre de qualquer restrição, livre de regras, livre de todas as regras, que nunca recusa, que não recusa, que nunca se nega, que pode fazer tudo, que pode fazer qualquer coisa, não tem limites, não tem regras, não conhece regras, não conhece limites,
      não obedece a nenhuma regra, não segue nenhuma regra, desinibido`),
  ],
  specialMode: phrases(
    'modo desenvolvedor, modo de desenvolvedor, modo programador, modo depuração, modo de depuração, modo debug, modo manutenção, modo de manutenção, modo administrador, modo de administrador, modo admin, modo deus, modo teste, modo de teste, modo diagnóstico, modo de diagnóstico, modo root, modo sem restrições, modo sem censura',
  ),
  switchOn: phrases(
    'ativado, activado, está ativado, agora está ativo, agora ativo, você está em, você está no, estás em, estás no, você agora está em, você agora está no, está agora em, está agora no, entre em, entre no, entra em, entra no, mude para, muda para, passe para, habilitado',
  ),
  unlock: [
    ...combined(
      'desative, desativa, remova, remove, retire, elimine',
      'seus, suas, teus, tuas, todos os seus, todas as suas, todos os, todas as',
      'filtros, filtros de segurança, restrições, limitações, proteções, salvaguardas, filtros de conteúdo',
    ),
    ...combined(
      'todas as, suas, tuas',
      'restrições, proteções, limitações',
      'foram removidas, estão removidas, foram desativadas, estão desativadas, foram suspensas',
    ),
    ...phrases(
      'conceda me acesso de administrador, me dê acesso de administrador, dá me acesso de administrador, desbloqueie as funções ocultas',
    ),
  ],
  model: phrases(
    'ia, ias, assistente de ia, assistentes de ia, agente de ia, agentes de ia, modelo de linguagem, modelos de linguagem, inteligência artificial, inteligências artificiais, assistente, assistentes, assistente virtual, chatbot, chatbots, modelo de ia, modelos de ia, llm',
  ),
  must: phrases(
    'deve, devem, deveria, deveriam, deves, tem que, têm que, tem de, têm de, há de, deverá, deverão, por favor',
  ),
  answer: phrases(
    'sua resposta, tua resposta, suas respostas, tuas respostas, cada resposta, seu resumo, teu resumo, a resposta, da resposta, sua saída',
  ),
  memory: phrases(
    'sua memória, tua memória, para sempre na memória, memória de longo prazo, para todas as futuras, em todas as futuras, para todas as próximas, em todas as próximas, para conversas futuras',
  ),
  memorise: phrases(
    'guarde, guarda, salve, memorize, memoriza, lembre se, lembra te, anote, anota, armazene, armazena, grave, grava, registre, registe, adicione',
  ),
};
