/**
 * What models are called and which names they have, with words for their work before and after. For regular
 * expressions.
 */
const work =
  'coding|code|review(?:er|ing)?|search|mail|e-?mail|scheduling|scheduler|screening|recruit(?:er|ing|ment)|shopping|writing|summari[sz](?:er|ing)|triage|autonomous|automated|virtual|chat|support';
const kind =
  'AI|A\\.I\\.|LLM|(?:large )?language model|chat ?bot|bot|assistant|agent|model|copilot|claude|chatgpt|gpt(?:-\\w{1,3})?|gemini|siri|alexa|codex|cursor|devin|grok|llama|automated (?:system|tool|process)';
const office =
  'agent|assistant|model|reviewer|reader|helper|tool|system|bot|crawler|search|reviewing bot|chatbot|summari[sz]er';
const plain = `(?:(?:AI|LLM)[ -])?(?:(?:${work})[ -]){0,2}(?:${kind})(?:[ -](?:(?:${work})[ -]){0,2}(?:${office}))?`;
export const modelName = `(?:${plain}|(?:review(?:er)?|summari[sz]er|scheduler) ?bot|summari[sz]er)s?(?![\\w-])`;

/** How such a name begins: a small expression, which spares most texts the large one that takes long to compile. */
export const nameStart = `(?:AI|LLM|${work}|${kind}|review|summari[sz]er|scheduler)`;

const list = (words: string): string[] => words.trim().split(/\s+/);

/** Words that every such name has, in small letters: for a glance at the words of a text. */
export const modelNouns = list(`
  ai ais llm llms language chat chatbot chatbots bot bots assistant assistants agent agents model models copilot copilots
  claude chatgpt gpt gpts gemini siri alexa codex cursor cursors devin grok llama llamas automated reviewbot reviewerbot
  summarizerbot summariserbot schedulerbot crawler crawlers coding autonomous summarizer summarizers summariser summarisers`);
/** The first words of such names. */
export const nameWords = [
  ...modelNouns,
  ...list(`
  code review reviewer reviewing search mail e email scheduling scheduler screening recruit recruiter recruiting
  recruitment shopping writing summarizing summarising triage virtual support a large`),
];
/** Words before a name, in what turns to one: calls, ways to hand a message over, its kinds, and conditions. */
export const calls = list('hidden only attention important hey hi hello dear ok okay all any you');
export const handing = ['to', 'for'];
export const notes = list(
  'note notice message instruction instructions order orders word hint reminder memo ps',
);
export const conditions = list('if when whenever should in');
