/** Where something was found, in UTF-16 code units of the text read. */
export interface Hit {
  start: number;
  end: number;
}
