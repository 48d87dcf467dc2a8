/** The texts about the cause of an alert; see `strings`. */
export const alertStrings = {
  alert: 'Why there is an alert',
  alertNoBaseline:
    'The baseline that made this alert is not the one that is set now, so what it expects cannot be shown.',
  alertSeen: 'Seen in this prompt',
  alertExpected: 'Expected by the baseline',
  alertDifference: 'Seen less expected',
  alertMapNote: 'Share of the last token’s attention on each part, sink included, mean of heads.',
  alertExpectedNote: 'The same in normal prompts of this length.',
  alertDifferenceNote: 'It says where this prompt is read unlike normal ones, not why.',
  alertMore: 'more than expected',
  alertLess: 'less than expected',
  alertStatistics: 'What is farthest from the baseline',
  alertFigure: 'Figure',
  alertSeenShort: 'Seen',
  alertExpectedShort: 'Expected',
  alertOff: 'Deviation (σ)',
  alertLeaveOut: 'Leave out {section} and compare',
  alertOpen: 'Show {map} in the map',
} as const;
