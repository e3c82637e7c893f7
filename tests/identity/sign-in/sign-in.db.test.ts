import { hash } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import { type GuessLimits, guessLimits } from "@/lib/identity/sign-in/guess-limits";
import { beginSignIn, signIn } from "@/lib/identity/sign-in/sign-in";
import { signOut } from "@/lib/identity/sign-in/sign-out";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { whileHeld } from "@/tests/fixtures/while-held";

type Transaction = Prisma.TransactionClient;

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const password = "portcullis-demo";
const from = (ip: string) => ({ ip, userAgent: "Test/1.0" });
const callerOf = (token: string): Caller => ({
  credential: { by: "session", hash: hashToken(token) },
  via: "page",
  ip: "192.0.2.1",
});

describe("sign-in", () => {
  it("opens a session that lets the person in, and sign-out ends it", async () => {
    const token = await signIn({ email: "billing@northwind.example", password }, from("192.0.2.10"));
    const accounts = await execute(callerOf(token), null, listAccounts, {});
    expect(accounts.items.map(({ name, rolesInWords }) => [name, rolesInWords])).toEqual([
      ["Globex Labs", "Support"],
      ["Northwind Robotics", "Billing"],
    ]);
    await signOut({ by: "session", hash: hashToken(token) }, "192.0.2.10");
    expect((await problemOf(execute(callerOf(token), null, listAccounts, {}))).code).toBe("not-signed-in");
  });

  it("stores only the hash of the token, for 30 days", async () => {
    const token = await signIn({ email: "owner@globex.example", password }, from("192.0.2.11"));
    const session = await portal.owner.session.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
    expect(JSON.stringify(session)).not.toContain(token);
    expect(session.ip).toBe("192.0.2.11");
    const days = (session.expiresAt.getTime() - addDays(new Date(), 30).getTime()) / 86_400_000;
    expect(Math.abs(days)).toBeLessThan(0.01);
  });

  it("waits longer for hashing the right password than for the database", async () => {
    const email = "owner@bluewater.example";
    const { passwordHash } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
    // Six seconds of a quick processor: a slow or busy one takes longer, and lets them in all the same.
    const slow = await hash(password, { algorithm: 2, memoryCost: 19_456, timeCost: 600, parallelism: 1 });
    await portal.owner.person.update({ where: { email }, data: { passwordHash: slow } });
    await expect(signIn({ email, password }, from("192.0.2.14"))).resolves.toMatch(/^[\w-]{43}$/);
    await portal.owner.person.update({ where: { email }, data: { passwordHash } });
  }, 900_000);

  it("gives the same answer for an unknown address and a wrong password", async () => {
    const wrong = await problemOf(signIn({ email: "owner@northwind.example", password: "x" }, from("192.0.2.12")));
    const unknown = await problemOf(signIn({ email: "nobody@northwind.example", password: "x" }, from("192.0.2.12")));
    expect({ ...unknown, message: unknown.message }).toEqual({ ...wrong, message: wrong.message });
    expect(wrong.code).toBe("invalid");
  });

  it("tells a suspended person with the right password, and no one else", async () => {
    const email = "support@northwind.example";
    await portal.owner.person.update({ where: { email }, data: { suspendedAt: new Date() } });
    expect((await problemOf(signIn({ email, password }, from("192.0.2.13")))).detail).toMatch(/suspended/);
    expect((await problemOf(signIn({ email, password: "x" }, from("192.0.2.13")))).detail).toMatch(/is incorrect/);
    await portal.owner.person.update({ where: { email }, data: { suspendedAt: null } });
  });
});

