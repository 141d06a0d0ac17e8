import { Alert, Button, Card, Select, Skeleton } from "antd";
import { useState } from "react";
import type { promisesRoutes, SuccessOf, WirePolicyVersion } from "../../../src/contract/index.ts";
import { fill } from "../../../web/src/index.ts";
import type { Ask, Result } from "../../../web/src/index.ts";
import { useConsole, useMe } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { Link } from "../parts/link.tsx";
import { useAction, useLoaded } from "../parts/loading.ts";
import { settingsTextsOf } from "../texts/settings.ts";

type PolicySet = SuccessOf<typeof promisesRoutes.getPolicySet>;

interface SetData {
  readonly set: PolicySet;
  /** What is published and can be chosen. */
  readonly published: readonly WirePolicyVersion[];
}

/** What binds an order whose customer accepted no policy. */
export function PolicySetCard() {
  const words = settingsTextsOf[useConsole().language];
  const { data, failure, reload } = useLoaded("policy-set", loadSet);
  const [saved, setSaved] = useState<PolicySet | null>(null);
  return (
    <Card title={<h2>{words.policySet}</h2>}>
      <FailureAlert failure={failure} retry={reload} />
      <p className="hint">{words.policySetText}</p>
      {data === null ? (
        failure === null && <Skeleton active />
      ) : (
        <Chooser data={{ ...data, set: saved ?? data.set }} saved={setSaved} />
      )}
    </Card>
  );
}

async function loadSet(ask: Ask): Promise<Result<SetData>> {
  const [set, published] = await Promise.all([
    ask((client) => client.getPolicySet({})),
    publishedOf(ask),
  ]);
  if (!set.ok) return set;
  if (!published.ok) return published;
  return { ok: true, data: { set: set.data, published: published.data } };
}

/** Versions come in pages; what is published is on any of them. */
async function publishedOf(ask: Ask): Promise<Result<WirePolicyVersion[]>> {
  const found: WirePolicyVersion[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: 200, ...(cursor && { cursor }) };
    const page = await ask((client) => client.listPolicies({ query }));
    if (!page.ok) return page;
    found.push(...page.data.items);
    cursor = page.data.next;
  } while (cursor !== null);
  const chosen = found.filter(({ kind, status }) => kind === "policy" && status === "published");
  return { ok: true, data: chosen };
}

interface ChooserProps {
  readonly data: SetData;
  readonly saved: (set: PolicySet) => void;
}

function Chooser({ data: { set, published }, saved }: ChooserProps) {
  const { language, ask } = useConsole();
  const words = settingsTextsOf[language];
  const mayChange = useMe().rights.includes("publish");
  const { busy, failure, run } = useAction();
  const [ids, setIds] = useState(() => set.items.map(({ policyId }) => policyId));
  const [isSaved, setSaved] = useState(false);
  const stands = set.items.map(({ policyId }) => policyId).sort();
  const isChanged = JSON.stringify([...ids].sort()) !== JSON.stringify(stands);
  async function save() {
    // Parameters of what stays stay; what is new takes those of its document.
    const items = ids.map((policyId) => {
      const member = set.items.find((each) => each.policyId === policyId);
      return member === undefined ? { policyId } : { policyId, params: member.params };
    });
    const done = await run(() => ask((client) => client.setPolicySet({ body: { items } })));
    if (done === null) return;
    setSaved(true);
    saved(done);
  }
  return (
    <>
      {!mayChange && <p className="hint">{words.mayNot}</p>}
      <Members set={set} />
      <Select
        mode="multiple"
        className="members"
        aria-label={words.policies}
        disabled={!mayChange}
        value={ids}
        onChange={(chosen: string[]) => {
          setIds(chosen);
          setSaved(false);
        }}
        optionFilterProp="label"
        options={optionsOf(set, published)}
      />
      <FailureAlert failure={failure} />
      <div className="saving">
        <Button
          type="primary"
          loading={busy}
          disabled={!mayChange || !isChanged}
          onClick={() => void save()}
        >
          {words.save}
        </Button>
        {isSaved && !isChanged && (
          <Alert type="success" showIcon role="status" title={words.saved} />
        )}
      </div>
    </>
  );
}

/** A member that was withdrawn is still named, so that it can be taken out. */
function optionsOf(set: PolicySet, published: readonly WirePolicyVersion[]) {
  const known = published.map(({ policyId, title }) => ({ value: policyId, label: title }));
  const gone = set.items.filter(({ policyId }) => known.every(({ value }) => value !== policyId));
  return [...known, ...gone.map(({ policyId }) => ({ value: policyId, label: policyId }))];
}

function Members({ set }: { readonly set: PolicySet }) {
  const { texts, language } = useConsole();
  const words = settingsTextsOf[language];
  if (set.items.length === 0) {
    return <Alert className="failure" type="warning" showIcon title={words.noPolicies} />;
  }
  return (
    <ul>
      {set.items.map(({ policyId, version, title, params }) => {
        const given = Object.entries(params).map(([name, value]) => `${name} = ${value}`);
        return (
          <li key={policyId}>
            {version === null ? (
              `${title}: ${words.withdrawn}`
            ) : (
              <Link to={{ page: "promise", policyId, version }}>{title}</Link>
            )}{" "}
            <span className="hint">
              {version === null ? "" : `${policyId}@${version}`}{" "}
              {given.length > 0 && fill(words.params, { params: given.join(texts.between) })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
