type Child = Node | string | null;

/** Attributes of an element; `false` and `undefined` leave one out. */
export type Attributes = Record<string, string | number | boolean | undefined>;

/** Makes an element. Strings become text nodes, so that hostile text can never become markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

/** Sets the attributes given, removing those that are `false` or `undefined`. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

let ids = 0;

/** An id that is used once on the page. */
export function uniqueId(prefix: string): string {
  return `${prefix}-${++ids}`;
}