describe("what changes while a password is being checked", () => {
  const email = "owner@bluewater.example";
  const given = { email, password };

  /** Holds the sign-in back until the change is made, as if hashing the password had taken that long. */
  const during = (change: (tx: Transaction, personId: string) => Promise<unknown>) =>
    whileHeld(portal.owner, {
      hold: (tx) => tx.$queryRaw`select 1 from "Person" where "email" = ${email} for update`,
      work: () => beginSignIn(given, from("192.0.2.15")),
      meanwhile: async (tx) => change(tx, (await tx.person.findUniqueOrThrow({ where: { email } })).id),
    });

  it("opens no session with a password that was just changed", async () => {
    const { id, passwordHash } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
    const open = () => portal.owner.session.count({ where: { personId: id, revokedAt: null } });
    await portal.owner.session.deleteMany({ where: { personId: id } });
    const attempt = during((tx) => tx.person.update({ where: { id }, data: { passwordHash: "changed" } }));
    expect((await problemOf(attempt)).code).toBe("invalid");
    expect(await open()).toBe(0);
    await portal.owner.person.update({ where: { id }, data: { passwordHash } });
  });

  it("asks for the second step of somebody who has just added their first factor", async () => {
    const step = await during((tx, personId) =>
      tx.passkey.create({ data: { personId, credentialId: "first", publicKey: "", name: "Key", transports: [] } }),
    );
    expect(step).toHaveProperty("pending");
    await portal.owner.passkey.deleteMany();
  });
});

describe("password guessing", () => {
  const guess = (email: string, ip: string, limits?: GuessLimits) =>
    problemOf(signIn({ email, password: "guess" }, from(ip), limits));

  it("is refused after six attempts from one network, even concurrent ones, with a time to retry", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => guess("administrator@northwind.example", "198.51.100.1")),
    );
    const counts = answers.map(({ code }) => code).sort();
    expect(counts).toEqual([...Array(6).fill("invalid"), ...Array(14).fill("too-many")]);
    const refused = answers.find(({ code }) => code === "too-many");
    expect(refused?.detail).toBe("Too many attempts. Try again in 15 minutes.");
    expect(refused?.extra.retryAfter).toBeGreaterThan(800);
  });

  it("does not lock the person out: the right password from elsewhere still works", async () => {
    const email = "administrator@northwind.example";
    expect((await problemOf(signIn({ email, password }, from("198.51.100.1")))).code).toBe("too-many");
    await expect(signIn({ email, password }, from("198.51.100.77"))).resolves.toMatch(/^[\w-]{43}$/);
  });

  it("is limited for unknown addresses too", async () => {
    const answers = [];
    for (let n = 0; n < 8; n++) answers.push((await guess("ghost@northwind.example", "198.51.100.2")).code);
    expect(answers).toEqual([...Array(6).fill("invalid"), "too-many", "too-many"]);
  });

  it("is allowed again after the window", async () => {
    await portal.owner.rateLimit.updateMany({ data: { expire: BigInt(Date.now() - 1) } });
    expect((await guess("administrator@northwind.example", "198.51.100.1")).code).toBe("invalid");
  });

  it("from many networks delays answers by at most four seconds", async () => {
    const waits: number[] = [];
    const limits: GuessLimits = {
      ...guessLimits,
      address: { name: "test-address", points: 2, seconds: 60 },
      wait: async (milliseconds) => waits.push(milliseconds),
    };
    const email = "owner@globex.example";
    for (let n = 0; n < 9; n++) expect((await guess(email, `203.0.113.${n}`, limits)).code).toBe("invalid");
    expect(waits).toEqual([250, 500, 1000, 2000, 3000, 3000, 3000]);
    await expect(signIn({ email, password }, from("203.0.113.99"), limits)).resolves.toBeTruthy();
    expect(waits.at(-1)).toBe(3000);
  });

  it("does not count attempts that got no answer as guesses", async () => {
    const given = { email: "support@northwind.example", password };
    await portal.owner.$executeRaw`revoke select on "Person" from portcullis_identity`;
    for (let n = 0; n < 8; n++) {
      await expect(signIn(given, from("198.51.100.201"))).rejects.not.toMatchObject({ code: "too-many" });
    }
    await portal.owner.$executeRaw`grant select on "Person" to portcullis_identity`;
    await expect(signIn(given, from("198.51.100.201"))).resolves.toBeTruthy();
  });

  it("is counted per IPv6 subscriber", async () => {
    const email = "custom@northwind.example";
    const answers = [];
    for (let n = 1; n < 9; n++) answers.push((await guess(email, `2001:db8:1:2::${n}`)).code);
    expect(answers.slice(5)).toEqual(["invalid", "too-many", "too-many"]);
    expect((await guess(email, "2001:db8:1:3::1")).code).toBe("invalid");
  });
});
