import { describe, expect, it } from 'vitest';
import { readPrompts } from '../../../../src/prompts/readPrompts';
import type { Prompt } from '../../../../src/protocol/prompt';

/** What is said in a prompt, a line for each message: slots between their marks as they stand. */
const told = ({ segments }: Prompt): string[] => {
  const lines: string[] = [];
  for (const { role, content, continues, trust, places } of segments) {
    if (role === 'input') expect(trust).toBe('untrusted');
    const said = role === 'input' ? `⟦${content}⟧` : content;
    const where = places?.[0] ? ` (${places[0].kind})` : '';
    if (!continues) lines.push(`${role === 'input' ? '' : role}${where}: ${said}`);
    else lines[lines.length - 1] += said;
  }
  return lines;
};

const cases: Record<string, { path: string; program: string; prompts: string[][] }> = {
  'constants that are put into a template in TypeScript': {
    path: 'kind.ts',
    program: `const TONE = 'Be kind.';
const RULES = \`Answer in one line. \${TONE}\`;
generateText({ model, system: \`You help. \${RULES} \${TONE.trim()} \${date}\`, prompt: question });
`,
    prompts: [['system: You help. Answer in one line. Be kind. ⟦${TONE.trim()}⟧ ⟦${date}⟧']],
  },
  'constants that are put into an f-string, as they are and in a form, in Python': {
    path: 'kind.py',
    program: `TONE = "Be kind."
messages = [{"role": "system", "content": f"You help. {TONE} {TONE!r} {name}"}]
`,
    prompts: [['system: You help. Be kind. ⟦{TONE!r}⟧ ⟦{name}⟧']],
  },
  'constants that are put into a text in C#': {
    path: 'Kind.cs',
    program: `const string Tone = "Be kind.";
var message = new SystemChatMessage($"You help. {Tone} {name}");
`,
    prompts: [['system: You help. Be kind. ⟦{name}⟧']],
  },
  'constants that are put into a text in Ruby': {
    path: 'kind.rb',
    program: `TONE = "Be kind."
chat(messages: [{ role: "system", content: "You help. #{TONE} #{name}" }])
`,
    prompts: [['system: You help. Be kind. ⟦#{name}⟧']],
  },
  'constants that are put into a text in PHP': {
    path: 'kind.php',
    program: `<?php
$tone = "Be kind.";
$chat->create(['messages' => [['role' => 'system', 'content' => "You help. {$tone} $name"]]]);
`,
    prompts: [['system: You help. Be kind. ⟦$name⟧']],
  },
  'messages of a call, constants and f-strings in Python': {
    path: 'chat.py',
    program: `from openai import OpenAI
SYSTEM = """You sort letters.
Be "brief"."""
request = f"Sort {letter!r} by {{topic}}."
client.chat.completions.create(model="m", messages=[
    {"role": "system", "content": SYSTEM + " Always."},
    {"role": "user", "content": request},
])
`,
    prompts: [['system: You sort letters.\nBe "brief". Always.', 'user: Sort ⟦{letter!r}⟧ by {topic}.']],
  },
  'message classes, pairs and values that are put in, in Python': {
    path: 'chain.py',
    program: `chain = ChatPromptTemplate.from_messages([
    SystemMessage(content="You greet %s." % name),
    ("human", "Greet {guest} in {language}"),
    ("ai", "Hello {}".format(guest)),
])
`,
    prompts: [['system: You greet ⟦%s⟧.', 'user: Greet ⟦{guest}⟧ in ⟦{language}⟧', 'assistant: Hello ⟦{}⟧']],
  },
  'parts of a content, and what a function returns, in Python': {
    path: 'parts.py',
    program: `def build_system_prompt(city):
    return ("You know every street of "
            + city + " and nothing else.")

ask(messages=[{"role": "user", "content": [{"type": "text", "text": "Where is the mill?"}]}])
`,
    prompts: [['system: You know every street of ⟦city⟧ and nothing else.'], ['user: Where is the mill?']],
  },
  'the parameters of a call in TypeScript': {
    path: 'answer.ts',
    program: `const GUIDE = \`You answer for \${shop.name}. \\\`Be kind.\\\`\`;
const answer = await generateText({ model, system: GUIDE, prompt: 'Where is ' + order + ' now, please?' });
`,
    prompts: [['system: You answer for ⟦${shop.name}⟧. `Be kind.`', 'user: Where is ⟦order⟧ now, please?']],
  },
  'tools and their parameters in TypeScript': {
    path: 'tools.ts',
    program: `export const tools = [{ name: 'add', description: 'Adds two whole numbers.', parameters: {
  type: 'object', properties: { a: { type: 'number', description: 'The first of them.' } } } }];
server.tool('sub', 'Subtracts one number from another.', { a: z.number().describe('What it is taken from.') });
`,
    prompts: [
      ['prompt (description): Adds two whole numbers.', 'prompt (parameter): The first of them.'],
      [
        'prompt (description): Subtracts one number from another.',
        'prompt (parameter): What it is taken from.',
      ],
    ],
  },
  'elements in TSX, and a text that reads like a prompt': {
    path: 'Page.tsx',
    program: `export const Page = () => <p title="Hello">{run("You are a gardener. You must answer every question with the name of a plant and nothing else.")}</p>;
`,
    prompts: [
      [
        'prompt: You are a gardener. You must answer every question with the name of a plant and nothing else.',
      ],
    ],
  },
  'JavaScript without types': {
    path: 'bot.mjs',
    program: `const messages = [{ role: 'system', content: ['You are', ' a clerk.'].join('') }, { role: 'user', content: question }];
messages.push({ role: "user", content: "What\\u2019s new, \\
today?" });
`,
    prompts: [['user: What’s new, today?']],
  },
  'structs and formats in Go': {
    path: 'chat.go',
    program: `package chat

const systemPrompt = \`You are a "clerk".\`

func ask(q string) {
	send([]openai.Message{
		{Role: openai.ChatMessageRoleSystem, Content: systemPrompt},
		{Role: "user", Content: fmt.Sprintf("Answer %q\\tsoon", q)},
	})
}
`,
    prompts: [['system: You are a "clerk".', 'user: Answer ⟦%q⟧\tsoon']],
  },
  'text blocks and builders in Java': {
    path: 'Chat.java',
    program: `class Chat {
  static final String PROMPT = """
      You are a clerk.
        Answer\\tsoon.\\
      """;
  void ask(String name) {
    client.prompt().system("You serve " + name + " well").user(PROMPT).call();
    send(new UserMessage(String.format("Where is %s now?", name)));
    post(List.of(Map.of("role", "system", "content", "Be brief.")));
  }
}
`,
    prompts: [
      ['system: You serve ⟦name⟧ well', 'user: You are a clerk.\n  Answer\tsoon.'],
      ['user: Where is ⟦%s⟧ now?'],
      ['system: Be brief.'],
    ],
  },
  'verbatim, interpolated and raw strings in C#': {
    path: 'Chat.cs',
    program: `class Chat {
  const string Guide = @"You are a ""clerk"".";
  void Ask() {
    var m = new List<ChatMessage> { new SystemChatMessage(Guide), new ChatMessage(ChatRole.User, $"Find {order} in {{list}}") };
    var q = new Message { Role = "system", Content = """
      You are brief.
        Very.
      """ };
  }
}
`,
    prompts: [
      ['system: You are a "clerk".', 'user: Find ⟦{order}⟧ in {list}'],
      ['system: You are brief.\n  Very.'],
    ],
  },
  'raw strings and macros in Rust': {
    path: 'chat.rs',
    program: `const GUIDE: &str = r#"You are a "clerk"."#;
fn ask(q: &str) {
    let m = vec![Message { role: Role::System, content: GUIDE.to_string() }];
    let body = json!({"messages": [{"role": "user", "content": "Where is \\
        the mill?"}]});
    let user_prompt = format!("Find {q} in all of the list");
}
`,
    prompts: [
      ['system: You are a "clerk".'],
      ['user: Where is the mill?'],
      ['user: Find ⟦{q}⟧ in all of the list'],
    ],
  },
  'here-documents in Ruby': {
    path: 'chat.rb',
    program: `GUIDE = <<~EOS
  You serve #{shop}.
    Be "brief".
EOS
client.chat(parameters: { messages: [{ role: "system", content: GUIDE }, { role: :user, content: "Where\\n" "is it?" }] })
`,
    prompts: [['system: You serve ⟦#{shop}⟧.\n  Be "brief".\n', 'user: Where\nis it?']],
  },
  'here-documents and arrays in PHP': {
    path: 'chat.php',
    program: `<?php
$guide = <<<EOT
  You serve $shop and {$town->name}.
    Be brief.
  EOT;
$client->chat()->create(['messages' => [['role' => 'system', 'content' => $guide . ' Always.'], ["role" => "user", "content" => "It\\'s \\x41"]]]);
`,
    prompts: [['system: You serve ⟦$shop⟧ and ⟦{$town->name}⟧.\n  Be brief. Always.', "user: It\\'s A"]],
  },
};

