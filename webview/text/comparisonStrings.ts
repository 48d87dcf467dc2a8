/** The texts about two prompts side by side; see `strings`. */
export const comparisonStrings = {
  comparisonOf: '{before} → {after}',
  comparisonWarnings: 'Warnings',
  comparisonChanges: 'What changed',
  sectionsBeside: 'Parts side by side',
  sectionsBesideNote:
    'Share of what {reader} reads, mean of layers and heads. What changed most comes first; a longer text leaves less for the other parts.',
  sectionColumn: 'Part',
  beforeColumn: 'Before',
  afterColumn: 'After',
  changeColumn: 'Change',
  notThere: 'not there',
  changedText: 'Tokens that came and went',
  changedTextNote:
    'What went is struck through, what came is underlined. The rest is in both prompts; it does not say that it means the same.',
  sameTokens: ' … the same: {n} … ',
  differenceMap: 'Difference map',
  differenceOf: 'Difference map: {map}',
  differenceNote:
    'Weight after − weight before, for the tokens that both prompts have, numbered as in the second. Left out: {removed} that went and {inserted} that came. It says where attention weight lies otherwise, not what that does to the answer.',
  differenceCoarse:
    'The maps of prompts as long as these are too coarse in a file. Compare them in the editor.',
  differenceLast:
    'One of the prompts has more than {most} tokens, so the rows are the last {n} tokens that both have.',
  differenceWhole: 'All, at most {n} tokens each',
  differenceLastRows: 'The last ones, token by token',
  differenceGroups:
    'One of the prompts has more than {most} tokens, so rows and columns stand for neighbouring tokens that both have, at most {n} each, and a cell is the mean of their differences. Where the sink is left out, the rest is not scaled.',
  differenceNone: 'There is no difference map: the prompts have no token in common.',
  difference: 'Difference (after − before)',
  differenceReadout: '{row} attends to {column}: {weight} against before',
  differenceKeys:
    'Arrow keys move from cell to cell, plus and minus zoom, 0 shows all, Escape leaves the cell.',
  moreThanBefore: 'more than before',
  lessThanBefore: 'less than before',
} as const;
