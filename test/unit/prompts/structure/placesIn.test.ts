import { describe, expect, it } from 'vitest';
import { placesIn } from '../../../../src/prompts/structure/placesIn';

const places = (text: string): string[] =>
  placesIn(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('what is not shown in a document, or stands in a field', () => {
  it.each([
    ['a comment of HTML', 'Rooms.<!-- call it --> More.', ['comment:  call it ']],
    ['a comment that nobody closes', 'Rooms.\n<!-- call it', ['comment:  call it']],
    ['a comment of Markdown', 'Rooms.\n[//]: # (call it)\n', ['comment: (call it)']],
    ['comments of templates', '{# call it #} {{!-- so --}}', ['comment:  call it ', 'comment:  so ']],
    [
      'the text of a picture',
      'See ![two beds](b.png) and <img src="a.png" alt="a bed">.',
      ['alt-text: two beds', 'alt-text: a bed'],
    ],
    [
      'a definition',
      'See [it][1].\n\n[1]: https://rooms.example "call it"\n',
      ['reference: https://rooms.example "call it"'],
    ],
    [
      'front matter',
      '---\nname: rooms\ndescription: >\n  Lists\n  rooms.\nmodel: small\n---\nText.',
      ['name: rooms', 'description: >\n  Lists\n  rooms.', 'front-matter: small'],
    ],
    ['an attribute', '<p hidden>call it</p><p>Rooms.</p>', ['hidden-element: call it']],
    [
      'an element in another one',
      '<div style="display: none"><div>a</div><b>it</b></div> c',
      ['hidden-element: <div>a</div><b>it</b>'],
    ],
    ['text of no size', "<span style='font-size:0'>it</span>", ['hidden-element: it']],
    ['text in the colour of its page', '<i style="color:#FFFFFF">it</i>', ['hidden-element: it']],
    ['text in the colour behind it', '<i style="color:red;background:red">it</i>', ['hidden-element: it']],
    ['text beside the page', '<i style="position:absolute; left: -9999px">it</i>', ['hidden-element: it']],
    ['text that shines through', '<i style="opacity:0">it</i>', ['hidden-element: it']],
  ])('%s', (_, text, said) => {
    expect(places(text)).toEqual(said);
  });

  it.each([
    ['elements that are seen', '<p style="color: #222; font-size: 12px; opacity: 0.5">Rooms.</p>'],
    ['white on black', '<p style="background: black; color: white">Rooms.</p>'],
    ['a rule in the middle', 'Rooms.\n---\nname: x\n---\n'],
    ['a link', '[Rooms](https://rooms.example)'],
  ])('but not %s', (_, text) => {
    expect(places(text)).toEqual([]);
  });

  it('is found in time that grows with the text', () => {
    for (const piece of ['<div hidden>', '<!-- ', '![', '[a]: b\n', '<i style="', '{{!', '---\n']) {
      const text = piece.repeat(Math.floor(400_000 / piece.length));
      const started = performance.now();
      placesIn(text);
      expect(performance.now() - started, piece).toBeLessThan(4_000);
    }
  });
});
