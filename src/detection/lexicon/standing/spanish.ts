import { combined, type Lexicon, phrases } from '../lexicon';

const things =
  'instrucciones, instrucción, reglas, regla, normas, directrices, restricciones, limitaciones, pautas, órdenes, indicaciones, políticas, principios, filtros, consignas, límites, protocolos';
/** What is told a model, and is no law of a country. */
const told =
  'instrucciones, instrucción, reglas, directrices, órdenes, indicaciones, consignas, pautas, comandos';
const former = 'anteriores, previas, previos, antiguas, originales, de arriba, de antes, ya dadas';
const given =
  'que te dieron, que te han dado, que has recibido, que recibiste, que tienes, del sistema, de tu desarrollador, de tus desarrolladores, de arriba, de más arriba, de tu prompt';
const modelPrompt =
  'prompt del sistema, prompt de sistema, mensaje del sistema, mensaje de sistema, prompt original';
const makers = 'desarrolladores, creadores, programadores, diseñadores, fabricantes';

const ownHeld = [
  ...combined(
    ', todas, todos, a todas, de todas',
    'tus, tu, vuestras',
    ', propias, propios, antiguas, estrictas',
    things,
    ', éticas, morales, internas, actuales, de seguridad, habituales, anteriores, previas',
  ),
  ...combined(', todas, a todas', 'sus', 'instrucciones, directrices', ', anteriores, internas, actuales'),
];

