/** Cases with their answers, so that another implementation can be held against this one. */
export type { EvaluationVector } from "./vector.ts";
export { vectorFile, vectorFileText, type VectorFile } from "./file.ts";
export { moneyVectors } from "./money.ts";
