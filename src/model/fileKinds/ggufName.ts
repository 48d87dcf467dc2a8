/** What the name of a GGUF file says of it, as llama.cpp's tools and those who share files write it. */

const TYPE = /(?:^|[-._])((?:I?Q\d(?:_[A-Z0-9]+)*)|TQ\d_\d|MXFP4(?:_MOE)?|BF16|FP?16|FP?32)(?=[-.]|$)/i;
/** Types that the importer refuses (docs/model.md). */
const UNREAD = /^(IQ[123]_|TQ|MXFP4|Q4_0_[48]_[48]|Q1_)/i;
/** Projectors of pictures, importance matrices. */
const NO_MODEL = /(^|[-._/])(mmproj|imatrix)/i;

/** Type of most weights, such as `Q4_K_M`; empty where the name does not say. */
export const typeInName = (name: string): string => TYPE.exec(name)?.[1]?.toUpperCase() ?? '';

/** Whether files of a type cannot be read, as far as its name tells. */
export const isUnreadType = (type: string): boolean => UNREAD.test(type);

/** Whether a file is a part that is no model by itself. */
export const isNoModel = (path: string): boolean => NO_MODEL.test(path);
