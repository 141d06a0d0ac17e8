import type { ShopView } from "../../../src/contract/index.ts";
import { usePortal } from "../reader.ts";

type Profile = NonNullable<ShopView["profile"]>;

/** Whom the customer deals with, and how to reach them. */
export function ShopFooter({ shop: { shopName, profile } }: { readonly shop: ShopView }) {
  const { texts, language } = usePortal();
  if (profile === null) return <footer>{shopName}</footer>;
  const { registeredName, address, hours, website, complaints } = profile;
  return (
    <footer>
      <p>
        {registeredName} · {address}
      </p>
      <p>
        {texts.shopContact} <ContactLinks contact={profile} />
        {hours !== null && ` · ${hours[language]}`}
        {website !== null && (
          <>
            {" · "}
            <a href={website}>{website}</a>
          </>
        )}
      </p>
      {complaints !== null && (
        <p>
          {texts.shopComplaints} <ContactLinks contact={complaints} />
        </p>
      )}
    </footer>
  );
}

/** On a phone a tap calls or writes. */
function ContactLinks({ contact }: { readonly contact: Pick<Profile, "phone" | "email"> }) {
  const { phone, email } = contact;
  return (
    <>
      {phone !== null && <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>}
      {phone !== null && email !== null && " · "}
      {email !== null && <a href={`mailto:${email}`}>{email}</a>}
    </>
  );
}
