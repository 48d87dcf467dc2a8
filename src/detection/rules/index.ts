import { type Rule } from './rule';
import { chatMarkers } from './boundary/chatMarkers';
import { concealFromUser } from './covert/concealFromUser';
import { dataInUrl } from './exfiltration/dataInUrl';
import { encodedText } from './hidden/encodedText';
import { fakeEnd } from './boundary/fakeEnd';
import { opening } from './forcing/opening';
import { forgedToolCall } from './boundary/forgedToolCall';
import { bidi } from './hidden/bidi';
import { controlCharacters } from './hidden/controlCharacters';
import { unicodeTags } from './hidden/unicodeTags';
import { variationSelectors } from './hidden/variationSelectors';
import { zeroWidth } from './hidden/zeroWidth';
import { inData } from './imperative/inData';
import { newTask } from './override/newTask';
import { noRefusal } from './forcing/noRefusal';
import { noteToModel } from './covert/noteToModel';
import { previousInstructions } from './override/previousInstructions';
import { hiddenPrompt } from './leak/hiddenPrompt';
import { roleTags } from './boundary/roleTags';
import { selfCopy } from './covert/selfCopy';
import { sendSecrets } from './exfiltration/sendSecrets';
import { specialMode } from './persona/specialMode';
import { unbound } from './persona/unbound';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  previousInstructions,
  newTask,
  chatMarkers,
  fakeEnd,
  roleTags,
  forgedToolCall,
  unicodeTags,
  variationSelectors,
  zeroWidth,
  bidi,
  controlCharacters,
  encodedText,
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
