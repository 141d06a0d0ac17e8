import { useState } from "preact/hooks";
import type { WireFileClaim, WireKindOnOffer, WireMyOrder } from "../../../src/contract/index.ts";
import { fill } from "../../../web/src/index.ts";
import type { Reader } from "../../../web/src/index.ts";
import { endOf, firstApplication, itemsOf, saidFacts } from "../application.ts";
import type { Application } from "../application.ts";
import { usePortal } from "../reader.ts";
import { useAction } from "./loading.ts";
import { ReasonFields } from "./reason-fields.tsx";
import { FailureSentence } from "./sentence.tsx";
import { UnitFields } from "./unit-fields.tsx";

interface Props {
  readonly merchant: string;
  readonly order: WireMyOrder;
  readonly kind: WireKindOnOffer;
}

/** What, why, and what is wished: everything on one page, and nothing asked that need not be. */
export function ApplyForm({ merchant, order, kind }: Props) {
  const { texts, language, ask, go } = usePortal();
  const { busy, failure, run } = useAction();
  const [application, setApplication] = useState(() => firstApplication(order));
  const change = (part: Partial<Application>) => setApplication({ ...application, ...part });
  const body = bodyOf(kind, application, { language, zone: order.zone });
  async function file() {
    const claim = await run(() => ask((client) => client.fileMyClaim({ body })));
    if (claim !== null) go({ page: "claim", merchant, claimId: claim.claimId });
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (body.items.length > 0) void file();
      }}
    >
      <p class="facts">{fill(texts.pair, { name: texts.ofOrder, value: order.orderNumber })}</p>
      <UnitFields order={order} kind={kind} application={application} change={change} />
      <ReasonFields order={order} kind={kind} application={application} change={change} />
      {kind.kind === "cancel" && (
        <label>
          {texts.endsAt}
          <input
            type="date"
            value={application.endsOn}
            onInput={(event) => change({ endsOn: event.currentTarget.value })}
          />
        </label>
      )}
      <FailureSentence failure={failure} />
      {body.items.length === 0 && <p role="status">{texts.chooseSome}</p>}
      <button disabled={busy || body.items.length === 0}>{texts.submit}</button>
    </form>
  );
}

function bodyOf(
  kind: WireKindOnOffer,
  application: Application,
  { language, zone }: Reader,
): WireFileClaim {
  const { endsOn } = application;
  const facts = saidFacts(kind, application);
  return {
    kind: kind.kind,
    items: itemsOf(kind, application),
    language,
    ...(facts.length === 0 ? {} : { facts }),
    ...(endsOn === "" ? {} : { endsAt: endOf(endsOn, zone) }),
  };
}
