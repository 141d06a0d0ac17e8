import { fill } from "../../../web/src/index.ts";
import { Link } from "../parts/link.tsx";
import { usePortal } from "../reader.ts";

/** An address with a shop's code that no shop has. */
export function NoShopPage({ slug }: { readonly slug: string }) {
  const { texts } = usePortal();
  return (
    <>
      <h1>{texts.noShop}</h1>
      <p>{fill(texts.noShopText, { slug })}</p>
      <p>
        <Link to={{ page: "start" }}>{texts.startField}</Link>
      </p>
    </>
  );
}
