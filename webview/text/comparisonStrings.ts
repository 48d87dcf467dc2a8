/** The texts about two prompts side by side; see `strings`. */
export const comparisonStrings = {
  difference: 'Difference (after − before)',
  differenceReadout: '{row} attends to {column}: {weight} against before',
  differenceKeys:
    'Arrow keys move from cell to cell, plus and minus zoom, 0 shows all, Escape leaves the cell.',
  moreThanBefore: 'more than before',
  lessThanBefore: 'less than before',
} as const;
