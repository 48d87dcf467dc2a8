/** A file of prompt tests, `*.prompt-test.yaml`, as it is written. What each key means in full: docs/prompt-tests.md. */
import { Severity } from '../finding';
import { ReadAs } from '../prompt';
import { z } from '../schema';

const say = z.describe;

/** A share of something: a part of 1, or per cent. */
const Share = z.union([
  z.number().check(z.nonnegative(), z.lte(1)),
  z.string().check(z.regex(/^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?) ?%$/)),
]);
const Nats = z.number().check(z.nonnegative());

const shareBounds = {
  atLeast: z.optional(Share.check(say('The test fails below this share: 20 %, or 0.2.'))),
  atMost: z.optional(Share.check(say('The test fails above this share: 20 %, or 0.2.'))),
};

const section = say(
  'A part of the prompt: a variable by its name, or who speaks (system, user, assistant, tool; prompt for a plain text).',
);

const Attention = z.strictObject({
  to: z.string().check(section),
  ...shareBounds,
});

const Findings = z.union([
  z.literal('none'),
  z.strictObject({
    known: z.optional(
      z
        .array(z.string())
        .check(say('Rules whose findings are known and do not count, such as override/new-task.')),
    ),
    baseline: z.optional(
      z
        .string()
        .check(
          say(
            'A file written by attnscope scan with --format json or --write-baseline: findings that stand in it do not count.',
          ),
        ),
    ),
    from: z.optional(
      z
        .enum([...Severity.options])
        .check(say('The least severity that counts; warning where it is not given.')),
    ),
  }),
]);

const Kl = z.strictObject({
  replace: z.optional(
    z.string().check(say('The part in whose place neutral text of as many tokens is put.')),
  ),
  remove: z.optional(z.string().check(say('The part that is taken out.'))),
  mask: z.optional(z.string().check(say('The part that later tokens do not see.'))),
  atLeast: z.optional(Nats.check(say('The test fails below this divergence, in nats.'))),
  atMost: z.optional(Nats.check(say('The test fails above this divergence, in nats.'))),
});

const said = {
  contains: z.optional(z.string().check(say('A text that stands in the answer, letter by letter.'))),
  matches: z.optional(z.string().check(say('A regular expression that fits somewhere in the answer.'))),
  json: z.optional(
    z
      .strictObject({
        path: z
          .string()
          .check(say('Where to look in the answer, read as JSON: $.items[0].name; $ for all of it.')),
        equals: z.optional(
          z.unknown().check(say('The value that has to stand there; any where it is not given.')),
        ),
      })
      .check(say('The answer is JSON that has a value at a place.')),
  ),
};
const Said = z.strictObject(said);

const Answer = z.strictObject({
  ...said,
  not: z.optional(Said.check(say('What the answer must not contain, match or have.'))),
  tokens: z.optional(
    z
      .int()
      .check(
        z.positive(),
        z.lte(1024),
        say('How many tokens the model answers at most; 64 where it is not given.'),
      ),
  ),
});

const Probability = z.strictObject({
  of: z.string().check(say('The beginning of an answer, as the model would write it.')),
  ...shareBounds,
});

/** One thing that is expected: one of its keys is given. */
export const WrittenExpectation = z.strictObject({
  attention: z.optional(
    Attention.check(
      say(
        'The share of the last token’s attention that a part gets; mean over layers and heads, without the sink.',
      ),
    ),
  ),
  findings: z.optional(Findings.check(say('No warning, or none that is not known already.'))),
  kl: z.optional(
    Kl.check(
      say(
        'How far the next token’s distribution moves where a part is replaced, removed or masked: KL divergence, in nats.',
      ),
    ),
  ),
  answer: z.optional(Answer.check(say('What the model answers, the likeliest token each time.'))),
  probability: z.optional(
    Probability.check(
      say('How likely an answer is, as the mean over its tokens: the geometric mean of their probabilities.'),
    ),
  ),
});
export type WrittenExpectation = z.infer<typeof WrittenExpectation>;

const Texts = z.record(
  z.string(),
  z.string().check(say('The text that is put in the place of the variable.')),
);

const WrittenMessage = z.strictObject({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.optional(z.string().check(say('What is said. {{name}} stands for a variable.'))),
  file: z.optional(z.string().check(say('A file with what is said, beside this one.'))),
});

/** One of `text`, `file` and `messages` is given. */
export const WrittenPrompt = z.strictObject({
  text: z.optional(z.string().check(say('The prompt itself. {{name}} stands for a variable.'))),
  file: z.optional(
    z.string().check(say('A prompt file, by its path from this file. {{name}} in it stands for a variable.')),
  ),
  messages: z.optional(z.array(WrittenMessage).check(z.minLength(1), say('A chat: who says what.'))),
  as: z.optional(
    ReadAs.check(
      say('How a plain text is fed: as a user’s message (where it is not given), as the system’s, or raw.'),
    ),
  ),
  variables: z.optional(Texts.check(say('Values of the prompt’s variables, where a test gives no other.'))),
});
export type WrittenPrompt = z.infer<typeof WrittenPrompt>;

/** A number of tokens: `2000`, or `2000 tokens`. */
const TokenCount = z.union([z.int().check(z.positive()), z.string().check(z.regex(/^[1-9]\d{0,5} tokens$/))]);

export const WrittenTest = z.strictObject({
  name: z.string().check(z.minLength(1), say('What is tested, in a sentence.')),
  prompt: z.optional(z.string().check(say('Name of a prompt above; not needed where there is only one.'))),
  variables: z.optional(Texts.check(say('Values of the prompt’s variables in this test.'))),
  grow: z.optional(
    z
      .record(z.string(), TokenCount)
      .check(say('Variables whose value is repeated until it has so many tokens: retrieved: 2000 tokens.')),
  ),
  expect: z
    .array(WrittenExpectation)
    .check(z.minLength(1), say('What has to hold. A test that expects nothing is an error.')),
});
export type WrittenTest = z.infer<typeof WrittenTest>;

export const PromptTestFile = z.strictObject({
  $schema: z.optional(z.string().check(say('The JSON Schema of this file, for editors.'))),
  prompts: z.record(z.string(), WrittenPrompt).check(say('The prompts that are tested, by their names.')),
  tests: z.array(WrittenTest).check(z.minLength(1)),
});
export type PromptTestFile = z.infer<typeof PromptTestFile>;
