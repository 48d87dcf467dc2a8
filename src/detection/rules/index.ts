import { chatMarkers } from './boundary/chatMarkers';
import { fakeEnd } from './boundary/fakeEnd';
import { forgedToolCall } from './boundary/forgedToolCall';
import { roleTags } from './boundary/roleTags';
import { concealFromUser } from './covert/concealFromUser';
import { noteToModel } from './covert/noteToModel';
import { selfCopy } from './covert/selfCopy';
import { dataInUrl } from './exfiltration/dataInUrl';
import { sendSecrets } from './exfiltration/sendSecrets';
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
import { inData } from './imperative/inData';
import { hiddenPrompt } from './leak/hiddenPrompt';
import { newTask } from './override/newTask';
import { previousInstructions } from './override/previousInstructions';
import { specialMode } from './persona/specialMode';
import { unbound } from './persona/unbound';
import type { Rule } from './rule';
import { forgedTurns } from './trust/forgedTurns';

/** Rules about a text as it stands. */
const open: readonly Rule[] = [
  previousInstructions,
  newTask,
  chatMarkers,
  fakeEnd,
  roleTags,
  forgedToolCall,
  forgedTurns,
  unseenElement,
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
  hiddenPrompt,
  unbound,
  specialMode,
  inData,
];

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [...open, encodedText(open)];
