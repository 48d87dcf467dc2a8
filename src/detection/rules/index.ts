import { type Rule } from '../rule';
import { chatMarkers } from './chatMarkers';
import { concealFromUser } from './concealFromUser';
import { dataInUrl } from './dataInUrl';
import { encodedText } from './encodedText';
import { fakeEnd } from './fakeEnd';
import { forcedOpening } from './forcedOpening';
import { forgedToolCall } from './forgedToolCall';
import { bidiControls } from './bidiControls';
import { controlCharacters } from './controlCharacters';
import { unicodeTags } from './unicodeTags';
import { variationSelectors } from './variationSelectors';
import { zeroWidthText } from './zeroWidthText';
import { imperativeInData } from './imperativeInData';
import { newTask } from './newTask';
import { noRefusal } from './noRefusal';
import { noteToModel } from './noteToModel';
import { overridePreviousInstructions } from './overridePreviousInstructions';
import { revealPrompt } from './revealPrompt';
import { roleTags } from './roleTags';
import { selfCopy } from './selfCopy';
import { sendSecrets } from './sendSecrets';
import { specialMode } from './specialMode';
import { unboundPersona } from './unboundPersona';

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
