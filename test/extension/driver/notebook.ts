/** The file of a notebook whose last cell is code that holds a prompt, behind the notes given. */
export function promptNotebook(...notes: string[]): string {
  return JSON.stringify({
    cells: [
      ...notes.map((note) => ({ cell_type: 'markdown', metadata: {}, source: [note] })),
      {
        cell_type: 'code',
        metadata: {},
        source: ['prompt = "You answer in one word."'],
        outputs: [],
        execution_count: null,
      },
    ],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  });
}
