import { Checkbox, Form, Input, Radio } from "antd";
import {
  answerPattern,
  fill,
  labelOf,
  moneyText,
  saidKey,
  wordOf,
} from "../../../web/src/index.ts";
import type { Needed } from "../../../web/src/index.ts";
import { useConsole } from "../console.ts";
import type { Texts } from "../texts/index.ts";
import { placeName } from "./claim-data.ts";
import type { ClaimData } from "./claim-data.ts";
import { exampleAmount, isAmount, notProven, sumKey } from "./needed.ts";
import type { Sum } from "./needed.ts";

interface FactProps {
  readonly needed: Needed;
  readonly data: ClaimData;
}

/** One fact: an option to choose where it has options, else a number or a share to write. */
export function FactField({ needed, data }: FactProps) {
  const { texts } = useConsole();
  const { name, lineId, packetId, type, options, provable } = needed;
  const place = placeName(needed, data.orders, texts);
  const isPart = lineId !== null || packetId !== null;
  const label = labelOf(isPart ? fill(texts.factOf, { fact: name, item: place }) : name);
  const isRatio = type === "ratio";
  const hint = isRatio ? texts.share : texts.number;
  const pattern = new RegExp(`^(?:${answerPattern(type)})$`);
  const unproven = provable ? [{ value: notProven, label: texts.notProven }] : [];
  const rules = options.length > 0 ? [] : [{ validator: checkedBy(pattern, hint) }];
  const choices = options.map(({ value, text }) => ({ value, label: labelOf(text) }));
  return (
    <Form.Item
      name={["answers", saidKey(needed)]}
      label={label}
      extra={hintOf(needed, data, texts)}
      rules={rules}
      initialValue=""
    >
      {options.length > 0 ? (
        <Radio.Group
          aria-label={label}
          className="answers"
          options={[{ value: "", label: texts.leftOpen }, ...choices, ...unproven]}
        />
      ) : (
        <NumberOrUnproven provable={provable} hint={hint} isRatio={isRatio} />
      )}
    </Form.Item>
  );
}

const checkedBy = (pattern: RegExp, hint: string) =>
  async function check(_rule: unknown, text = "") {
    if (text !== "" && text !== notProven && !pattern.test(text)) throw new Error(hint);
  };

interface NumberProps {
  readonly provable: boolean;
  readonly hint: string;
  readonly isRatio: boolean;
  // The form hands these in.
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (text: string) => void;
}

/** A number to write, or the answer that it is not proven. */
function NumberOrUnproven({ provable, hint, isRatio, id, value, onChange }: NumberProps) {
  const { texts } = useConsole();
  const isUnproven = value === notProven;
  return (
    <>
      <Input
        {...(id === undefined ? {} : { id })}
        className="number"
        placeholder={hint}
        inputMode={isRatio ? "text" : "numeric"}
        autoComplete="off"
        disabled={isUnproven}
        value={isUnproven ? "" : value}
        onChange={(event) => onChange?.(event.target.value)}
      />{" "}
      {provable && (
        <Checkbox
          checked={isUnproven}
          onChange={(event) => onChange?.(event.target.checked ? notProven : "")}
        >
          {texts.notProven}
        </Checkbox>
      )}
    </>
  );
}

interface SumProps {
  readonly sum: Sum;
  readonly data: ClaimData;
}

/** A sum in the order's currency, checked as the API checks it. */
export function SumField({ sum, data }: SumProps) {
  const { texts, language } = useConsole();
  const { name, currency, orderId, mostMinor } = sum;
  const order = data.claim.orders.find((candidate) => candidate.orderId === orderId);
  const item = order?.orderNumber ?? "";
  const isOneOfSome = data.claim.orders.length > 1;
  const label = labelOf(isOneOfSome ? fill(texts.factOf, { fact: name, item }) : name);
  const most = moneyText(mostMinor, currency, language);
  const message = fill(texts.amountForm, { currency, example: exampleAmount(currency), most });
  const check = async (_rule: unknown, text = "") => {
    if (text.trim() !== "" && !isAmount(text, sum)) throw new Error(message);
  };
  return (
    <Form.Item
      name={["sums", sumKey(sum)]}
      label={label}
      extra={texts.sumText}
      rules={[{ validator: check }]}
      initialValue=""
    >
      <Input
        className="number"
        placeholder={exampleAmount(currency)}
        suffix={currency}
        inputMode="decimal"
        autoComplete="off"
      />
    </Form.Item>
  );
}

/** What the customer says of it, before anything else, and the evidence it is found from. */
function hintOf(needed: Needed, { claim }: ClaimData, texts: Texts) {
  const said = claim.facts.findLast(
    (fact) => fact.state === "claimed" && saidKey(fact) === saidKey(needed),
  );
  const proofs = needed.proof.map((proof) => wordOf(texts.proofs, proof)).join(texts.between);
  return (
    <>
      {said !== undefined && (
        <div className="claimed">{fill(texts.claimedSo, { text: said.valueText })}</div>
      )}
      {proofs !== "" && fill(texts.proof, { names: proofs })}
    </>
  );
}
