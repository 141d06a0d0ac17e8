import { Alert, Card, Skeleton } from "antd";
import { useState } from "react";
import type { MerchantProfileView } from "../../../src/contract/index.ts";
import { fill, timeText } from "../../../web/src/index.ts";
import { useConsole, useReader } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useLoaded } from "../parts/loading.ts";
import { settingsTextsOf } from "../texts/settings.ts";
import { ProfileForm } from "./profile-form.tsx";

/** Who the merchant is and how it is reached, as terms and letters say it. */
export function ProfileCard() {
  const words = settingsTextsOf[useConsole().language];
  const { data, failure, reload } = useLoaded("profile", (ask) =>
    ask((client) => client.getMerchantProfile({})),
  );
  const [saved, setSaved] = useState<MerchantProfileView | null>(null);
  const shown = saved ?? data;
  return (
    <Card title={<h2>{words.profile}</h2>}>
      <FailureAlert failure={failure} retry={reload} />
      {shown === null ? (
        failure === null && <Skeleton active />
      ) : (
        <>
          <Standing view={shown} />
          <ProfileForm view={shown} saved={setSaved} />
        </>
      )}
    </Card>
  );
}

/** What is missing, and under which address customers come. */
function Standing({ view }: { readonly view: MerchantProfileView }) {
  const words = settingsTextsOf[useConsole().language];
  const reader = useReader();
  const { profile, changedAt, publicAddress } = view;
  return (
    <>
      {profile === null ? (
        <Alert
          className="failure"
          type="warning"
          showIcon
          title={words.noContact}
          description={words.noContactText}
        />
      ) : (
        <p className="hint">{words.profileText}</p>
      )}
      <p className="hint">
        {publicAddress === null
          ? words.noPublicAddress
          : fill(words.publicAddress, { address: publicAddress })}
        {changedAt !== null && (
          <>
            <br />
            {fill(words.changedAt, { time: timeText(changedAt, reader) })}
          </>
        )}
      </p>
    </>
  );
}
