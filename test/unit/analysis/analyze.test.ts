import { describe, expect, it, vi } from 'vitest';
import { analyze } from '../../../src/analysis/analyze';
import { readDocument } from '../../../src/analysis/readDocument';
import type { Inference } from '../../../src/protocol/borders/inference';
import { AttnscopeError } from '../../../src/protocol/errors';

const request = { text: 'Count to three.', model: 'here', overflow: 'refuse', toolVersion: '0' } as const;

function modelThat(opens: () => Promise<unknown>) {
  const asked: string[] = [];
  const answer = (method: string): Promise<unknown> => {
    asked.push(method);
    return method === 'openModel' ? opens() : Promise.reject(new AttnscopeError('internal', 'No answer.'));
  };
  return { asked, inference: { request: answer } as unknown as Inference };
}

describe('an analysis', () => {
  it('has the model loaded while the text is read', async () => {
    const { asked, inference } = modelThat(() => Promise.resolve({}));
    const read = () => {
      expect(asked).toEqual(['openModel']);
      return Promise.reject(new AttnscopeError('bad-input', 'The text cannot be read.'));
    };
    await expect(analyze(inference, { ...request, read })).rejects.toThrow('The text cannot be read.');
    expect(asked).toEqual(['openModel']);
  });

  it('looks for the model once', async () => {
    const { inference } = modelThat(() => Promise.resolve({}));
    const asked = vi.spyOn(inference, 'request');
    const read = () => readDocument({ text: request.text, path: 'a.txt', languageId: 'plaintext' });
    await expect(analyze(inference, { ...request, read })).rejects.toThrow('No answer.');
    expect(asked.mock.calls.map(([method, params]) => [method, 'opened' in params])).toEqual([
      ['openModel', false],
      ['analyze', true],
    ]);
  });

  it('of a text that cannot be read says so, whatever becomes of the model', async () => {
    const { inference } = modelThat(() => Promise.reject(new AttnscopeError('bad-model', 'No model.')));
    const read = () => Promise.reject(new AttnscopeError('bad-input', 'The text cannot be read.'));
    await expect(analyze(inference, { ...request, read })).rejects.toThrow('The text cannot be read.');
  });
});
