import { useConsole } from "../console.ts";
import { KeysCard } from "../settings/keys-card.tsx";
import { MarketsCard } from "../settings/markets-card.tsx";
import { PolicySetCard } from "../settings/policy-set-card.tsx";
import { ProfileCard } from "../settings/profile-card.tsx";
import { settingsTextsOf } from "../texts/settings.ts";

/** What a merchant says once for all of its promises. */
export function SettingsPage() {
  const words = settingsTextsOf[useConsole().language];
  return (
    <>
      <div className="headline">
        <h1>{words.settings}</h1>
      </div>
      <div className="stack settings">
        <ProfileCard />
        <MarketsCard />
        <PolicySetCard />
        <KeysCard />
      </div>
    </>
  );
}
