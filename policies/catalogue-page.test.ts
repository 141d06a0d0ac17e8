import { format } from "prettier";
import { expect, it } from "vitest";
import { claimKinds } from "../src/contract/index.ts";
import { cataloguePage } from "./catalogue-page.ts";
import { kindsOfClaim } from "./claim-kinds.ts";
import { shippedCatalogue } from "./shipped-files.ts";

it("is the page docs/catalogue.md", async () => {
  const page = await format(cataloguePage(shippedCatalogue().catalogue), { parser: "markdown" });
  await expect(page).toMatchFileSnapshot("../docs/catalogue.md");
});

it("names every kind of claim", () => {
  expect(kindsOfClaim.map(([kind]) => kind)).toEqual(claimKinds);
});
