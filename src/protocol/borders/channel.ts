import { AttnscopeError, cancelled, fromWireError, toWireError } from '../errors';
import { z } from '../schema';
import { WireError } from './wireError';

/** Moves messages one way or the other: IPC of a process, `postMessage` of a webview. */
export interface Transport {
  post(message: unknown): void;
  /** Returns a function that stops listening. */
  onMessage(listener: (message: unknown) => void): () => void;
}

/** One entry per kind of request: the guards of its parameters and of its result. */
export type MethodTable = Readonly<
  Record<string, { readonly params: z.ZodType; readonly result: z.ZodType }>
>;

export type Params<M extends MethodTable, K extends keyof M> = z.infer<M[K]['params']>;
export type Result<M extends MethodTable, K extends keyof M> = z.infer<M[K]['result']>;

/** What a handler may use besides its parameters. */
export interface HandlerContext<P> {
  /** Aborted when the other end no longer wants the answer. */
  readonly signal: AbortSignal;
  progress(value: P): void;
}

/** Answers every request of a method table; what it throws is the answer too. */
export type Handlers<M extends MethodTable, P> = {
  readonly [K in keyof M]: (
    params: Params<M, K>,
    context: HandlerContext<P>,
  ) => Result<M, K> | Promise<Result<M, K>>;
};

/** What one end calls at the other, what it serves, and the guard of the progress that is told meanwhile. */
export interface ChannelEnds<Calls extends MethodTable, Serves extends MethodTable, P> {
  readonly calls: Calls;
  readonly serves: Serves;
  readonly handlers: Handlers<Serves, P>;
  readonly progress: z.ZodType<P>;
}

const id = z.int().check(z.nonnegative());

const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('request'), id, method: z.string(), params: z.unknown() }),
  z.object({ kind: z.literal('cancel'), id }),
  z.object({ kind: z.literal('progress'), id, value: z.unknown() }),
  z.object({ kind: z.literal('result'), id, value: z.unknown() }),
  z.object({ kind: z.literal('error'), id, error: WireError }),
]);
type Message = z.infer<typeof Message>;

interface Pending<P> {
  readonly result: z.ZodType;
  readonly method: string;
  resolve(value: unknown): void;
  reject(error: AttnscopeError): void;
  progress?(value: P): void;
}

/**
 * One end of a border. All that arrives is checked at run time: what is not a message, or belongs to
 * nothing that is pending, is dropped; a request that is wrong is answered with an error.
 */
export class Channel<Calls extends MethodTable, Serves extends MethodTable, P> {
  private readonly pending = new Map<number, Pending<P>>();
  private readonly running = new Map<number, AbortController>();
  private readonly stopListening: () => void;
  private nextId = 0;
  private closed: AttnscopeError | undefined;

  constructor(
    private readonly transport: Transport,
    private readonly ends: ChannelEnds<Calls, Serves, P>,
  ) {
    this.stopListening = transport.onMessage((raw) => this.receive(raw));
  }

  /** Rejects with an AttnscopeError: the handler's own, `cancelled`, or `internal` where the answer is malformed. */
  request<K extends keyof Calls & string>(
    method: K,
    params: Params<Calls, K>,
    options: { signal?: AbortSignal; onProgress?: (value: P) => void } = {},
  ): Promise<Result<Calls, K>> {
    const { signal, onProgress } = options;
    const requestId = this.nextId++;
    return new Promise<Result<Calls, K>>((resolve, reject) => {
      if (this.closed) return reject(this.closed);
      if (signal?.aborted) return reject(cancelled());
      const abort = () => {
        this.pending.delete(requestId);
        this.transport.post({ kind: 'cancel', id: requestId } satisfies Message);
        reject(cancelled());
      };
      this.pending.set(requestId, {
        method,
        result: this.ends.calls[method]!.result,
        progress: onProgress,
        resolve: (value) => {
          signal?.removeEventListener('abort', abort);
          resolve(value as Result<Calls, K>);
        },
        reject: (error) => {
          signal?.removeEventListener('abort', abort);
          reject(error);
        },
      });
      signal?.addEventListener('abort', abort, { once: true });
      try {
        this.transport.post({ kind: 'request', id: requestId, method, params } satisfies Message);
      } catch (error) {
        this.take(requestId)?.reject(fromWireError(toWireError(error)));
      }
    });
  }

  /** Ends the channel: rejects what is pending, aborts what is being answered. */
  dispose(
    reason = new AttnscopeError('cancelled', 'The connection was closed before the answer came.'),
  ): void {
    if (this.closed) return;
    this.closed = reason;
    this.stopListening();
    for (const controller of this.running.values()) controller.abort();
    for (const entry of this.pending.values()) entry.reject(reason);
    this.running.clear();
    this.pending.clear();
  }

  private receive(raw: unknown): void {
    const parsed = Message.safeParse(raw);
    if (!parsed.success) return;
    const message = parsed.data;
    switch (message.kind) {
      case 'request':
        void this.answer(message.id, message.method, message.params);
        return;
      case 'cancel':
        this.running.get(message.id)?.abort();
        return;
      case 'progress': {
        const value = this.ends.progress.safeParse(message.value);
        if (value.success) this.pending.get(message.id)?.progress?.(value.data);
        return;
      }
      case 'result': {
        const entry = this.take(message.id);
        const value = entry?.result.safeParse(message.value);
        if (value?.success) entry?.resolve(value.data);
        else entry?.reject(malformed('internal', `The answer to ${entry.method}`, value?.error));
        return;
      }
      case 'error':
        this.take(message.id)?.reject(fromWireError(message.error));
    }
  }

  private take(requestId: number): Pending<P> | undefined {
    const entry = this.pending.get(requestId);
    this.pending.delete(requestId);
    return entry;
  }

  private async answer(requestId: number, method: string, rawParams: unknown): Promise<void> {
    if (this.running.has(requestId)) return;
    const controller = new AbortController();
    this.running.set(requestId, controller);
    const reply = (message: Message) => {
      if (!this.closed && !controller.signal.aborted) this.transport.post(message);
    };
    try {
      const value = await this.handle(method, rawParams, {
        signal: controller.signal,
        progress: (progress) => reply({ kind: 'progress', id: requestId, value: progress }),
      });
      reply({ kind: 'result', id: requestId, value });
    } catch (error) {
      reply({ kind: 'error', id: requestId, error: toWireError(error) });
    } finally {
      this.running.delete(requestId);
    }
  }

  private handle<K extends keyof Serves & string>(method: K, rawParams: unknown, context: HandlerContext<P>) {
    // `hasOwn`: a message must not reach what objects inherit, such as `constructor`.
    if (!Object.hasOwn(this.ends.serves, method)) {
      throw new AttnscopeError('internal', 'The request is of a kind that is not known here.');
    }
    const params = this.ends.serves[method]!.params.safeParse(rawParams);
    if (!params.success) throw malformed('bad-input', `The request ${method}`, params.error);
    return this.ends.handlers[method](params.data as Params<Serves, K>, context);
  }
}

/** Names the places that are wrong and what was expected there, never the values. */
function malformed(
  code: 'bad-input' | 'internal',
  what: string,
  error: z.ZodError | undefined,
): AttnscopeError {
  const places = (error?.issues ?? [])
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'value'} (${issue.code})`);
  return new AttnscopeError(code, `${what} is malformed at ${places.join(', ')}.`);
}
