import { isRefusal, promisesRoutes, readPolicyFile, refuse } from "../../contract/index.ts";
import type { Language, Refusal, WirePolicyText } from "../../contract/index.ts";
import { implement, readTransaction, transact, writeThenRead } from "../../platform/index.ts";
import type { Implementation, Platform, Tx, Unit } from "../../platform/index.ts";
import { shippedPolicies } from "../shipped.ts";
import { bodyLimitBytes } from "../text-limit.ts";
import { policyText } from "../views.ts";
import { approveDraft, requestApproval } from "./approve.ts";
import { changeDraft, createDraft, discardDraft, returnDraft } from "./drafts.ts";
import { publishDraft, withdrawPolicy } from "./publish.ts";
import { wordsOf } from "./read-text.ts";
import { type Place, referenceOf } from "./store.ts";
import { policyTasks } from "./tasks.ts";
import { proveDraft, storeProof } from "./verify.ts";

export function lifeApi(platform: Platform): Implementation[] {
  return [...textsApi(platform), ...stepsApi(platform), tasksApi(platform)];
}

function textsApi(platform: Platform): Implementation[] {
  const limits = { bodyLimitBytes };
  return [
    implement(
      promisesRoutes.checkPolicy,
      ({ body, language }) => Promise.resolve(checkText(body, language)),
      limits,
    ),
    implement(
      promisesRoutes.createPolicyDraft,
      (request) =>
        written(platform, request, (tx) => createDraft(tx, request.body, request.language)),
      limits,
    ),
    implement(
      promisesRoutes.changePolicyDraft,
      (request) =>
        written(platform, request, (tx) =>
          changeDraft(tx, request.params, request.body, request.language),
        ),
      limits,
    ),
    implement(promisesRoutes.discardPolicyDraft, async ({ merchantId, actor, route, params }) => {
      const done = await transact(platform, { merchantId, actor, route }, (tx) =>
        discardDraft(tx, params),
      );
      return isRefusal(done) ? done : undefined;
    }),
  ];
}

function stepsApi(platform: Platform): Implementation[] {
  return [
    implement(promisesRoutes.verifyPolicy, async (request) => {
      const { merchantId, params, language } = request;
      const proven = await proveDraft(platform, merchantId, params, language);
      return written(platform, request, (tx) => storeProof(tx, params, proven));
    }),
    implement(promisesRoutes.requestPolicyApproval, (request) =>
      written(platform, request, (tx) => requestApproval(tx, request.params)),
    ),
    implement(promisesRoutes.approvePolicy, (request) =>
      written(platform, request, (tx) => approveDraft(tx, request.params)),
    ),
    implement(promisesRoutes.returnPolicy, (request) =>
      written(platform, request, (tx) => returnDraft(tx, request.params)),
    ),
    implement(promisesRoutes.publishPolicy, (request) =>
      written(platform, request, (tx) => publishDraft(tx, request.params)),
    ),
    implement(promisesRoutes.withdrawPolicy, (request) =>
      written(platform, request, (tx) => withdrawPolicy(tx, request.params)),
    ),
  ];
}

function tasksApi(platform: Platform): Implementation {
  return implement(promisesRoutes.listPolicyTasks, async ({ merchantId, language }) =>
    readTransaction(platform, merchantId, async (tx) => ({
      items: await policyTasks(tx, language),
    })),
  );
}

function checkText(
  { text, catalogue }: { readonly text: string; readonly catalogue?: string },
  language: Language,
) {
  const words = catalogue === undefined ? shippedPolicies().words : wordsOf(catalogue, language);
  if (isRefusal(words)) return words;
  const reading = readPolicyFile(text, words, "new");
  if (reading.ok) {
    const { document, hash } = reading.value;
    return { document: `${document.id}@${document.version}`, hash, faults: [] };
  }
  const faults = reading.problems.map(({ code, at, say }) => {
    return { code, ...at, sentence: say[language] };
  });
  return { document: null, hash: null, faults };
}

function written(
  platform: Platform,
  request: Unit & { readonly language: Language },
  work: (tx: Tx) => Promise<Place | Refusal>,
): Promise<WirePolicyText | Refusal> {
  return writeThenRead(platform, request, work, async (tx, place) => {
    const view = await policyText(tx, place, request.language);
    return view ?? refuse("not_found", { what: referenceOf(place) });
  });
}