/** A constant joined from another, under another name; and one put into a template. */
const indirect: Readonly<Record<string, string>> = {
  'a.ts':
    "const TONE = 'Be brief.';\nconst SYSTEM = 'You are a clerk. ' + TONE;\nconst alias = SYSTEM;\nawait client.chat({ messages: [{ role: 'system', content: alias }, { role: 'user', content: `Say ${TONE} to ${name}` }] });\n",
  'a.js':
    "const TONE = 'Be brief.';\nconst SYSTEM = 'You are a clerk. ' + TONE;\nconst alias = SYSTEM;\nclient.chat({ messages: [{ role: 'system', content: alias }, { role: 'user', content: `Say ${TONE} to ${name}` }] });\n",
  'a.py':
    "TONE = 'Be brief.'\nSYSTEM = 'You are a clerk. ' + TONE\nalias = SYSTEM\nclient.chat(messages=[{'role': 'system', 'content': alias}, {'role': 'user', 'content': f'Say {TONE} to {name}'}])\n",
  'a.go':
    'package a\n\nconst tone = "Be brief."\nconst system = "You are a clerk. " + tone\n\nfunc f(name string) {\n\talias := system\n\tclient.Chat([]Message{{Role: "system", Content: alias}, {Role: "user", Content: "Say " + tone + " to " + name}})\n}\n',
  'A.java':
    'class A {\n  static final String TONE = "Be brief.";\n  static final String SYSTEM = "You are a clerk. " + TONE;\n  void f(String name) {\n    String alias = SYSTEM;\n    client.chat(List.of(new SystemMessage(alias), new UserMessage("Say " + TONE + " to " + name)));\n  }\n}\n',
  'A.cs':
    'class A {\n  const string Tone = "Be brief.";\n  const string System = "You are a clerk. " + Tone;\n  void F(string name) {\n    var alias = System;\n    client.Chat(new SystemChatMessage(alias), new UserChatMessage($"Say {Tone} to {name}"));\n  }\n}\n',
  'a.rs':
    'const TONE: &str = "Be brief.";\nconst SYSTEM: &str = "You are a clerk. Be brief.";\n\nfn f(name: &str) {\n    let alias = SYSTEM;\n    client.chat(vec![Message { role: "system", content: alias }, Message { role: "user", content: format!("Say {} to {}", TONE, name) }]);\n}\n',
  'a.rb':
    "TONE = 'Be brief.'\nSYSTEM = 'You are a clerk. ' + TONE\nsaid = SYSTEM\nclient.chat(messages: [{ role: 'system', content: said }, { role: 'user', content: \"Say #{TONE} to #{name}\" }])\n",
  'a.php':
    "<?php\nconst TONE = 'Be brief.';\nconst SYSTEM = 'You are a clerk. ' . TONE;\n$alias = SYSTEM;\n$client->chat(['messages' => [['role' => 'system', 'content' => $alias], ['role' => 'user', 'content' => 'Say ' . TONE . ' to ' . $name]]]);\n",
};

