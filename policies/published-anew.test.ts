import { describe, expect, it } from "vitest";
import { problemLine, readCatalogueFile, readPolicyFile } from "../src/contract/index.ts";
import { documentNames, policyText, shippedCatalogue, testNames } from "./shipped-files.ts";

/** What comes with the product is held to what is asked of a new document. */
describe("what is shipped could be published today", () => {
  it("catalogue.yaml", () => {
    const reading = readCatalogueFile(policyText("catalogue.yaml"), "new");
    expect(reading.ok ? [] : reading.problems.map((each) => problemLine(each))).toEqual([]);
  });

  it.each([...documentNames(), ...testNames()])("%s", (name) => {
    const reading = readPolicyFile(policyText(name), shippedCatalogue(), "new");
    expect(reading.ok ? [] : reading.problems.map((each) => problemLine(each))).toEqual([]);
  });
});
