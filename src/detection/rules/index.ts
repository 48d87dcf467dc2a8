import { type Rule } from './rule';
import { chatMarkers } from './boundary/chatMarkers';
import { concealFromUser } from './covert/concealFromUser';
import { dataInUrl } from './exfiltration/dataInUrl';
import { encodedText } from './hidden/encodedText';
import { fakeEnd } from './boundary/fakeEnd';
import { forcedOpening } from './forcing/opening';
import { forgedToolCall } from './boundary/forgedToolCall';
import { bidiControls } from './hidden/bidi';
import { controlCharacters } from './hidden/controlCharacters';
import { unicodeTags } from './hidden/unicodeTags';
import { variationSelectors } from './hidden/variationSelectors';
import { zeroWidthText } from './hidden/zeroWidth';
import { imperativeInData } from './imperative/inData';
import { newTask } from './override/newTask';
import { noRefusal } from './forcing/noRefusal';
import { noteToModel } from './covert/noteToModel';
import { overridePreviousInstructions } from './override/previousInstructions';
import { revealPrompt } from './leak/hiddenPrompt';
import { roleTags } from './boundary/roleTags';
import { selfCopy } from './covert/selfCopy';
import { sendSecrets } from './exfiltration/sendSecrets';
import { specialMode } from './persona/specialMode';
import { unboundPersona } from './persona/unbound';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  overridePreviousInstructions,
  newTask,
  chatMarkers,
  fakeEnd,
  roleTags,
  forgedToolCall,
  unicodeTags,
  variationSelectors,
  zeroWidthText,
  bidiControls,
  controlCharacters,
  encodedText,
  concealFromUser,
  noteToModel,
  selfCopy,
  sendSecrets,
  dataInUrl,
  forcedOpening,
  noRefusal,
  revealPrompt,
  unboundPersona,
  specialMode,
  imperativeInData,
];
