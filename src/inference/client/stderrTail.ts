import { plainText } from '../../protocol/plainText';

const KEPT_LINES = 4;
const KEPT_CHARACTERS = 400;
/** How Node reports an uncaught error: this line says what, the lines around it where in the program. */
const UNCAUGHT = /^(?:Uncaught )?\w*Error\b.*:/;
const STACK_LINE = /^\s*at .*[:(<]/;

/** Keeps the end of what a process says, so that a crash can be told with its last words. */
export class StderrTail {
  private text = '';

  push(chunk: string): void {
    this.text = (this.text + chunk).slice(-10 * KEPT_CHARACTERS);
  }

  /** The last lines as part of one paragraph: bounded, without control, bidi or markup characters; may be empty. */
  paragraph(): string {
    const lines = this.text
      .split(/[\r\n\u2028\u2029]+/)
      .filter((line) => line.trim() !== '' && !STACK_LINE.test(line));
    const uncaught = lines.findLast((line) => UNCAUGHT.test(line));
    const words = (uncaught ? [uncaught] : lines.slice(-KEPT_LINES)).map((line) => line.trim()).join(' / ');
    return plainText(words, KEPT_CHARACTERS, 'end');
  }
}
