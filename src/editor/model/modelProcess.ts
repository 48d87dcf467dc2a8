import * as vscode from 'vscode';
import type { InferenceClient, InferenceState } from '../../inference/client/createInferenceClient';
import type {
  Inference,
  InferenceMethods,
  InferenceParams,
  InferenceResult,
  RequestOptions,
} from '../../protocol/borders/inference';
import { isServed } from '../../protocol/text/servedAddress';
import { readSettings, onSettingsChange } from '../settings/readSettings';
import { inferenceOptions, isSameAccess, type ServerAccess } from './inferenceOptions';

/**
 * The process that runs models. It starts on the first request, ends when it has nothing to do for
 * a while, and is another one after `restart` or a change of its settings.
 */
export class ModelProcess implements Inference, vscode.Disposable {
  state: InferenceState = 'stopped';
  private client: Promise<InferenceClient> | undefined;
  private outdated = false;
  /** The server that was asked last, and its token. */
  private server: ServerAccess | undefined;
  private readonly emitter = new vscode.EventEmitter<InferenceState>();
  private readonly settings: vscode.Disposable;

  readonly onDidChangeState = this.emitter.event;

  constructor(
    private readonly program: string,
    private readonly cacheFolder: string,
    private readonly kept: Pick<vscode.ExtensionContext, 'workspaceState' | 'secrets'>,
  ) {
    this.settings = onSettingsChange((changed) => {
      if (changed.has('model') || changed.has('served')) this.outdated = true;
    });
  }

  async request<K extends keyof InferenceMethods>(
    method: K,
    params: InferenceParams<K>,
    options?: RequestOptions,
  ): Promise<InferenceResult<K>> {
    // The one way to the process, so that nothing goes to a server that the person did not confirm.
    if ('model' in params && isServed(params.model)) {
      const { openServed } = await import('../onRequest/onRequest');
      const server = await openServed(params.model, this.kept);
      if (!isSameAccess(this.server, server)) this.outdated = true;
      this.server = server;
    }
    // New settings wait for the work that runs; they are no reason to throw it away.
    if (this.outdated && this.state !== 'busy' && this.state !== 'starting') this.restart();
    const client = await (this.client ??= this.start());
    return client.request(method, params, options);
  }

  /** Ends the process and what it works on; the next request starts another. */
  restart(): void {
    const ended = this.client;
    this.client = undefined;
    this.outdated = false;
    void ended?.then((client) => client.dispose());
    this.setState('stopped');
  }

  dispose(): void {
    this.restart();
    this.settings.dispose();
    this.emitter.dispose();
  }

  private async start(): Promise<InferenceClient> {
    const { createInferenceClient } = await import('../bordersProgram');
    const client: InferenceClient = createInferenceClient({
      childPath: this.program,
      ...inferenceOptions(readSettings(), this.cacheFolder, this.server),
      onState: (state) => {
        // A process that was replaced still tells of its end.
        void this.client?.then((current) => current === client && this.setState(state));
      },
    });
    return client;
  }

  private setState(state: InferenceState): void {
    if (state === this.state) return;
    this.state = state;
    this.emitter.fire(state);
  }
}
