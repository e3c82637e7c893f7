import { msg, type Sentence } from "@/lib/platform/language/msg";

/**
 * How the sandbox bank treats a card or account. The behaviour is part of the method's ref, so the bank needs no list.
 */
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
  /** Sent instead of the number. */
  readonly token: string;
  readonly kind: "card" | "sepaDebit";
  readonly number: string;
  readonly brand: string;
  readonly behaviour: Behaviour;
  /** What the bank will do, shown to the tester. */
  readonly effect: Sentence;
}

const card = (behaviour: Behaviour, number: string, effect: Sentence): TestMethod => ({
  token: `tok_${behaviour}`,
  kind: "card",
  number,
  brand: "Visa",
  behaviour,
  effect,
});

const account = (behaviour: Behaviour, number: string, effect: Sentence): TestMethod => ({
  token: `tok_${behaviour}`,
  kind: "sepaDebit",
  number,
  brand: "Sandbox Bank",
  behaviour,
  effect,
});

/** The only numbers the sandbox accepts. They belong to nobody; a real one is rejected before it leaves the browser. */
export const testMethods: readonly TestMethod[] = [
  card("success", "4242 4242 4242 4242", msg("Every payment succeeds")),
  card("authenticate", "4000 0025 0000 3155", msg("Each payment needs confirmation")),
  card("declined", "4000 0000 0000 0002", msg("Payments are declined")),
  card("insufficient", "4000 0000 0000 9995", msg("Payments are declined: insufficient funds")),
  card("expired", "4000 0000 0000 0069", msg("Payments are declined: card expired")),
  card("silent", "4000 0000 0000 3220", msg("Payments succeed but the bank's response is lost")),
  card("dispute", "4000 0000 0000 0259", msg("Payments succeed and are disputed later")),
  account("debit", "DE89 3704 0044 0532 0130 00", msg("Debits succeed after three days")),
  account("debitFails", "DE62 3704 0044 0532 0130 01", msg("Debits fail after three days")),
];

const PREFIX = "sbm";

/** A ref the sandbox accepts for a method with that behaviour; `name` distinguishes methods. */
export const sandboxMethodRef = (behaviour: Behaviour, name: string): string => `${PREFIX}_${behaviour}_${name}`;

/** Null if it isn't a sandbox method. */
export function behaviourOf(ref: string): Behaviour | null {
  const [prefix, word] = ref.split("_");
  if (prefix !== PREFIX) return null;
  return testMethods.find(({ behaviour }) => behaviour === word)?.behaviour ?? null;
}
