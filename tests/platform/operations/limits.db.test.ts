import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { consume, countOver, giveBack, type Limit, reset } from "@/lib/platform/operations/rate-limit";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";
import { problemOf } from "@/tests/fixtures/problem-of";

let database: TestDatabase;
let owner: OwnerDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  process.env.DATABASE_URL = database.url;
  owner = ownerDatabase(database.url);
});
afterAll(async () => {
  await owner.$disconnect();
  await database.drop();
});

const limit = (name: string, seconds = 3600): Limit => ({ name, points: 3, seconds });
const tries = async (of: Limit, key: string, count: number) => {
  for (let n = 0; n < count; n++) await consume(of, key);
};

describe("a limit", () => {
  it("allows its number of attempts per key", async () => {
    const guesses = limit("guesses");
    await tries(guesses, "ana", 3);
    expect((await problemOf(consume(guesses, "ana"))).code).toBe("too-many");
    await expect(consume(guesses, "ben")).resolves.toBeUndefined();
    await expect(consume(limit("others"), "ana")).resolves.toBeUndefined();
  });

  it("counts parallel attempts, and says when to try again", async () => {
    const parallel = limit("parallel");
    const codes = await Promise.allSettled(Array.from({ length: 8 }, () => consume(parallel, "ana")));
    expect(codes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    const problem = await problemOf(consume(parallel, "ana"));
    expect(problem.extra.retryAfter).toBeGreaterThan(3500);
    expect(problem.extra.retryAfter).toBeLessThanOrEqual(3600);
    expect(problem.detail).toBe("Too many attempts. Try again in 60 minutes.");
  });

  it("that is short is given in seconds", async () => {
    const short = limit("short", 60);
    await tries(short, "ana", 3);
    const { detail, extra } = await problemOf(consume(short, "ana"));
    expect(detail).toBe(`Too many attempts. Try again in ${extra.retryAfter} seconds.`);
  });

  it.each([
    [89, "Too many attempts. Try again in 89 seconds."],
    [90, "Too many attempts. Try again in 2 minutes."],
  ])("of %i seconds is given in seconds below a minute and a half", async (seconds, detail) => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      const short = limit(`short-${seconds}`, seconds);
      await tries(short, "ana", 3);
      expect((await problemOf(consume(short, "ana"))).detail).toBe(detail);
    } finally {
      vi.useRealTimers();
    }
  });

  it("gives an attempt back, and can be reset", async () => {
    const back = limit("back");
    await tries(back, "ana", 3);
    await giveBack(back, "ana");
    await consume(back, "ana");
    expect((await problemOf(consume(back, "ana"))).code).toBe("too-many");
    await reset(back, "ana");
    await tries(back, "ana", 3);
    expect((await problemOf(consume(back, "ana"))).code).toBe("too-many");
  });

  it("can be counted without being enforced", async () => {
    const counted = limit("counted");
    const over: number[] = [];
    for (let n = 0; n < 5; n++) over.push(await countOver(counted, "ana"));
    expect(over).toEqual([0, 0, 0, 1, 2]);
  });

  it("stores no key in plain text", async () => {
    await consume(limit("kept"), "ana@example.com");
    const keys = (await owner.rateLimit.findMany()).map(({ key }) => key);
    expect(keys).toContain(`kept:${hashToken("ana@example.com")}`);
    expect(keys.join()).not.toContain("ana@example.com");
  });

  it("that can't be counted is a server error, not too many attempts", async () => {
    await owner.$executeRaw`alter table "RateLimit" rename to "Away"`;
    await expect(consume(limit("guesses"), "ana")).rejects.toThrow(/RateLimit/);
    await owner.$executeRaw`alter table "Away" rename to "RateLimit"`;
  });
});
