/** A report as plain data, before it is Markdown or HTML. */
export interface ReportTable {
  caption: string;
  columns: readonly string[];
  /** Cells as text; the first one of a row names it. */
  rows: readonly (readonly string[])[];
}

export interface ReportSection {
  title: string;
  /** Paragraphs: what the figures below say, and what they do not. */
  says: readonly string[];
  tables: readonly ReportTable[];
}
