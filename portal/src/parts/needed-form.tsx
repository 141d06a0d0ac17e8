import { useState } from "preact/hooks";
import type { WireMyOrder } from "../../../src/contract/index.ts";
import { fill, givenFact, saidKey, wordOf } from "../../../web/src/index.ts";
import type { Needed } from "../../../web/src/index.ts";
import type { ClaimData } from "../claim-data.ts";
import { usePortal } from "../reader.ts";
import type { Portal } from "../reader.ts";
import { CheckedForm } from "./checked-form.tsx";
import { useAction } from "./loading.ts";
import { QuestionField } from "./question-field.tsx";
import { FailureSentence } from "./sentence.tsx";
import { lineName } from "./unit-fields.tsx";

interface Props {
  readonly data: ClaimData;
  readonly reload: () => void;
}

/** What is still needed: a form for what is the customer's, a list of what is not. */
export function NeededForm({ data, reload }: Props) {
  const { texts, ask } = usePortal();
  const { busy, failure, run } = useAction();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const { claimId, needed } = data.claim;
  const mine = needed.filter(({ by }) => by === "customer");
  async function send() {
    const facts = mine.map((one) => givenFact(one, answers[saidKey(one)] ?? ""));
    const call = { params: { claimId }, body: { facts } };
    const claim = await run(() => ask((client) => client.supplyMyFacts(call)));
    if (claim !== null) reload();
  }
  return (
    <>
      {mine.length > 0 && (
        <CheckedForm class="card" onValid={() => void send()}>
          <h2>{texts.neededOfYou}</h2>
          {mine.map((one) => (
            <NeededField
              key={saidKey(one)}
              needed={one}
              order={data.order}
              answer={answers[saidKey(one)] ?? ""}
              say={(answer) => setAnswers({ ...answers, [saidKey(one)]: answer })}
            />
          ))}
          <FailureSentence failure={failure} />
          <button disabled={busy}>{texts.send}</button>
        </CheckedForm>
      )}
      <Others title={texts.neededOfUs} by="reviewer" data={data} />
      <Others title={texts.neededEvent} by="event" data={data} />
    </>
  );
}

interface FieldProps {
  readonly needed: Needed;
  readonly order: WireMyOrder | undefined;
  readonly answer: string;
  readonly say: (answer: string) => void;
}

/** One question to the customer, with the evidence that helps to answer it. */
export function NeededField({ needed, order, ...rest }: FieldProps) {
  const { texts } = usePortal();
  return (
    <QuestionField
      label={neededName(needed, order, texts)}
      type={needed.type}
      options={needed.options}
      unsaid={null}
      {...rest}
      {...proofHint(needed, texts)}
    />
  );
}

function proofHint({ proof }: Needed, texts: Portal["texts"]) {
  const names = proof.map((one) => wordOf(texts.proofs, one)).join(texts.between);
  return names === "" ? {} : { hint: fill(texts.proof, { names }) };
}

interface OthersProps {
  readonly title: string;
  readonly by: Needed["by"];
  readonly data: ClaimData;
}

function Others({ title, by, data }: OthersProps) {
  const { texts } = usePortal();
  const theirs = data.claim.needed.filter((one) => one.by === by);
  const facts = [...new Set(theirs.map(({ fact }) => fact))];
  if (theirs.length === 0) return null;
  return (
    <section class="card">
      <h2>{title}</h2>
      <ul>
        {facts.map((fact) => (
          <li key={fact}>
            {namesOf(
              theirs.filter((one) => one.fact === fact),
              data,
              texts,
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same fact of many items is said once. */
function namesOf([first, ...rest]: readonly Needed[], data: ClaimData, texts: Portal["texts"]) {
  if (first === undefined) return null;
  return rest.length === 0 ? neededName(first, data.order, texts) : first.name;
}

function neededName(
  { name, lineId }: Needed,
  order: WireMyOrder | undefined,
  texts: Portal["texts"],
) {
  const lines = order?.lines ?? [];
  const line = lines.length > 1 ? lines.find((one) => one.lineId === lineId) : undefined;
  return line === undefined ? name : fill(texts.factOf, { fact: name, item: lineName(line) });
}
