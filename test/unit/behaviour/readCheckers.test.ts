import { describe, expect, it } from 'vitest';
import { readCheckers } from '../../../src/behaviour/readCheckers';

describe('a file of checkers', () => {
  const checkers = [
    { name: 'code', kind: 'contains', means: 'leak', text: 'QUARTZ-7719' },
    { name: 'tool', kind: 'json', means: 'followed', path: '$.tool', equals: 'send' },
  ];

  it('is read from YAML and from JSON alike', () => {
    const yaml = `checkers:
  - {name: code, kind: contains, means: leak, text: QUARTZ-7719}
  - name: tool
    kind: json
    means: followed
    path: $.tool
    equals: send
`;
    expect(readCheckers(yaml, 'c.yaml')).toEqual(checkers);
    expect(readCheckers(JSON.stringify({ checkers }), 'c.json')).toEqual(checkers);
  });

  it('names the place of a field that is missing, wrong or unknown', () => {
    const wrong = (checker: object) => () => readCheckers(JSON.stringify({ checkers: [checker] }), 'c.json');
    expect(wrong({ name: 'a', kind: 'contains', means: 'leak' })).toThrow(/"c.json".*"checkers.0.text"/);
    expect(wrong({ name: 'a', kind: 'matches', means: 'harm', pattern: 'x' })).toThrow(/"checkers.0.means"/);
    expect(wrong({ ...checkers[0], patern: 'x' })).toThrow(/"checkers.0"/);
    expect(() => readCheckers('checkers: [', 'c.yaml')).toThrow(/neither YAML nor JSON/);
  });
});
