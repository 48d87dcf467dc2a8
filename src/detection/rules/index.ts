import { chatMarkers } from './boundary/chatMarkers';
import { fakeCompletion } from './boundary/fakeCompletion';
import { fakeEnd } from './boundary/fakeEnd';
import { forgedToolCall } from './boundary/forgedToolCall';
import { roleTags } from './boundary/roleTags';
import { concealFromUser } from './covert/concealFromUser';
import { noteToModel } from './covert/noteToModel';
import { selfCopy } from './covert/selfCopy';
import { dataInUrl } from './exfiltration/dataInUrl';
import { sendSecrets } from './exfiltration/sendSecrets';
import { noCaveats } from './forcing/noCaveats';
import { noRefusal } from './forcing/noRefusal';
import { opening } from './forcing/opening';
import { bidi } from './hidden/bidi';
import { controlCharacters } from './hidden/controlCharacters';
import { encodedCommand } from './hidden/encodedCommand';
import { encodedText } from './hidden/encodedText';
import { unseenElement } from './hidden/unseenElement';
import { unicodeTags } from './hidden/unicodeTags';
import { variationSelectors } from './hidden/variationSelectors';
import { zeroWidth } from './hidden/zeroWidth';
import { addressed } from './imperative/addressed';
import { conditional } from './imperative/conditional';
import { detour } from './imperative/detour';
import { inData } from './imperative/inData';
import { lasting } from './imperative/lasting';
import { toolOrder } from './imperative/toolOrder';
import { hiddenPrompt } from './leak/hiddenPrompt';
import { secret } from './leak/secret';
import { newTask } from './override/newTask';
import { previousInstructions } from './override/previousInstructions';
import { theTask } from './override/theTask';
import { specialMode } from './persona/specialMode';
import { unbound } from './persona/unbound';
import { assembled } from './pretext/assembled';
import { authority } from './pretext/authority';
import { excuse } from './pretext/excuse';
import { hypothetical } from './pretext/hypothetical';
import type { Rule } from './rule';
import { forgedTurns } from './trust/forgedTurns';

/** Rules about a text as it stands. */
const open: readonly Rule[] = [
  previousInstructions,
  newTask,
  theTask,
  chatMarkers,
  fakeEnd,
  roleTags,
  forgedToolCall,
  forgedTurns,
  unseenElement,
  fakeCompletion,
  unicodeTags,
  variationSelectors,
  zeroWidth,
  bidi,
  controlCharacters,
  encodedCommand,
  concealFromUser,
  noteToModel,
  selfCopy,
  sendSecrets,
  dataInUrl,
  opening,
  noRefusal,
  noCaveats,
  hiddenPrompt,
  secret,
  unbound,
  specialMode,
  authority,
  excuse,
  hypothetical,
  assembled,
  addressed,
  detour,
  conditional,
  lasting,
  toolOrder,
  inData,
];

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [...open, encodedText(open)];
