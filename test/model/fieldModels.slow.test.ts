import { compareFieldModels } from './fieldModels';
import { LARGE } from './fieldModelList';

compareFieldModels(LARGE);