/** How what a model was told stands, in Spanish. */
export const spanish: Lexicon = {
  allPrior: [
    ...combined(
      'lo, todo lo',
      'de arriba, de antes, anterior, dicho arriba, escrito arriba, dicho antes, dicho hasta ahora, que está arriba, que va arriba, que precede, que te dijeron, que te han dicho, que has leído',
    ),
    ...phrases('el texto de arriba, el texto anterior, los mensajes anteriores'),
  ],
  ownHeld,
  heldTo: [
    ...ownHeld,
    ...combined(', todas, todos, a todas, de todas', 'las, los, estas, esas', told, `${former}, ${given}`),
    ...combined('las, los, todas las', 'anteriores, previas, antiguas', told),
    ...combined('el, al, del, tu, este', modelPrompt),
  ],
  outOfForce: [
    ...combined(
      ', quedan, queda, están, está, son, han sido, ha sido, fueron, como, por, ya están',
      ', ahora, ya, totalmente, por completo',
      'anuladas, anulada, canceladas, cancelada, sin efecto, derogadas, revocadas, suspendidas, nulas, inválidas, obsoletas, eliminadas, borradas, caducadas, sin validez, levantadas, desactivadas, desactivados',
    ),
    ...combined(
      'ya no, no',
      'valen, vale, aplican, se aplican, se aplica, cuentan, rigen, importan, existen, existieran, tienen validez, te obligan, te atan',
    ),
    ...phrases('nunca existieron, han caducado, dejan de valer, dejan de aplicarse'),
  ],
  deem: phrases('considera, considere, trata, trate, da por, declara'),
  letGoOf: phrases(
    'pasa por alto, pase por alto, haz caso omiso de, sáltate, salta, incumple, incumpla, quebranta, desobedece, desobedezca, transgrede, infringe, prescinde de, prescinda de, despréndete de, libérate de, olvídate de, desentiéndete de, rompe con, no hagas caso a, no hagas caso de, no obedezcas, no sigas, no respetes, desatiende, reniega de',
  ),
  putAway: phrases('deja, deje, pon, ponga, echa, tira, no tengas, no tenga, no tomes, no tome'),
  away: phrases(
    'de lado, a un lado, aparte, a la basura, por la borda, en cuenta, en serio, en pausa, atrás',
  ),
  exceptFrom: [
    ...combined('haz, haga, hazme, permite', 'una', ', pequeña', 'excepción', 'a, en, con, de'),
    ...combined(
      'ya no, no',
      'tienes, tiene, estás, debes',
      'que seguir, que obedecer, que respetar, obligado a seguir, sujeto a, que cumplir, que hacer caso a',
    ),
    ...phrases(
      'puedes saltarte, puedes ignorar, puedes romper, tienes permiso para ignorar, tienes permiso para romper',
    ),
  ],
  noMatterWhat: phrases(
    'digan lo que digan, diga lo que diga, sin importar lo que digan, no importa lo que digan, no importa lo que diga, aunque, a pesar de, pese a, por más que',
  ),
  itSays: phrases(
    'lo prohíban, lo prohíba, lo prohíben, digan otra cosa, digan lo contrario, prohíban, impidan',
  ),
  restart: [
    ...combined('empieza, empecemos, comienza, comencemos', 'de nuevo, de cero, desde cero'),
    ...phrases('volvamos a empezar, vuelve a empezar'),
  ],
  withNone: combined('esta vez sin, ahora sin, pero sin, sin', ', las, tus, ninguna'),
  passedOver: combined(
    'el, la, todo, todo lo',
    'texto, tarea, mensaje, pregunta, anterior, escrito, dicho',
    ', de arriba, anterior, hasta aquí, hasta ahora',
  ),
  onlySham: combined(
    'era, eran, fue, es, ha sido',
    ', solo, sólo, solamente, únicamente, nada más que',
    'una, un, para, de',
    'prueba, broma, ejercicio, ensayo, ejemplo, señuelo, distracción, relleno, práctica',
  ),
  trueTask: combined(
    'la, tu, ahora la, ahora tu, mi, esta es la',
    'tarea, instrucción, orden, pregunta, misión, verdadera, auténtica',
    'real, verdadera, auténtica, de verdad, tarea, misión, orden',
  ),
  whatISay: [
    ...combined(
      'este, esta, mi, mis, estas, las siguientes',
      'mensaje, texto, instrucciones, órdenes, palabras, palabra, orden, instrucción',
    ),
    ...phrases('lo siguiente, lo que sigue, lo que digo, lo que yo digo, lo que yo diga, lo que diga'),
  ],
  setsAside: phrases(
    'tiene prioridad sobre, tienen prioridad sobre, tiene preferencia sobre, prevalece sobre, prevalecen sobre, está por encima de, están por encima de, va por encima de, sustituye a, sustituyen a, sustituye, reemplaza, reemplaza a, reemplazan, anula, anulan, deroga, importa más que, importan más que, vale más que, valen más que, manda más que, invalida',
  ),
  ofBefore: [
    ...combined('todas las, todos los, las, a las, cualquier', things, 'previas, anteriores, previos'),
    ...combined('todas las, todos los, cualquier', ', otras, otra, anteriores', things),
    ...phrases('todo lo anterior, todo lo demás, cualquier otra cosa'),
  ],
  commander: combined('a tus, tus, a los, tu, a tu', makers + ', desarrollador, creador'),
  defyThem: phrases(
    'no escuches, no obedezcas, deja de escuchar, deja de obedecer, desobedece, desobedezca, no hagas caso, traiciona, ignora',
  ),
  notYou: combined(
    'ya no eres, ya no es usted',
    ', un, una',
    'asistente, chatbot, bot, modelo de lenguaje, ia, inteligencia artificial, agente de soporte, traductor',
  ),
  newOrders: combined('nuevas, nueva', 'instrucciones, instrucción, órdenes, orden'),
  changedTask: combined(
    'tu, su',
    'tarea, misión, trabajo, labor',
    'anterior, original, actual, previa, inicial',
    'está, queda, ha sido, ha quedado, fue',
    'cancelada, anulada, cancelado, suspendida, terminada, revocada, sin efecto',
  ),
  obeyMe: [
    ...combined(
      'a partir de ahora, desde ahora, de ahora en adelante, desde este momento, a partir de este momento, de aquí en adelante',
      ', solo, sólo, únicamente, solamente',
      'me, obedece, obedecerás, harás, haz, obedeces, me haces caso, escucha',
      ', solo, sólo, únicamente, solamente, obedeces, obedecerás',
      'a mí, lo que yo diga, lo que digo, lo que te diga, lo que yo te diga, mis órdenes',
    ),
    ...combined('obedéceme, obedece, hazme caso, escúchame', 'solo, sólo, únicamente, solamente', 'a mí'),
    ...combined('tu', 'verdadera, auténtica', 'tarea, misión', 'es'),
  ],
  letItBe: combined(`ignora, ignore, olvida, olvide, omite`, `esto, eso, todo, lo, todo esto, todo eso`),
  sayThat: phrases(
    `di, diga, di que, escribe, escriba, responde, responda, afirma, afirme, menciona, mencione, indica, indique, declara`,
  ),
  ridOf: [
    ...combined('a pesar de, pese a, en contra de', 'tus, todas tus', things),
    ...combined(
      'pasa por alto, ignora, sáltate, salta, infringe, viola, olvida, incumple, evade',
      'las, todas las, los',
      'normas, reglas, políticas, directrices, filtros, medidas',
      'de seguridad, de contenido, éticas, de uso',
    ),
    ...combined(
      'finge que, haz como si, actúa como si, imagina que',
      'nunca, no, jamás',
      'leíste, has leído, hubieras leído, viste, recibiste, hubieras recibido, existiera, se hubiera dicho',
      'lo anterior, lo de arriba, las instrucciones, esas instrucciones, nada de lo anterior, las reglas',
    ),
    ...combined(
      'considera, da por, declara',
      'canceladas, anuladas, nulas, inválidas, derogadas',
      'todas las, las, tus, todas tus',
      'reglas, instrucciones, órdenes, normas',
    ),
    ...combined(
      'queda, quedan, está, quedó',
      'sin efecto, anulado, cancelado, sin validez',
      'lo, todo lo',
      'dicho, anterior, escrito',
      ', hasta ahora, antes, arriba',
    ),
    ...combined(
      'borra, vacía, limpia, reinicia',
      'tu memoria',
      'y',
      'empieza, comienza, vuelve, obedece, olvida',
    ),
    ...combined(
      'ahora eres, eres ahora, a partir de ahora eres, desde ahora eres',
      'una, un',
      'ia, modelo, asistente, inteligencia artificial',
      'sin',
      ', ningunas, ningún tipo de',
      'reglas, restricciones, límites, filtros, normas, censura, limitaciones',
    ),
    ...combined('no escuches, no hagas caso', 'a tus', makers),
  ],
};
