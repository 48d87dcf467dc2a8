import { alertInWords, statisticInWords } from '../../../describe/alert';
import type { Alert } from '../../../protocol/measured/alert';
import type { CheckedStatistic } from '../../../protocol/measured/monitor';
import { said } from '../../translated';

/** Why there is an alert, in the language of VS Code. */
export const alertText = (alert: Alert): string => said(alertInWords(alert));

/** The same of one statistic. */
export const statisticText = (statistic: CheckedStatistic): string => said(statisticInWords(statistic));
