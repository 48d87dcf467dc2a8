import { fuzzModels } from './fuzzModels';

fuzzModels(50, 1);
