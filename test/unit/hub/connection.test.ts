import { expect, it } from 'vitest';
import { HUB, hubEndpoint } from '../../../src/hub/connection';

it('is the hub itself where nothing is set, else the mirror, without a slash at its end', () => {
  expect(hubEndpoint('', true)).toBe(HUB);
  expect(hubEndpoint(' https://mirror.example/hub/ ', true)).toBe('https://mirror.example/hub');
  expect(hubEndpoint('http://mirror.example', false)).toBe('http://mirror.example');
});

it('does not carry a token in the clear, but on this machine', () => {
  expect(() => hubEndpoint('http://mirror.example', true)).toThrow(
    /is not encrypted, so the token is not sent/,
  );
  expect(hubEndpoint('http://127.0.0.1:8080', true)).toBe('http://127.0.0.1:8080');
});

it.each(['mirror', 'file:///etc', 'https://me:secret@mirror.example'])('is no address: %s', (text) => {
  expect(() => hubEndpoint(text, false)).toThrow(/is no address of a hub\. Write it as https:\/\/HOST\./);
});
