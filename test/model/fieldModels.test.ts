import { compareFieldModels } from './fieldModels';
import { SMALL } from './fieldModelList';

compareFieldModels(SMALL);
