/** Floats of 32 bits as base64, low byte first. Of both the browser and Node. */
export function floatsToText(values: Float32Array): string {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, at) => view.setFloat32(4 * at, value, true));
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** `null` where the text is no such floats, or not that many. */
export function textToFloats(text: string, count: number): Float32Array | null {
  let bytes: string;
  try {
    bytes = atob(text);
  } catch {
    return null;
  }
  if (bytes.length !== 4 * count) return null;
  const view = new DataView(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)).buffer);
  return Float32Array.from({ length: count }, (_, at) => view.getFloat32(4 * at, true));
}
