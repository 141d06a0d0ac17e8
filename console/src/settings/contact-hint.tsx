import { Alert } from "antd";
import { useConsole } from "../console.ts";
import { Link } from "../parts/link.tsx";
import { useLoaded } from "../parts/loading.ts";
import { settingsTextsOf } from "../texts/settings.ts";

/** Long before publication is refused for it: that nobody was named to contact. */
export function ContactHint() {
  const words = settingsTextsOf[useConsole().language];
  const { data } = useLoaded("profile", (ask) => ask((client) => client.getMerchantProfile({})));
  if (data === null || data.profile !== null) return null;
  return (
    <Alert
      className="failure"
      type="warning"
      showIcon
      title={words.noContact}
      description={words.noContactText}
      action={<Link to={{ page: "settings" }}>{words.toSettings}</Link>}
    />
  );
}
