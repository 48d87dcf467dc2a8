import { describeProgress } from '../../../src/describe/progress';
import type { InferenceProgress } from '../../../src/protocol/borders/inference';
import { type Disposable, LatestSignal } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { button } from '../../dom/toolkit';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';

/** A run of the model that the person starts and may stop, with what is said of it. */
export interface Run extends Disposable {
  /** Starts it, and stops it while it runs. */
  button: HTMLElement;
  /** How far it is, or why it did not come to its end. */
  element: HTMLElement;
  start(): void;
}

export interface RunOptions {
  view: View;
  /** What the button says while nothing runs. */
  start: string;
  work(signal: AbortSignal, onProgress: (progress: InferenceProgress) => void): Promise<void>;
  /** What is said where the person stopped it. */
  stopped?(): string;
  /** The person stopped it; who is told says it, in place of a word of the run's own. */
  onStopped?(): void;
}

export function createRun({ view, start: name, work, stopped, onStopped }: RunOptions): Run {
  const { l10n } = view;
  const latest = new LatestSignal();
  let running = false;
  const far = h('span', { class: 'muted', 'aria-hidden': 'true' });
  const said = h('div', { role: 'status' });
  const toggle = button(l10n.t(name), () => (running ? stop() : start()), { look: 'primary' });

  function set(now: boolean): void {
    running = now;
    toggle.textContent = l10n.t(now ? strings.stopRun : name);
    far.textContent = '';
  }

  function start(): void {
    const signal = latest.next();
    set(true);
    // How far it is stands beside; those who cannot see it are told that it begins.
    said.replaceChildren(h('span', { class: 'unseen' }, l10n.say(describeProgress(null))));
    const onProgress = (progress: InferenceProgress) => {
      if (!signal.aborted) far.textContent = l10n.say(describeProgress(progress));
    };
    work(signal, onProgress).then(
      () => {
        if (signal.aborted) return;
        set(false);
        said.replaceChildren();
      },
      (error: Error) => {
        if (signal.aborted) return;
        set(false);
        said.replaceChildren(h('p', { class: 'notice' }, error.message));
      },
    );
  }

  function stop(): void {
    latest.next();
    set(false);
    said.replaceChildren(
      onStopped ? '' : h('p', { class: 'muted' }, l10n.t(stopped?.() ?? strings.runStopped)),
    );
    onStopped?.();
  }

  return {
    button: toggle,
    element: h('div', { class: 'run-status' }, far, said),
    start,
    dispose: () => latest.dispose(),
  };
}
