import { Alert, Button, Card, Popconfirm, Skeleton } from "antd";
import { useState } from "react";
import type { promisesRoutes, SuccessOf } from "../../../src/contract/index.ts";
import { fill } from "../../../web/src/index.ts";
import { useConsole, useMe } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction, useLoaded } from "../parts/loading.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { settingsTextsOf } from "../texts/settings.ts";

type Floors = SuccessOf<typeof promisesRoutes.listMarketFloors>;
type Floor = Floors["items"][number];

/** Which statutory minimums are known for which market, and which of them bind new orders. */
export function MarketsCard() {
  const { language, ask } = useConsole();
  const words = settingsTextsOf[language];
  const { data, failure, reload } = useLoaded("floors", (load) =>
    load((client) => client.listMarketFloors({})),
  );
  const [changed, setChanged] = useState<Floors | null>(null);
  const action = useAction();
  const shown = changed ?? data;
  async function turn({ market, policyId, why }: Floor) {
    const body = { market, policyId };
    const done = await action.run(() =>
      ask((client) =>
        why === "not_chosen" ? client.addMarketFloor({ body }) : client.removeMarketFloor({ body }),
      ),
    );
    if (done !== null) setChanged(done);
  }
  return (
    <Card title={<h2>{words.markets}</h2>}>
      <FailureAlert failure={failure} retry={reload} />
      <FailureAlert failure={action.failure} />
      {shown === null ? (
        failure === null && <Skeleton active />
      ) : (
        <>
          <Alert className="failure" type="info" title={shown.notice} />
          {shown.items.length === 0 && <p className="hint">{words.noFloors}</p>}
          <ul className="plain">
            {shown.items.map((floor) => (
              <li key={`${floor.market} ${floor.policyId}`} className="row">
                <About floor={floor} />
                <StatusTag status={floor.why} words={words.why} />
                <Turn floor={floor} turn={turn} busy={action.busy} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

/** Its title, where it comes from, and what was not held against it. */
function About({ floor }: { readonly floor: Floor }) {
  const { texts, language } = useConsole();
  const words = settingsTextsOf[language];
  const { market, title, source, inForce, notProven } = floor;
  const since = inForce === null ? null : fill(words.inForce, { date: inForce });
  const origin = [market, source, since].filter((text) => text !== null).join(" · ");
  const policies = notProven.join(texts.between);
  return (
    <div>
      {title}
      <div className="hint">{origin}</div>
      {floor.binds && policies !== "" && (
        <div className="hint">{fill(words.notProven, { policies })}</div>
      )}
    </div>
  );
}

interface TurnProps {
  readonly floor: Floor;
  readonly turn: (floor: Floor) => Promise<void>;
  readonly busy: boolean;
}

function Turn({ floor, turn, busy }: TurnProps) {
  const { texts, language } = useConsole();
  const words = settingsTextsOf[language];
  const mayChange = useMe().rights.includes("administer");
  const isOut = floor.why === "not_chosen";
  return (
    <Popconfirm
      title={isOut ? words.addSure : words.removeSure}
      okText={texts.sure}
      cancelText={texts.cancel}
      disabled={!mayChange}
      onConfirm={() => void turn(floor)}
    >
      <Button size="small" disabled={!mayChange || busy} title={mayChange ? "" : words.mayNot}>
        {isOut ? words.add : words.remove}
      </Button>
    </Popconfirm>
  );
}
