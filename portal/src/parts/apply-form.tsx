import { useState } from "preact/hooks";
import type { WireFileClaim, WireKindOnOffer, WireMyOrder } from "../../../src/contract/index.ts";
import { dayIn, fill, saidKey } from "../../../web/src/index.ts";
import type { Needed, Reader } from "../../../web/src/index.ts";
import {
  askedFacts,
  askedNow,
  endOf,
  firstApplication,
  itemsOf,
  questionKey,
  questionsOf,
  saidFacts,
} from "../application.ts";
import type { Application } from "../application.ts";
import { usePortal } from "../reader.ts";
import { CheckedForm } from "./checked-form.tsx";
import { useAction } from "./loading.ts";
import { NeededField } from "./needed-form.tsx";
import { QuoteCard } from "./quote-card.tsx";
import type { Alternative } from "./quote-card.tsx";
import { ReasonFields } from "./reason-fields.tsx";
import { FailureSentence } from "./sentence.tsx";
import { UnitFields } from "./unit-fields.tsx";
import { useQuote } from "./use-quote.ts";

interface Props {
  readonly merchant: string;
  readonly order: WireMyOrder;
  readonly kind: WireKindOnOffer;
}

/** What, why, and what is wished; then what it brings, and only then it is sent. */
export function ApplyForm({ merchant, order, kind }: Props) {
  const { texts, language, ask, go } = usePortal();
  const { busy, failure, run } = useAction();
  const [application, setApplication] = useState(() => firstApplication(order, kind));
  const change = (part: Partial<Application>) => setApplication({ ...application, ...part });
  const body = bodyOf(kind, application, { language, zone: order.zone });
  const quote = useQuote(body.items.length === 0 ? null : body);
  const asked = askedNow(kind, application, quote.preview?.needed ?? []);
  // What is asked stays on the page once it is answered.
  if (asked.length > application.asked.length) change({ asked });
  async function file() {
    const claim = await run(() => ask((client) => client.fileMyClaim({ body })));
    if (claim !== null) go({ page: "claim", merchant, claimId: claim.claimId });
  }
  const fields = { order, kind, application, change };
  return (
    <CheckedForm onValid={() => void file()}>
      <p class="facts">{fill(texts.pair, { name: texts.ofOrder, value: order.orderNumber })}</p>
      <UnitFields {...fields} />
      <ReasonFields {...fields} />
      <AskedFields {...fields} asked={asked} />
      {kind.kind === "cancel" && (
        <label>
          {texts.endsAt}
          <input
            type="date"
            min={dayIn(order.zone)}
            value={application.endsOn}
            onInput={(event) => change({ endsOn: event.currentTarget.value })}
          />
        </label>
      )}
      {body.items.length === 0 ? (
        <p role="status">{texts.chooseSome}</p>
      ) : (
        <QuoteCard
          quote={quote}
          order={order}
          choose={(one) => change(chosen(one, kind, application, order))}
        />
      )}
      <FailureSentence failure={failure} />
      {quote.preview?.outcome === "pays" && <p class="facts">{texts.atOnce}</p>}
      <button disabled={busy || quote.preview === null}>{texts.submit}</button>
    </CheckedForm>
  );
}

interface AskedProps {
  readonly order: WireMyOrder;
  readonly application: Application;
  readonly change: (part: Partial<Application>) => void;
  readonly asked: readonly Needed[];
}

/** What is known to be needed is asked before filing, not afterwards. */
function AskedFields({ order, application, change, asked }: AskedProps) {
  const { texts } = usePortal();
  const { supplied } = application;
  if (asked.length === 0) return null;
  return (
    <fieldset>
      <legend>{texts.neededOfYou}</legend>
      {asked.map((one) => (
        <NeededField
          key={saidKey(one)}
          needed={one}
          order={order}
          answer={supplied[saidKey(one)] ?? ""}
          say={(answer) => change({ supplied: { ...supplied, [saidKey(one)]: answer } })}
        />
      ))}
    </fieldset>
  );
}

/** The application with the alternative in place of what was chosen. */
function chosen(
  { fact, value, endsAt }: Alternative,
  kind: WireKindOnOffer,
  application: Application,
  { zone }: WireMyOrder,
): Partial<Application> {
  if (endsAt !== null) return { endsOn: dayIn(zone, endsAt) };
  const questions = questionsOf(kind, application).filter((one) => one.fact.fact === fact);
  const answers = questions.map((question) => [questionKey(question), String(value)] as const);
  return { answers: { ...application.answers, ...Object.fromEntries(answers) } };
}

function bodyOf(kind: WireKindOnOffer, application: Application, { language, zone }: Reader) {
  const { endsOn } = application;
  const facts = [...saidFacts(kind, application), ...askedFacts(application)];
  const body = { kind: kind.kind, items: itemsOf(kind, application), language };
  return {
    ...body,
    ...(facts.length === 0 ? {} : { facts }),
    ...(endsOn === "" ? {} : { endsAt: endOf(endsOn, zone) }),
  } satisfies WireFileClaim;
}
