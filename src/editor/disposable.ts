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
