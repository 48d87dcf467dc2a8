import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/hub/connection';
import { getOffer, type GetProgress } from '../../../src/hub/getOffer';
import { listModel } from '../../../src/hub/listing';
import { offersOf } from '../../../src/hub/offers';
import {
  COMMIT,
  MODEL,
  sendFrom,
  startHub,
  type HubServer,
  type Misbehaviour,
} from '../../support/hubServer';

const WEIGHTS = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) >> 3));
const FILES = { 'config.json': Buffer.from('{"model_type": "tiny"}'), 'onnx/model.onnx': WEIGHTS };

let folder: string;
let hub: HubServer;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'attnscope-hub-'))));
afterEach(async () => {
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  misbehave?: Misbehaviour;
  free?: number;
  abort?: AbortController;
  onProgress?(progress: GetProgress): void;
}

/** Gets the graph of the model into the folder; gives where it is read, and all that was told. */
async function get({ misbehave, free, abort = new AbortController(), onProgress }: Asked = {}) {
  hub = await startHub(FILES, misbehave);
  const times = { silence: 200, pauses: [1, 1, 1] };
  const connection: Connection = {
    endpoint: hub.endpoint,
    token: undefined,
    fetch,
    signal: abort.signal,
    times,
  };
  const listing = await listModel({ name: MODEL }, connection);
  const told: GetProgress[] = [];
  const disk = { folder, free: () => Promise.resolve(free) };
  const place = await getOffer(offersOf(listing)[0]!, listing, 'main', connection, disk, (progress) => {
    told.push(progress);
    onProgress?.(progress);
  });
  return { place, told };
}

/** Files below the folder. */
const left = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
const model = 'models--tests--tiny';
const sha256 = createHash('sha256').update(WEIGHTS).digest('hex');
const part = () => path.join(folder, model, 'blobs', `${sha256}.attnscope-part`);
const ofWeights =
  (misbehave: Misbehaviour): Misbehaviour =>
  (file, response) =>
    file.path === 'onnx/model.onnx' && misbehave(file, response);
/** Sends as many bytes of the rest, and breaks the connection off. */
const dropAfter =
  (count: number): Misbehaviour =>
  ({ bytes, from }, response) => {
    sendFrom(response, bytes, from).write(bytes.subarray(from, from + count), () => response.destroy());
    return true;
  };

describe('a model of the hub', () => {
  it('is laid out as the hub’s own clients lay it out, its side files too', async () => {
    const { place, told } = await get();
    expect(place).toBe(path.join(folder, model, 'snapshots', COMMIT, 'onnx/model.onnx'));
    expect(readFileSync(place).equals(WEIGHTS)).toBe(true);
    expect(realpathSync(place)).toBe(realpathSync(path.join(folder, model, 'blobs', sha256)));
    expect(readFileSync(path.join(folder, model, 'snapshots', COMMIT, 'config.json'), 'utf8')).toContain(
      'tiny',
    );
    expect(readFileSync(path.join(folder, model, 'refs/main'), 'utf8')).toBe(COMMIT);
    expect(told.at(-1)).toMatchObject({ done: 300_022, total: 300_022 });
    expect(left().filter((name) => name.includes('attnscope'))).toEqual([]);
  });

  it('is not got again', async () => {
    await get();
    await hub.close();
    await get();
    expect(hub.seen.filter(({ path: asked }) => asked.includes('/resolve/'))).toEqual([]);
  });

  it('is right after ten dropped connections, each of which is taken up where it broke off', async () => {
    const { place } = await get({
      misbehave: ofWeights((file, response) => file.nth < 10 && dropAfter(27_000)(file, response)),
    });
    expect(readFileSync(place).equals(WEIGHTS)).toBe(true);
    const asked = hub.seen.filter(({ path: each }) => each.endsWith('model.onnx')).map(({ range }) => range);
    expect(asked).toHaveLength(11);
    expect(new Set(asked).size).toBe(11);
  });

  it('is got whole from a server that knows no ranges', async () => {
    const { place } = await get({
      misbehave: ofWeights((file, response) => {
        if (file.nth === 0) return dropAfter(1000)(file, response);
        response.writeHead(200, { 'content-length': WEIGHTS.length }).end(WEIGHTS);
        return true;
      }),
    });
    expect(readFileSync(place).equals(WEIGHTS)).toBe(true);
  });

  it('stays in part where no more comes, and that part is told and used the next time', async () => {
    const failed = get({
      misbehave: ofWeights((file, response) => dropAfter(file.nth === 0 ? 100_000 : 0)(file, response)),
    });
    await expect(failed).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('cannot be reached'),
    });
    expect(left()).not.toContain(path.join(model, 'snapshots', COMMIT, 'onnx/model.onnx'));
    await hub.close();
    const kept = statSync(part()).size;
    const { place, told } = await get();
    expect(kept).toBeGreaterThan(0);
    expect(told[0]).toMatchObject({ kept });
    expect(hub.seen.at(-1)).toMatchObject({ range: `bytes=${kept}-` });
    expect(readFileSync(place).equals(WEIGHTS)).toBe(true);
  });

  it('is begun anew where an earlier try left wrong bytes', async () => {
    mkdirSync(path.dirname(part()), { recursive: true });
    writeFileSync(part(), 'not the beginning of it');
    const { place } = await get();
    expect(readFileSync(place).equals(WEIGHTS)).toBe(true);
  });

  it('comes in spite of a server that falls silent', async () => {
    const { place } = await get({
      misbehave: ofWeights(({ bytes, from, nth }, response) => {
        if (nth < 2) sendFrom(response, bytes, from).write(bytes.subarray(from, from + 1000));
        return nth < 2;
      }),
    });
    expect(readFileSync(place).equals(WEIGHTS)).toBe(true);
  });
});

