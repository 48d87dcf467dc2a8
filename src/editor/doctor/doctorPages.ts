/**
 * Examines a model and shows what it is on a page. Its argument: the path of the model, or the URI of a document by
 * whose settings the model is found; without one the person chooses.
 */
export const EXAMINE = 'attnscope.examineModel';

/** Pages about models: read-only documents, each with the model's path in its address. */
export const DOCTOR_SCHEME = 'attnscope-model';
