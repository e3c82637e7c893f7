import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { rateLimitStore } from "@/lib/platform/db/rate-limit-store";
import { Problem } from "@/lib/platform/kernel/problem";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { t } from "@/lib/platform/language/t";

/** How many attempts a key has within a window that starts with the first of them. */
export interface Limit {
  /** Prefix of its keys; unique among limits. */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/**
 * Counts one attempt before it is made, so that parallel attempts count too.
 * Throws `too-many` with the time to try again once the window's attempts are used up.
 */
export async function consume(limit: Limit, key: string): Promise<void> {
  try {
    await limiterOf(limit).consume(hashToken(key));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw tooMany(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
  }
}

/** Counts an attempt, or what counts as several, without ever rejecting it. Returns how many exceeded the limit, 0 while within. */
export async function countOver(limit: Limit, key: string, points = 1): Promise<number> {
  const { consumedPoints } = await limiterOf(limit).penalty(hashToken(key), points);
  return Math.max(0, consumedPoints - limit.points);
}

/** Returns one attempt: it turned out not to be a guess. */
export async function giveBack(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).reward(hashToken(key));
}

/** Clears all attempts of a key. */
export async function reset(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).delete(hashToken(key));
}

const limiters = new WeakMap<object, Map<Limit, RateLimiterPostgres>>();

function limiterOf(limit: Limit): RateLimiterPostgres {
  const store = rateLimitStore();
  const known = limiters.get(store) ?? new Map<Limit, RateLimiterPostgres>();
  limiters.set(store, known);
  const made = known.get(limit) ?? newLimiter(limit, store);
  known.set(limit, made);
  return made;
}

function newLimiter(limit: Limit, storeClient: object): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient,
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.seconds,
  });
}

function tooMany(seconds: number): Problem {
  const message =
    seconds < 90
      ? t("Too many attempts. Try again in {count, plural, one {# second} other {# seconds}}.", { count: seconds })
      : t("Too many attempts. Try again in {count} minutes.", { count: Math.ceil(seconds / 60) });
  return new Problem("too-many", message, { retryAfter: seconds });
}
