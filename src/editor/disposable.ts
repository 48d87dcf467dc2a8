/** Anything with an end. VS Code's own disposables are of this shape. */
export interface Disposable {
  dispose(): void;
}

/** Collects disposables and disposes them together, the last one first. */
export class DisposableStore implements Disposable {
  private items: Disposable[] | undefined = [];

  /** Keeps `item` and gives it back. A store that is disposed already disposes it at once. */
  add<T extends Disposable>(item: T): T {
    if (this.items) this.items.push(item);
    else item.dispose();
    return item;
  }

  dispose(): void {
    const items = this.items ?? [];
    this.items = undefined;
    for (const item of items.reverse()) item.dispose();
  }
}

/** Holds one disposable at a time: a new one ends the one before. */
export class DisposableSlot<T extends Disposable = Disposable> implements Disposable {
  private held: T | undefined;
  private disposed = false;

  /** What is held now; nothing after the slot was disposed. */
  get value(): T | undefined {
    return this.held;
  }

  /** Disposes what was held and holds `next`; a slot that is disposed already disposes `next` too. */
  set(next: T | undefined): void {
    if (next === this.held) return;
    this.held?.dispose();
    this.held = this.disposed ? undefined : next;
    if (this.disposed) next?.dispose();
  }

  dispose(): void {
    this.disposed = true;
    this.set(undefined);
  }
}
