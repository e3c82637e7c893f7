/** How the sandbox bank treats a card or account. The word is part of the method's ref, so the bank needs no list. */
export type Behaviour =
  | "success"
  | "declined"
  | "insufficient"
  | "expired"
  | "authenticate"
  | "silent"
  | "dispute"
  | "debit"
  | "debitFails";

export interface TestMethod {
  /** What is sent in place of the number. */
  readonly token: string;
  readonly kind: "card" | "sepaDebit";
  readonly number: string;
  readonly brand: string;
  readonly behaviour: Behaviour;
  /** What the bank will do, for whoever tries it. */
  readonly effect: string;
}

const card = (behaviour: Behaviour, number: string, effect: string): TestMethod => ({
  token: `tok_${behaviour}`,
  kind: "card",
  number,
  brand: "Visa",
  behaviour,
  effect,
});

const account = (behaviour: Behaviour, number: string, effect: string): TestMethod => ({
  token: `tok_${behaviour}`,
  kind: "sepaDebit",
  number,
  brand: "Sandbox Bank",
  behaviour,
  effect,
});

/** The only numbers that the sandbox takes. They are nobody's: a real one is refused before it leaves the browser. */
export const testMethods: readonly TestMethod[] = [
  card("success", "4242 4242 4242 4242", "Every payment succeeds"),
  card("authenticate", "4000 0025 0000 3155", "The bank asks to confirm each payment"),
  card("declined", "4000 0000 0000 0002", "Payments are declined"),
  card("insufficient", "4000 0000 0000 9995", "Payments are declined for want of funds"),
  card("expired", "4000 0000 0000 0069", "Payments are declined because the card has expired"),
  card("silent", "4000 0000 0000 3220", "The bank takes the money, and its answer is lost"),
  card("dispute", "4000 0000 0000 0259", "Payments succeed and are disputed afterwards"),
  account("debit", "DE89 3704 0044 0532 0130 00", "Debits succeed after three days"),
  account("debitFails", "DE62 3704 0044 0532 0130 01", "Debits fail after three days"),
];

const PREFIX = "sbm";

/** A ref that the sandbox takes for a method with that behaviour; `name` tells methods apart. */
export const sandboxMethodRef = (behaviour: Behaviour, name: string): string => `${PREFIX}_${behaviour}_${name}`;

/** Null for what is no method of the sandbox. */
export function behaviourOf(ref: string): Behaviour | null {
  const [prefix, word] = ref.split("_");
  if (prefix !== PREFIX) return null;
  return testMethods.find(({ behaviour }) => behaviour === word)?.behaviour ?? null;
}
