import { Button, Card, Select, Skeleton } from "antd";
import { useState } from "react";
import type { WirePolicyText, WirePolicyVersion } from "../../../src/contract/index.ts";
import { useConsole } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useLoaded } from "../parts/loading.ts";
import { promiseTextsOf } from "../texts/promises.ts";
import { reportTextsOf } from "../texts/reports.ts";
import { Comparison } from "./comparison.tsx";

interface Props {
  readonly version: WirePolicyText;
}

/** What another version of the same policy gives otherwise; the published one unless chosen. */
export function CompareCard({ version }: Props) {
  const words = reportTextsOf[useConsole().language];
  const { policyId } = version;
  const { data, failure, reload } = useLoaded(policyId, (ask) =>
    ask((client) => client.listPolicies({ query: { policyId, limit: 200 } })),
  );
  // A text with faults has no document, and so nothing to compare.
  const others = (data?.items ?? []).filter(
    (other) => other.version !== version.version && other.hash !== null,
  );
  return (
    <Card size="small" title={<h2>{words.compare}</h2>}>
      <FailureAlert failure={failure} retry={reload} />
      {data === null && failure === null && <Skeleton active />}
      {data !== null && others.length === 0 && <p className="hint">{words.onlyOne}</p>}
      {others.length > 0 && <Choice version={version} others={others} />}
    </Card>
  );
}

interface ChoiceProps extends Props {
  readonly others: readonly WirePolicyVersion[];
}

function Choice({ version, others }: ChoiceProps) {
  const { language } = useConsole();
  const words = reportTextsOf[language];
  const { statuses } = promiseTextsOf[language];
  const usual = others.find(({ status }) => status === "published") ?? others[0];
  const [chosen, setChosen] = useState(usual?.version ?? version.version);
  const [asked, setAsked] = useState<number | null>(null);
  return (
    <>
      <div className="filters">
        <Select
          aria-label={words.compareWith}
          value={chosen}
          onChange={setChosen}
          options={others.map(({ version: number, status }) => ({
            value: number,
            label: `${version.policyId}@${number} · ${statuses[status]}`,
          }))}
        />
        <Button onClick={() => setAsked(chosen)}>{words.compareNow}</Button>
      </div>
      {asked !== null && <Comparison key={asked} version={version} other={asked} />}
    </>
  );
}