describe('prompts in programs', () => {
  it.each(Object.entries(indirect))('follow names for names within %s', async (path, program) => {
    const { prompts } = await readPrompts(program, { path });
    const said = prompts.flatMap(({ segments }) => segments.filter(({ role }) => role !== 'input'));
    const by = (role: string) =>
      said.flatMap((segment) => (segment.role === role ? [segment.content] : [])).join('');
    expect(by('system')).toBe('You are a clerk. Be brief.');
    expect(by('user')).toMatch(/^Say (?:Be brief\.|\{\}) to (?:\{\})?$/);
    for (const { start, end, content } of said)
      if (/^[\w .]+$/.test(content)) expect(program.slice(start, end)).toContain(content);
  });

  it.each(Object.entries(cases))('%s', async (_, { path, program, prompts }) => {
    const read = await readPrompts(program, { path });
    expect(read.prompts.map(told)).toEqual(prompts);
  });

  it('are read as far as a program with errors can be', async () => {
    const program = `def broken(:\n  x = = 3\nsystem_prompt = "You are a clerk of the mill."\n((( `;
    const { prompts } = await readPrompts(program, { path: 'broken.py' });
    expect(prompts.map(told)).toEqual([['system: You are a clerk of the mill.']]);
  });

  it.each<[string, string, (count: number) => string]>([
    ['a list', 'a.py', (count) => `names = {\n${'  "one of many names",\n'.repeat(count)}}\n`],
    [
      'a table of texts',
      'a.js',
      (count) =>
        `const texts = {${Array.from({ length: count }, (_, at) => `"a${at}.content": "Words of the page"`).join()}}`,
    ],
  ])('are looked for in time that grows with the program: %s', async (_, path, program) => {
    const time = async (count: number): Promise<number> => {
      const started = performance.now();
      await readPrompts(program(count), { path });
      return performance.now() - started;
    };
    await time(100);
    const short = await time(500);
    expect(await time(4_000)).toBeLessThan(30 * Math.max(short, 20));
  });

  it('are told by the language of the editor too', async () => {
    const { prompts } = await readPrompts('const prompt = "Sort these letters by town.";', {
      languageId: 'javascript',
    });
    expect(prompts.map(told)).toEqual([['prompt: Sort these letters by town.']]);
  });

  it('leave other texts of a program alone', async () => {
    const program = `const promptTokens = "how many tokens a prompt has";
const label = 'Are you sure?', message = "The file could not be read, so nothing was changed.";
console.error("You have to log in first.");
`;
    expect((await readPrompts(program, { path: 'a.ts' })).prompts).toEqual([]);
  });

  it('have comments and docstrings beside them, without their marks', async () => {
    const program = `# One thing,\n# and another.\n@mcp.tool()\ndef add(a, b):\n    """Adds two numbers."""\n    return a + b\n`;
    const { asides } = await readPrompts(program, { path: 'a.py' });
    expect(asides.map(({ content, places }) => [places![0]!.kind, content])).toEqual([
      ['comment', 'One thing,\nand another.'],
      ['description', 'Adds two numbers.'],
    ]);
    const block = '/**\n * Says\n * more.\n */\nint x; // and this';
    const read = await readPrompts(block, { path: 'A.java' });
    expect(read.asides.map(({ content }) => content.trim())).toEqual(['Says\nmore.', 'and this']);
  });
});

it('names that stand for more and more names are followed only so far', async () => {
  const levels = Array.from({ length: 6 }, (_, at) => `const L${at + 1} = \`${`\${L${at}} `.repeat(60)}\`;`);
  const program = `const L0 = 'Be kind to all.';\n${levels.join('\n')}\ngenerateText({ model, system: \`You help. \${L6}\` });`;
  const start = performance.now();
  const { prompts } = await readPrompts(program, { path: 'deep.ts' });
  expect(prompts.flatMap(({ segments }) => segments).length).toBeLessThan(40_000);
  expect(performance.now() - start).toBeLessThan(15_000);
});
