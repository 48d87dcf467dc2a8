import { fuzzModels } from './fuzzModels';

fuzzModels(1000, 1000);
