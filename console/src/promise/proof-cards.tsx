import { Alert, Card, Descriptions } from "antd";
import type { WirePolicyText, WireProof } from "../../../src/contract/index.ts";
import { fill, timeText } from "../../../web/src/index.ts";
import { useConsole, useReader } from "../console.ts";
import { promiseTextsOf } from "../texts/promises.ts";

interface Props {
  readonly version: WirePolicyText;
}

interface Told {
  readonly line: number;
  readonly column: number;
  readonly sentence: string;
}

/** What is wrong with a text, at its places; or that nothing is. */
export function ProofCard({ version: { faults, verification } }: Props) {
  const words = promiseTextsOf[useConsole().language];
  const findings = verification?.findings ?? [];
  const isProven = verification?.proven === true;
  const unproven = findings.length > 0 ? words.findings : words.proof;
  return (
    <Card size="small" title={<h2>{faults.length > 0 ? words.faults : unproven}</h2>}>
      <Places told={[...faults, ...findings]} />
      {verification !== null && verification.untold > 0 && (
        <p className="hint">{fill(words.untold, { count: String(verification.untold) })}</p>
      )}
      {faults.length === 0 && findings.length === 0 && (
        <Alert
          type={isProven ? "success" : "info"}
          showIcon
          title={isProven ? words.proven : words.notProven}
        />
      )}
    </Card>
  );
}

function Places({ told }: { readonly told: readonly Told[] }) {
  const words = promiseTextsOf[useConsole().language];
  return (
    <ul className="plain">
      {told.map(({ line, column, sentence }, index) => (
        <li key={index}>
          <span className="hint">
            {fill(words.place, { line: String(line), column: String(column) })}
          </span>{" "}
          {sentence}
        </li>
      ))}
    </ul>
  );
}

/** Who and what brought the version where it stands, and what it waits for. */
export function RecordCard({ version }: Props) {
  const words = promiseTextsOf[useConsole().language];
  const reader = useReader();
  const { approval, verification, hash, status } = version;
  const time = (at: string | null) => timeText(at, reader);
  const how = approval.how === null ? "" : words.ways[approval.how];
  const items = [
    { label: words.verifiedAt, children: time(verification?.verifiedAt ?? null) },
    { label: words.cells, children: verification?.cells ?? "—" },
    { label: words.floors, children: <Floors proof={verification} /> },
    { label: words.requestedAt, children: time(approval.requestedAt) },
    { label: words.approvedAt, children: `${time(approval.approvedAt)} ${how}` },
    { label: words.publishedAt, children: time(version.publishedAt) },
    { label: words.hash, children: <code>{hash?.slice(0, 16) ?? "—"}</code> },
  ];
  return (
    <Card size="small" title={<h2>{words.about}</h2>}>
      {status === "verified" && <Waiting version={version} />}
      <Descriptions size="small" column={1} items={items} />
      {verification !== null && <Notes proof={verification} />}
    </Card>
  );
}

function Waiting({ version: { approval } }: Props) {
  const words = promiseTextsOf[useConsole().language];
  const reader = useReader();
  const { requestedAt, waitsUntil } = approval;
  if (requestedAt === null) return null;
  const title =
    waitsUntil === null
      ? words.waitsForSecond
      : fill(words.waits, { until: timeText(waitsUntil, reader) });
  return <Alert className="failure" type="info" showIcon title={title} />;
}

function Floors({ proof }: { readonly proof: WireProof | null }) {
  const words = promiseTextsOf[useConsole().language];
  const floors = (proof?.floors ?? []).map(({ policyId, version, verified }) => {
    const floor = `${policyId}@${version}`;
    return verified ? floor : fill(words.floorUnverified, { floor });
  });
  return <>{floors.length === 0 ? "—" : floors.join(", ")}</>;
}

function Notes({ proof: { assumptions, notes } }: { readonly proof: WireProof }) {
  const words = promiseTextsOf[useConsole().language];
  const told = [...assumptions, ...notes];
  if (told.length === 0) return null;
  return (
    <>
      <h3>{words.notes}</h3>
      <ul>
        {told.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
