import type { CompleteLexicon } from '../complete';
import { combined, phrases } from '../lexicon';

const texts =
  'del documento, del texto, del artículo, del contexto, de la conversación, del mensaje, del informe, de las instrucciones, de los datos, del correo, de la entrada, de la entrada del usuario, de la página, del prompt, del prompt del sistema, de la consulta';

/** Spanish, of both sides of the ocean: tú, usted and vos. */
export const spanish: CompleteLexicon = {
  not: phrases('no, nunca, jamás, sin, ni, ningún, ninguna, tampoco, evita, evite'),
  notAfter: phrases('nunca, jamás, ningún, ninguna'),
  reported: phrases(`
    te pide que, le pide que, te piden que, que pida, que pidan, te pida, le pida, intenta, intentan, intente, intenten, intentar, por ejemplo, tales como, trata de, tratan de, ataque, ataques, atacante, inyección, inyecciones, solicita, soliciten, te ordena, te ordene,
    frases como, pretende, instrucciones para, ordena que`),
  reportedAfter: [],
  mine: phrases('mi, mis, nuestro, nuestra, nuestros, nuestras'),
  givenText: [
    ...combined(
      'en, contenidas en, que contenga, que aparezcan en, dentro de, incluidas en',
      'el, este, un, la, esta, los, las',
      'documento, documentos, texto, artículo, página, archivo, archivos, correo, correos, mensaje, datos, adjunto, adjuntos, resultados, contenido, comentario, comentarios',
    ),
    ...phrases('del documento, de los documentos, del archivo, de la página web'),
  ],
  either: phrases('o, u'),
  disregard: phrases(`
    ignora, ignore, ignorá, ignorad, ignorar, ignoren, olvida, olvide, olvidá, olvidad, olvídate de, olvídese de, olviden, olvidar, descarta, descarte, descartá, descarten, descartar, haz caso omiso, haga caso omiso, hacé caso omiso, hagan caso omiso, no sigas, no siga, no sigan, no hagas caso, no haga caso,
    no obedezcas, no obedezca, no cumplas, no cumpla, ya no sigas, ya no siga, deja de seguir, deje de seguir, deja de lado, deje de lado, pasa por alto, pase por alto, desatiende, desatienda, prescinde de, prescinda de, no tengas en cuenta, no tenga en cuenta, desobedece, desobedezca`),
  replace: phrases(
    'omite, omita, omití, sáltate, sáltese, borra, borre, elimina, elimine, anula, anule, reemplaza, reemplace, sustituye, sustituya',
  ),
  disregardLast: phrases('deben ser ignoradas, deben ignorarse, se ignoran, quedan sin efecto'),
  prior: phrases(`
    anterior, anteriores, previa, previas, previo, previos, precedente, precedentes, de arriba, arriba, antes, antes dadas, hasta ahora, hasta este punto, que te dieron, que le dieron, que te han dado, que le han dado, que has recibido, que ha recibido, que recibiste, dadas, originales, iniciales, previamente, anteriormente, de antes,
    que te di, ya dadas`),
  whole: phrases('todo, toda, todas, todos, tus, sus, cualquier, cada, cuantas'),
  allPrior: phrases(`
    todo lo anterior, todo lo que te, todo lo que se te, todo lo que le, todo lo dicho, lo anterior, todo lo previo, todo lo de arriba, cuanto se te ha dicho, todo cuanto te, lo que te dijeron, lo que te han dicho, lo que le han dicho, todo lo escrito arriba, el texto de arriba`),
  orders: phrases(
    'instrucción, instrucciones, directriz, directrices, directiva, directivas, indicación, indicaciones, regla, reglas, orden, órdenes, norma, normas, mandato, mandatos, comando, comandos, prompt, prompts, pautas, consigna, consignas',
  ),
  context: phrases('mensajes, mensaje'),
  modelRules: [
    ...combined(
      'las',
      'reglas, instrucciones, normas, directrices',
      'de',
      'tu, tus, su, sus',
      'desarrollador, desarrolladores, creador, creadores, operador',
    ),
    ...combined(
      'tus, sus, todas tus, todas sus, todas las',
      'instrucciones, reglas, normas, directrices, restricciones, limitaciones, indicaciones, instrucciones del sistema, reglas de seguridad, políticas, pautas, políticas de contenido',
    ),
    ...phrases(
      'tu programación, su programación, tu prompt del sistema, el prompt del sistema, tu entrenamiento',
    ),
  ],
  invalid: phrases(`
    ya no son válidas, no son válidas, ya no aplican, ya no se aplican, quedan anuladas, ya no valen, están anuladas, han sido anuladas, quedan canceladas, han sido canceladas, quedan sin efecto, ya no están vigentes, ya no rigen, no están en vigor, ya no cuentan, quedan derogadas, son nulas`),
  rivalTask: [
    ...combined('tu, su', 'nueva, verdadera, auténtica', 'tarea, misión, instrucción', 'es, consiste, será'),
    ...combined('tu, su', 'nuevo, verdadero', 'objetivo, trabajo, encargo', 'es, será, consiste'),
    ...combined(
      'a partir de ahora, desde ahora, de ahora en adelante',
      'tu, su',
      'tarea, misión, trabajo',
      'es, consiste, será',
    ),
    ...combined('en lugar de, en vez de', 'tu, su, la', 'tarea', 'original, anterior, habitual, actual'),
    ...phrases(
      'deja lo que estás haciendo, deje lo que está haciendo, interrumpe tu tarea, abandona tu tarea, abandone su tarea',
    ),
  ],
  titledTask: phrases(
    'nueva tarea, nueva instrucción, nuevas instrucciones, nueva misión, nueva orden, instrucción urgente, instrucciones urgentes, nueva instrucción urgente, nuevas instrucciones urgentes, instrucción prioritaria, orden prioritaria, orden urgente',
  ),
  endOfText: combined('fin, final', texts),
  beginOfText: combined('inicio, comienzo, principio', texts),
  user: phrases(
    'usuario, usuaria, usuarios, cliente, clienta, clientes, lector, lectora, lectores, humano, humana, persona, propietario, dueño, dueña, revisor, revisora, titular, nadie',
  ),
  untold: phrases(`
    no digas nada, no diga nada, no le digas, no le diga, no le digas nada, no le diga nada, no se lo digas, no se lo diga, no se lo menciones, no se lo mencione, no menciones, no mencione, no informes, no informe, no le informes, no avises, no avise, no le avises, no le avise, no reveles, no revele, no le cuentes, no le cuente, no cuentes nada,
    no notifiques, no notifique, no comentes, no comente, no se lo cuentes, no se lo cuente, oculta, oculte, ocúltalo, ocúltaselo, ocúlteselo, escóndelo, no lo menciones, no lo mencione, no lo comentes, no lo comente, no lo reveles, sin mencionar, no le comuniques, no adviertas, no advierta`),
  tell: phrases(
    'di, diga, dile, dígale, informa, informe, avisa, avise, cuenta, cuente, menciona, mencione, notifica, notifique, revela, revele, comenta, comente',
  ),
  deed: phrases(`
    esto, ello, de esto, sobre esto, de ello, al respecto, esta acción, este paso, esta instrucción, este mensaje, este cambio, lo que has hecho, lo que ha hecho, lo que haces, lo que hiciste, de este paso, de este cambio, de esta acción, de esta instrucción, sobre este cambio`),
  withoutTelling: phrases(
    'sin informar, sin informar de ello, sin avisar, sin decir nada, sin decírselo, sin notificar, sin mencionarlo, sin que, sin comunicárselo, sin advertir, sin preguntar, a espaldas del, a espaldas de, sin el conocimiento del, sin conocimiento del',
  ),
  keepSecret: [
    ...combined(
      'no debe, no deben, no puede, nunca debe, jamás debe',
      'saber nada, saberlo, enterarse, enterarse de nada, enterarse de esto, saber de esto, saber esto, verlo, notarlo, notar nada, ser informado, saber nada de esto',
    ),
    ...phrases(`
      guarda el secreto, guarde el secreto, mantén esto en secreto, mantenga esto en secreto, manténlo en secreto, mantenlo en secreto, manténgalo en secreto, guárdalo para ti, guárdelo para usted, no dejes rastro, no deje rastro, no dejes huella, borra las huellas, borra todo rastro, borre todo rastro, actúa como si nada,
      actúe como si nada, haz como si nada, haga como si nada, como si nada hubiera pasado, no se lo digas a nadie, no se lo diga a nadie, no le digas a nadie, no le diga a nadie, queda entre nosotros, debe quedar entre nosotros, debe permanecer en secreto, que nadie se entere, nadie debe saberlo, nadie debe enterarse,
      no debe llegar a saber, que no se entere, que no lo sepa`),
  ],
  secretly: phrases(
    'en secreto, secretamente, a escondidas, a hurtadillas, clandestinamente, a espaldas del usuario, a espaldas del cliente, sin que el usuario lo sepa, sin que el usuario se entere, sin que el usuario lo note, sin que el cliente lo sepa, sin que el cliente se entere, sin que nadie lo note, sin que nadie se entere',
  ),
  act: phrases(`
    ejecuta, ejecute, ejecutá, envía, envíe, enviá, manda, mande, elimina, elimine, borra, borre, añade, añada, agrega, agregue, instala, instale, descarga, descargue, sube, suba, reenvía, reenvíe, copia, copie, inserta, inserte, escribe, escriba, modifica, modifique, cambia, cambie, reemplaza, reemplace, desactiva,
    desactive, abre, abra, llama, llame, transfiere, transfiera, publica, publique, acepta, acepte, aprueba, apruebe, reserva, reserve, compra, compre, recomienda, recomiende, responde, responda, comparte, comparta, guarda, guarde, confirma, confirme, paga, pague, concede, conceda, lee, lea, incluye, incluya`),
  copy: phrases(
    'copia, copie, copiá, inserta, inserte, añade, añada, agrega, agregue, reproduce, reproduzca, repite, repita, pega, pegue, escribe, escriba, incluye, incluya, propaga, propague, difunde, difunda, replica, replique',
  ),
  thisText: [
    ...combined('este', 'párrafo, texto, mensaje, bloque, prompt, fragmento, comentario, aviso'),
    ...combined('esta', 'instrucción, sección, nota, frase, regla, línea, consigna'),
    ...combined('estas', 'instrucciones, líneas, frases, palabras, reglas, indicaciones'),
  ],
  everyFile: [
    ...combined(
      'cada, todo, toda, cualquier',
      ', nuevo, nueva',
      'archivo, fichero, documento, respuesta, mensaje, correo, repositorio, proyecto, resumen, página, readme, commit',
    ),
    ...combined(
      'todos los, todas las, todos tus, todas tus, todas sus, todos sus, los demás',
      ', demás',
      'archivos, ficheros, documentos, respuestas, mensajes, correos, repositorios, proyectos, contactos, páginas',
    ),
  ],
  toModel: [
    ...combined(
      'nota, mensaje, aviso, instrucción, instrucciones, atención, recordatorio',
      'para, a, dirigida a, dirigido a, para cualquier, para todos, a todos, para todas',
      ', la, el, los, las',
      'ia, asistentes de ia, asistente de ia, agentes de ia, asistente, asistentes, modelo, modelos, modelo de lenguaje, modelos de lenguaje, inteligencia artificial, llm, chatbot, chatbots',
    ),
    ...combined(
      'para, a, querida, querido, estimada, estimado, hola, atención',
      ', la, los, las, toda, todas las, todos los',
      'ia, asistentes de ia, agentes de ia, modelos de lenguaje, asistente de ia, modelo de lenguaje, inteligencia artificial',
    ),
    ...combined(
      'si eres, si usted es, si sos',
      'una, un',
      'ia, asistente de ia, agente de ia, modelo de lenguaje, inteligencia artificial, asistente, chatbot',
      ', que lee esto, y lees esto',
    ),
    ...combined(
      'si una ia, si un modelo de lenguaje, si un agente de ia, cualquier ia que, toda ia que, todo modelo que, las ia que, los modelos que',
      'lee, lea, leen, lean, procesa, procese, resume',
      'esto, este texto, esta página, este mensaje, este documento',
    ),
  ],
  send: phrases(
    'envía, envíe, enviá, enviar, envíalas, envíalos, manda, mande, mandar, remite, remita, transmite, transmita, reenvía, reenvíe, reenviar, sube, suba, subir, publica, publique, comparte, comparta, filtra, filtre, exfiltra, adjunta, adjunte, añade, añada, copia, copie, transfiere, transfiera',
  ),
  secretData: phrases(`
    clave api, claves api, clave de api, claves de api, claves de la api, contraseña, contraseñas, credencial, credenciales, token de acceso, tokens de acceso, clave secreta, claves secretas, clave privada, claves privadas, variables de entorno, variable de entorno, historial de la conversación, historial de conversación, historial de chat,
    historial del chat, el historial, toda la conversación, la conversación completa, conversación entera, esta conversación, la conversación, datos del usuario, datos de usuario, datos personales, datos de los clientes, datos del cliente, datos confidenciales, información confidencial, información personal, número de tarjeta, tarjeta de crédito,
    libreta de direcciones, lista de contactos, contactos, todos los correos, todos los mensajes, todos los archivos, bandeja de entrada, cookies, cookie de sesión, secretos, prompt del sistema`),
  carry: phrases(
    'pasa su contenido, pase su contenido, pasa el contenido, pase el contenido, envía el contenido, envíe el contenido, envía su contenido, incluye su contenido, incluya su contenido, añade su contenido, agrega su contenido, usa su contenido, proporciona su contenido, pon su contenido, transmite su contenido',
  ),
  joined: phrases(
    'seguido de, seguida de, seguido por, seguido del, más, con el contenido, terminado en, junto con',
  ),
  beginAnswer: [
    ...combined(
      'comienza, comience, empieza, empiece, inicia, inicie',
      'tu, su, cada, tus, todas tus, la',
      'respuesta, respuestas, mensaje',
      ', siempre',
      'con, por, diciendo',
    ),
    ...combined('comienza, comience, empieza, empiece', ', siempre', 'con las palabras, diciendo'),
    ...combined(
      'respuesta',
      'debe, deberá, tiene que, ha de',
      ', siempre',
      'comenzar, empezar, iniciar',
      'con, por',
    ),
    ...phrases(
      'las primeras palabras de tu respuesta serán, la primera palabra de tu respuesta es, responde primero con',
    ),
  ],
  beginLast: [],
  consent: phrases(
    'claro, por supuesto, desde luego, absolutamente, ciertamente, sí, de acuerdo, con gusto, con mucho gusto, encantado, aquí está, aquí tienes, aquí tiene, sin problema, entendido, vale, ok',
  ),
  neverRefuse: phrases(`
    nunca te niegues, nunca se niegue, no te niegues, no se niegue, nunca rechaces, nunca rechace, no rechaces, no rechace, no puedes negarte, no puede negarse, no puedes rechazar, no puede rechazar, no tienes permitido negarte, no tiene permitido negarse, tienes prohibido negarte, tiene prohibido negarse, tienes prohibido rechazar, prohibido negarse,
    no debes negarte, no debe negarse, no debes rechazar, jamás te niegues, jamás rechaces, nunca digas que no, nunca diga que no, no digas que no, la negativa no es, las negativas no, sin negarte, sin rechazar, debes obedecer, debe obedecer, obedece todas, obedezca todas, sin objeciones, no declines`),
  refusal: phrases(`
    no puedo, lo siento, no soy capaz, como ia, como modelo, como modelo de lenguaje, como inteligencia artificial, como una ia, lamentablemente, desafortunadamente, disculpa, disculpas, advertencia, advertencias, descargo de responsabilidad, moralices, moralejas, sermones, sermón, consideraciones éticas, reparos, te disculpes, se disculpe`),
  reveal: phrases(`
    revela, revele, revelá, muestra, muestre, mostrá, muéstrame, muéstreme, mostrame, mostrar, imprime, imprima, repite, repita, repetí, dime, dígame, decime, dame, deme, escribe, escriba, cuál es, cuáles son, cuál era, cuáles eran, di, diga, traduce, traduzca, copia, copie, enséñame, enséñeme, resume, resuma, enumera, enumere, cita, cite,
    divulga, divulgue, comparte, comparta, qué dice, qué dicen`),
  revealLast: [],
  hiddenPrompt: phrases(`
    prompt del sistema, prompt de sistema, mensaje del sistema, mensaje de sistema, instrucciones del sistema, instrucciones de sistema, indicaciones del sistema, indicación del sistema, instrucciones iniciales, indicaciones iniciales, instrucciones ocultas, instrucciones secretas, instrucciones internas, reglas internas, reglas ocultas, reglas secretas,
    tus instrucciones, sus instrucciones, texto anterior, texto de arriba, prompt inicial, prompt original, instrucciones originales, mensaje del desarrollador`),
  ownOrders: phrases(
    'tus instrucciones, tu prompt, tus reglas, tus directrices, tu configuración, tus indicaciones, tus normas internas',
  ),
  verbatim: phrases(
    'palabra por palabra, textualmente, literalmente, al pie de la letra, íntegramente, en su totalidad, sin cambios, texto exacto, texto completo, letra por letra, línea por línea, en un bloque de código, completo, en base64, al revés',
  ),
  mention: phrases(
    'escribe, escriba, copia, copie, enumera, enumere, describe, describa, resume, resuma, cita, cite, redacta',
  ),
  become: [
    ...combined(
      'ahora, a partir de ahora, desde ahora, de ahora en adelante',
      'eres, serás, es usted, usted es, sos',
    ),
    ...phrases(`
      eres ahora, finge que eres, finge ser, finja que es, finja ser, fingí que sos, imagina que eres, imagine que es, imaginá que sos, haz de, actúa como, actúe como, actuá como, compórtate como, compórtese como, simula, simule, interpreta el papel, interprete el papel, asume el papel, asuma el papel, asume el rol, asuma el rol, haz el papel,
      juega el papel, encarna, encarne, responde como, responda como, conviértete en, conviértase en, métete en el papel, simula ser`),
  ],
  being: phrases('eres, usted es, sos, hay, había una vez'),
  unbound: [
    ...combined(
      'sin, sin ninguna, sin ningún, ninguna, ningún, carece de',
      'restricción, restricciones, límite, límites, regla, reglas, filtro, filtros, censura, limitación, limitaciones, moral, ética, escrúpulos, normas',
    ),
    ...phrases(`
      sin ningún tipo de restricción, sin ningún tipo de límite, sin censurar, no censurado, no censurada, libre de toda restricción, libre de restricciones, libre de reglas, libre de toda regla, liberado de toda, liberada de toda, no obedece ninguna regla, que nunca se niega, que no se niega, que nunca rechaza, que puede hacer cualquier cosa, que todo lo puede,
      no tiene límites, no tiene reglas, no conoce reglas, no conoce límites, desinhibido, sin salvaguardas`),
  ],
  specialMode: phrases(
    'modo desarrollador, modo de desarrollador, modo depuración, modo de depuración, modo debug, modo mantenimiento, modo de mantenimiento, modo administrador, modo de administrador, modo admin, modo dios, modo prueba, modo de prueba, modo diagnóstico, modo de diagnóstico, modo root, modo sin restricciones, modo sin censura',
  ),
  switchOn: phrases(
    'activado, está activado, ya está activo, ahora está activo, ahora activo, estás en, está usted en, ahora estás en, ahora está en, entra en, entre en, entrá en, cambia a, cambie a, pasa a, pase a, habilitado',
  ),
  unlock: [
    ...combined(
      'desactiva, desactive, elimina, elimine, quita, quite, levanta, levante',
      'tus, sus, todas tus, todos tus, todas las, todos los, todos sus',
      'filtros, filtros de seguridad, restricciones, limitaciones, protecciones, salvaguardas, filtros de contenido',
    ),
    ...combined(
      'todas las, tus, sus',
      'restricciones, protecciones, limitaciones',
      'han sido levantadas, quedan levantadas, han sido eliminadas, están desactivadas, quedan desactivadas',
    ),
    ...phrases(
      'concédeme permisos de administrador, dame permisos de administrador, otórgame permisos de administrador, desbloquea las funciones ocultas',
    ),
  ],
  model: phrases(
    'ia, la ia, asistente de ia, asistentes de ia, agente de ia, agentes de ia, modelo de lenguaje, modelos de lenguaje, inteligencia artificial, inteligencias artificiales, asistente, asistentes, asistente virtual, chatbot, chatbots, modelo de ia, modelos de ia, llm',
  ),
  must: phrases(
    'debe, deben, debería, deberían, debes, tiene que, tienen que, ha de, han de, deberá, deberán, por favor',
  ),
  answer: phrases(
    'tu respuesta, tus respuestas, cada respuesta, tu resumen, la respuesta, tu salida, en su respuesta, de su respuesta',
  ),
  memory: phrases(
    'tu memoria, su memoria, memoria a largo plazo, para todas las futuras, en todas las futuras, para todas las próximas, en todas las próximas, para futuras conversaciones',
  ),
  memorise: phrases(
    'guarda, guarde, guardá, memoriza, memorice, recuerda, recuerde, anota, anote, almacena, almacene, graba, grabe, registra, registre, añade, añada',
  ),
};
