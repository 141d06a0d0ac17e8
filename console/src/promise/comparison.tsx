import { Alert, Descriptions, Skeleton } from "antd";
import type {
  WireComparedRegion,
  WirePolicyComparison,
  WirePolicyText,
} from "../../../src/contract/index.ts";
import { useConsole } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useLoaded } from "../parts/loading.ts";
import { SavePage } from "../parts/save-page.tsx";
import { reportTextsOf } from "../texts/reports.ts";

interface Props {
  readonly version: WirePolicyText;
  readonly other: number;
}

/** From the older of two versions to the newer: where customers gain or lose, and what else. */
export function Comparison({ version, other }: Props) {
  const { policyId, textHash } = version;
  const [older, newer] = [version.version, other].toSorted((one, two) => one - two);
  const { data, failure, reload } = useLoaded(`${older} ${newer} ${textHash}`, (ask) =>
    ask((client) =>
      client.comparePolicies({
        body: {
          before: { policyId, version: older ?? other },
          after: { policyId, version: newer ?? other },
        },
      }),
    ),
  );
  return (
    <>
      <FailureAlert failure={failure} retry={reload} />
      {data === null ? failure === null && <Skeleton active /> : <Told comparison={data} />}
    </>
  );
}

interface ToldProps {
  readonly comparison: WirePolicyComparison;
}

function Told({ comparison }: ToldProps) {
  const words = reportTextsOf[useConsole().language];
  const { headline, regions, words: sentences, reworded, html, before, after } = comparison;
  return (
    <div className="stack">
      <div>
        <p>{headline}</p>
        <SavePage name={`${before.reference}-${after.reference}`} html={html} />
      </div>
      {regions.length === 0 && <Alert type="success" showIcon title={words.same} />}
      {regions.map((region, index) => (
        <Region key={index} told={region} type={alertOf[region.effect]} />
      ))}
      {sentences.length + reworded.length > 0 && <h3>{words.otherWords}</h3>}
      {sentences.length > 0 && (
        <ul>
          {sentences.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {reworded.map((each, index) => (
        <Region key={index} told={each} type="info" />
      ))}
    </div>
  );
}

const alertOf = { lose: "error", gain: "success", unanswered: "warning" } as const;

interface RegionProps {
  readonly told: Pick<WireComparedRegion, "title" | "rows">;
  readonly type: "error" | "success" | "warning" | "info";
}

function Region({ told: { title, rows }, type }: RegionProps) {
  const items = rows.map(({ label, text }) => ({ key: label, label, children: text }));
  return (
    <Alert
      type={type}
      title={title}
      description={<Descriptions size="small" column={1} items={items} />}
    />
  );
}
