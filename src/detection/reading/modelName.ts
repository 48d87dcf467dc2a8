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
