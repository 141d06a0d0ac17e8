/** What is shown is what is executed: terms, headlines and questions made from a document. */
export type * from "./about.ts";
export type * from "./answers.ts";
export type * from "./contact.ts";
export { contactTexts, offeredBy } from "./contact.ts";
export { examplesTold, termsPage } from "./terms-page.ts";
export { checkTexts } from "./check-texts.ts";
export { promiseHeadline } from "./headline.ts";
export { answersRight, questionsOf } from "./questions.ts";
export { returnPolicyDocument, returnPolicyJsonLd } from "./json-ld.ts";
