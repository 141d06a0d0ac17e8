import type { WireMyOrder } from "../../../src/contract/index.ts";
import { addressOf } from "../../../web/src/index.ts";
import { usePortal } from "../reader.ts";

interface Props {
  readonly merchant: string;
  readonly order: WireMyOrder;
}

/** What the shop promised with the order, each to be read in full where anybody can. */
export function PromiseLinks({ merchant, order: { promises } }: Props) {
  const { texts, language } = usePortal();
  if (promises.length === 0) return null;
  return (
    <details>
      <summary>{texts.promises}</summary>
      <ul>
        {promises.map(({ id, version, title }) => (
          <li key={`${id} ${version}`}>
            <a
              href={addressOf("/terms", [merchant, id, String(version)], { language })}
              target="_blank"
              rel="noreferrer"
            >
              {title ?? `${id}@${version}`}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
