import { useEffect } from "preact/hooks";
import type { Language, ShopView } from "../../src/contract/index.ts";
import type { Ask, Result } from "../../web/src/index.ts";
import { LanguageSwitch } from "./parts/language-switch.tsx";
import { useLoaded } from "./parts/loading.ts";
import { ShopFooter } from "./parts/shop-footer.tsx";
import { SignOut } from "./parts/sign-out.tsx";
import { NoShopPage } from "./pages/no-shop.tsx";
import type { Place } from "./paths.ts";
import { usePortal } from "./reader.ts";
import { pageAt } from "./routes.tsx";

async function shopOf(ask: Ask, slug: string | null): Promise<Result<ShopView | null>> {
  if (slug === null) return { ok: true, data: null };
  return ask((client) => client.getShop({ params: { merchantSlug: slug } }));
}

interface Props {
  readonly place: Place;
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
}

/** What stands around every page: whose portal it is, how to reach them, the language. */
export function Frame({ place, language, chooseLanguage }: Props) {
  const { texts } = usePortal();
  const slug = place.page === "start" ? null : place.merchant;
  const { data: shop, failure } = useLoaded(slug ?? "", (ask) => shopOf(ask, slug));
  // What was loaded of another shop stays until this one's is there, and shall not be seen.
  const here = shop?.slug === slug ? shop : null;
  const isMissing = slug !== null && failure?.code === "not_found";
  const name = here?.shopName ?? texts.title;
  useEffect(() => {
    document.title = name;
  }, [name]);
  return (
    <>
      <a class="skip" href="#main">
        {texts.skip}
      </a>
      <header>
        <strong>{name}</strong>
        {!isMissing && <SignOut place={place} />}
        <LanguageSwitch language={language} choose={chooseLanguage} />
      </header>
      <main id="main">{isMissing ? <NoShopPage slug={slug} /> : pageAt(place)}</main>
      {here !== null && <ShopFooter shop={here} />}
    </>
  );
}
