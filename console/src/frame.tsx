import { Button, Layout } from "antd";
import type { Language } from "../../src/contract/index.ts";
import { useConsole, useMe } from "./console.ts";
import { LanguageSwitch } from "./parts/language-switch.tsx";
import { Link } from "./parts/link.tsx";
import type { Place } from "./paths.ts";
import { pageAt } from "./routes.tsx";
import { promiseTextsOf } from "./texts/promises.ts";
import { settingsTextsOf } from "./texts/settings.ts";

interface Props {
  readonly place: Place;
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
  readonly signOut: () => void;
}

/** What stands around every page: where one can go, who is signed in, the language. */
export function Frame({ place, language, chooseLanguage, signOut }: Props) {
  const { texts } = useConsole();
  const me = useMe();
  const room = roomOf(place);
  const names = {
    claims: texts.claims,
    orders: texts.orders,
    promises: promiseTextsOf[language].promises,
    settings: settingsTextsOf[language].settings,
  };
  return (
    <Layout className="frame">
      <header className="bar">
        <strong>{texts.title}</strong>
        <nav>
          {rooms.map((page) => (
            <Link key={page} to={{ page }} current={page === room}>
              {names[page]}
            </Link>
          ))}
        </nav>
        <span className="who">
          {me.merchant.name} · {me.name}
        </span>
        <LanguageSwitch language={language} choose={chooseLanguage} />
        <Button size="small" onClick={signOut}>
          {texts.signOut}
        </Button>
      </header>
      <main>{pageAt(place)}</main>
    </Layout>
  );
}

const rooms = ["claims", "orders", "promises", "settings"] as const;

function roomOf({ page }: Place): (typeof rooms)[number] | null {
  switch (page) {
    case "order":
      return "orders";
    case "claim":
      return "claims";
    case "promise":
      return "promises";
    case "nowhere":
      return null;
    default:
      return page;
  }
}
