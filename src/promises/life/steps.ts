import { approveDraft, requestApproval } from "./approve.ts";
import { changeDraft, createDraft } from "./drafts.ts";
import { publishDraft } from "./publish.ts";
import { proveDraft, storeProof } from "./verify.ts";

/** The steps in the life of a version, for who drives it without the API. */
export const policyLife = {
  create: createDraft,
  change: changeDraft,
  prove: proveDraft,
  storeProof,
  request: requestApproval,
  approve: approveDraft,
  publish: publishDraft,
};
