import type { WireFileClaim, WireGivenFact } from "../../contract/index.ts";

/** A claim of the demo: on one order, and what follows after it was filed. */
export interface DemoClaim {
  readonly orderNumber: string;
  readonly kind: WireFileClaim["kind"];
  readonly items: readonly Omit<WireFileClaim["items"][number], "orderId">[];
  readonly facts?: readonly WireGivenFact[];
  /** Days from now until the contract shall end. */
  readonly endsInDays?: number;
  /** What a reviewer establishes right away. */
  readonly attest?: readonly WireGivenFact[];
  readonly withdraw?: boolean;
}

const whole = [{}];

/** Some claims in each state, all by the ordinary way. */
export const demoClaims: readonly DemoClaim[] = [
  // Unused part of a package, with notice given; within the first 72 hours; for an outage.
  { orderNumber: "DEMO-1001", kind: "cancel", items: whole, endsInDays: 20 },
  { orderNumber: "DEMO-1002", kind: "cancel", items: whole },
  {
    orderNumber: "DEMO-1003",
    kind: "cancel",
    items: whole,
    facts: [{ fact: "cause", value: "outage" }],
  },
  { orderNumber: "DEMO-1004", kind: "cancel", items: whole, endsInDays: 20 },
  // One of two goods back in time and intact, with its gift; too late; defective, to be looked
  // at; sent back before it came.
  {
    orderNumber: "DEMO-2001",
    kind: "refund",
    items: [{ lineId: "cup" }, { lineId: "gift" }],
    attest: [{ fact: "intact", value: true }],
  },
  { orderNumber: "DEMO-2002", kind: "refund", items: [{ lineId: "kettle" }] },
  {
    orderNumber: "DEMO-2003",
    kind: "refund",
    items: [{ lineId: "lamp" }],
    facts: [{ fact: "defect", value: "quality", lineId: "lamp" }],
  },
  { orderNumber: "DEMO-2004", kind: "refund", items: [{ lineId: "kettle" }] },
  {
    orderNumber: "DEMO-2005",
    kind: "refund",
    items: [{ lineId: "tea", quantity: 1 }],
    withdraw: true,
  },
  {
    orderNumber: "DEMO-2006",
    kind: "refund",
    items: [{ lineId: "cup" }],
    attest: [{ fact: "intact", value: true, lineId: "cup" }],
  },
  // It did not work, by certified report; it did; the customer has said nothing yet of what is to
  // be proven, so that the claim waits for the customer; has said it, and nobody has looked yet.
  {
    orderNumber: "DEMO-3001",
    kind: "ineffective",
    items: [{ lineId: "serum" }],
    facts: [
      { fact: "cycles", value: 3, lineId: "serum" },
      { fact: "efficacy", value: "41/100", lineId: "serum" },
    ],
    attest: [
      { fact: "cycles", value: 3, lineId: "serum" },
      { fact: "efficacy", value: "41/100", lineId: "serum" },
    ],
  },
  {
    orderNumber: "DEMO-3002",
    kind: "ineffective",
    items: [{ lineId: "serum" }],
    facts: [
      { fact: "cycles", value: 4, lineId: "serum" },
      { fact: "efficacy", value: "83/100", lineId: "serum" },
    ],
    attest: [
      { fact: "cycles", value: 4, lineId: "serum" },
      { fact: "efficacy", value: "83/100", lineId: "serum" },
    ],
  },
  { orderNumber: "DEMO-3003", kind: "ineffective", items: [{ lineId: "serum" }] },
  {
    orderNumber: "DEMO-3004",
    kind: "ineffective",
    items: [{ lineId: "serum" }],
    facts: [
      { fact: "cycles", value: 3, lineId: "serum" },
      { fact: "efficacy", value: "55/100", lineId: "serum" },
    ],
  },
  { orderNumber: "DEMO-4001", kind: "packet_return", items: [{ packetId: "RP-4001" }] },
  { orderNumber: "DEMO-5001", kind: "campaign_off", items: whole },
  {
    orderNumber: "DEMO-5002",
    kind: "campaign_off",
    items: whole,
    facts: [{ fact: "wish", value: "voucher" }],
  },
];