describe('nothing is kept', () => {
  const lies: [string, Misbehaviour][] = [
    [
      'of other bytes',
      ({ bytes }, response) => {
        sendFrom(response, bytes, 0).end(Buffer.alloc(bytes.length));
        return true;
      },
    ],
    [
      'of a file that is longer than listed',
      ({ bytes }, response) => {
        response.writeHead(200).end(Buffer.concat([bytes, Buffer.from('more')]));
        return true;
      },
    ],
    [
      'where the length is another than listed',
      ({ bytes }, response) => {
        response.writeHead(200, { 'content-length': bytes.length + 4 }).end(Buffer.alloc(bytes.length + 4));
        return true;
      },
    ],
    [
      'where the range is of a file of another length',
      ({ bytes }, response) => {
        response.writeHead(206, { 'content-range': `bytes 0-9/10` }).end(bytes.subarray(0, 10));
        return true;
      },
    ],
  ];
  it.each(lies)('%s', async (_, lie) => {
    await expect(get({ misbehave: ofWeights(lie) })).rejects.toMatchObject({
      code: 'bad-model',
      message: expect.stringMatching(
        /is not the file that it lists: length or hash differ\. It was removed\./,
      ),
    });
    expect(left().filter((name) => name.includes(sha256))).toEqual([]);
    expect(existsSync(path.join(folder, model, 'snapshots'))).toBe(false);
  });

  it('of a download that the person ends', async () => {
    const abort = new AbortController();
    const ended = get({
      abort,
      misbehave: ofWeights(({ bytes, from }, response) => {
        sendFrom(response, bytes, from).write(bytes.subarray(0, 50_000));
        return true;
      }),
      onProgress: ({ done }) => void (done > 10_000 && abort.abort()),
    });
    await expect(ended).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the disk', () => {
  it('is asked for its space before anything is got', async () => {
    await expect(get({ free: 299_000 })).rejects.toThrow(
      /too little space: 1 MB are needed in .*, and 0 MB are free/,
    );
    expect(hub.seen.filter(({ path: asked }) => asked.includes('/resolve/'))).toEqual([]);
  });

  it.runIf(existsSync('/dev/full'))('that is full in the middle of it is told, with what to do', async () => {
    mkdirSync(path.dirname(part()), { recursive: true });
    symlinkSync('/dev/full', part());
    await expect(get()).rejects.toThrow(/cannot be written into .*: the disk is full\. .*Make room/);
  });
});
