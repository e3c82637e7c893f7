import { setTimeout as delay } from "node:timers/promises";
import { networkOf } from "@/lib/platform/kernel/network-of";
import { standBy } from "@/lib/platform/kernel/response-status";
import { consume, countOver, giveBack, type Limit, reset } from "@/lib/platform/operations/rate-limit";

export interface GuessLimits {
  /** Attempts on one address from one network. */
  readonly pair: Limit;
  /** Attempts on any address from one network, which an office may share. */
  readonly network: Limit;
  /** Attempts on one address from anywhere: beyond it, answers are delayed but still given. */
  readonly address: Limit;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

export const guessLimits: GuessLimits = {
  pair: { name: "signin-pair", points: 6, seconds: 15 * 60 },
  network: { name: "signin-network", points: 60, seconds: 15 * 60 },
  address: { name: "signin-address", points: 20, seconds: 60 * 60 },
  // Slowed-down attempts don't take anyone's slot at the gate.
  wait: (milliseconds) => standBy(() => delay(milliseconds)),
};

/** Less than the time within which sign-in must answer. */
const LONGEST_WAIT_MS = 3000;

/**
 * Counts an attempt before checking it. Throws `too-many` for a network with too many; people who know the password and
 * come from another network are only slowed down, so nobody can lock someone else out.
 */
export async function admitGuess(limits: GuessLimits, email: string, ip: string): Promise<void> {
  const network = networkOf(ip);
  await consume(limits.network, network);
  await consume(limits.pair, `${email} ${network}`);
  const over = await countOver(limits.address, email);
  if (over > 0) await limits.wait(Math.min(LONGEST_WAIT_MS, 250 * 2 ** Math.min(over - 1, 10)));
}

/** After a correct password: clears the pair and gives the shared counters their attempt back. */
export async function settleGuess(limits: GuessLimits, email: string, ip: string): Promise<void> {
  const network = networkOf(ip);
  await reset(limits.pair, `${email} ${network}`);
  await giveBack(limits.network, network);
  await giveBack(limits.address, email);
}

/**
 * For an attempt that got no answer: it revealed nothing, and people who know the password must not be rejected for
 * having tried during an outage. Ignores failures, because the counters are in the same database.
 */
export async function returnGuess(limits: GuessLimits, email: string, ip: string): Promise<void> {
  const network = networkOf(ip);
  const counted = [
    [limits.network, network],
    [limits.pair, `${email} ${network}`],
    [limits.address, email],
  ] as const;
  await Promise.allSettled(counted.map(([limit, key]) => giveBack(limit, key)));
}
