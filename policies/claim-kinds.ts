/** What a document may answer; a test holds it to the kinds of the contract. */
export const kindsOfClaim: readonly (readonly [kind: string, what: string])[] = [
  ["cancel", "to cancel a package or contract and get the unused part back"],
  ["refund", "to return goods and get their price back"],
  ["ineffective", "for the money back because the product did not work"],
  ["packet_return", "to give a red packet or bonus back"],
  ["campaign_off", "for what is due because an event or campaign was called off"],
];
