import { extractText, getDocumentProxy, getMeta } from "unpdf";

/** What a reader of another make finds in a PDF. */
export async function readPdf(bytes: Uint8Array) {
  // The reader takes the memory of what it is given.
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: false });
  const { info } = await getMeta(document);
  const said = info as Record<"Title" | "Language" | "CreationDate", string>;
  return { pages: text, info: said, attachments: await attachmentsOf(document) };
}

async function attachmentsOf(document: {
  getAttachments(): Promise<unknown>;
}): Promise<Record<string, string>> {
  const found = (await document.getAttachments()) as Record<string, { content: Uint8Array }> | null;
  return Object.fromEntries(
    Object.entries(found ?? {}).map(([name, { content }]) => [
      name,
      new TextDecoder().decode(content),
    ]),
  );
}
