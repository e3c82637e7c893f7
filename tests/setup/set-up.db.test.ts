import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findPasswordReset } from "@/lib/identity/sign-in/find-password-reset";
import { resetPassword } from "@/lib/identity/sign-in/reset-password";
import { setPasswordLink } from "@/lib/identity/sign-in/set-password-link";
import { signIn } from "@/lib/identity/sign-in/sign-in";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import { asIdentity } from "@/lib/platform/db/transaction";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { setUp } from "@/lib/setup/set-up";
import { isSetupToken, newSetupLink } from "@/lib/setup/setup-token";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";

const visitor = { ip: "192.0.2.1", userAgent: "test" };
const password = "correct horse battery";
const seller = { company: "Example Hosting Ltd", address: "1 Main Street\nDublin 2", country: "IE", vatId: null };
const manager = (n: number | string = 1) => ({ name: `Manager ${n}`, email: `manager-${n}@host.example` });

let database: TestDatabase;
let owner: OwnerDatabase;
beforeAll(() => Object.assign(process.env, { PORTAL_MODE: "test" }));
beforeEach(async () => {
  await owner?.$disconnect();
  await disconnect();
  await database?.drop();
  database = await freshDatabase();
  process.env.DATABASE_URL = database.url;
  forgetEnvironment();
  owner = ownerDatabase(database.url);
});
afterAll(async () => {
  await owner.$disconnect();
  await disconnect();
  await database.drop();
});

async function newToken(): Promise<string> {
  const link = await newSetupLink();
  if (link === null) throw new Error("The portal has staff already.");
  return link.slice(link.lastIndexOf("/") + 1);
}

describe("the first run", () => {
  test("makes a manager who can sign in, the seller in their name, and the name of the portal", async () => {
    await setUp({ manager: manager(), password, seller, token: null }, visitor);
    const [person] = await owner.person.findMany({ include: { staff: true } });
    expect(person).toMatchObject({ email: "manager-1@host.example", staff: { roles: ["manager"] } });
    expect(await owner.legalEntity.findMany()).toMatchObject([
      { name: "Example Hosting Ltd", lines: ["1 Main Street", "Dublin 2"], country: "IE", isDefault: true },
    ]);
    const logged = await owner.auditEvent.findMany({ orderBy: { at: "asc" } });
    expect(logged.map(({ operation, actorPersonId }) => [operation, actorPersonId])).toEqual([
      ["identity.set-up", person?.id],
      ["accounting.update-seller", person?.id],
      ["staff.update-brand", person?.id],
    ]);
    expect((await currentBrand()).name).toBe("Example Hosting Ltd");
    expect(await signIn({ email: "manager-1@host.example", password }, visitor)).toEqual(expect.any(String));
  });

  test("of ten at the same moment exactly one succeeds, and the others leave nothing", async () => {
    const tries = Array.from({ length: 10 }, (_, n) =>
      setUp({ manager: manager(n), password: null, seller, token: null }, visitor),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
    }
    expect(await owner.person.count()).toBe(1);
    expect(await owner.staffMember.count()).toBe(1);
    expect(await owner.legalEntity.count()).toBe(1);
  });

  test("takes no password close to the manager's name, and then writes nothing", async () => {
    const given = { manager: manager(), password: "manager-1manager-1", seller, token: null };
    await expect(setUp(given, visitor)).rejects.toMatchObject({ code: "invalid" });
    expect(await owner.person.count()).toBe(0);
  });

  test("without a password a printed link sets one, once", async () => {
    await setUp({ manager: manager(), password: null, seller: null, token: null }, visitor);
    const { href } = await setPasswordLink("manager-1@host.example");
    const token = href.slice(href.lastIndexOf("/") + 1);
    expect(await findPasswordReset(token)).toEqual({ email: "manager-1@host.example", first: true });
    await resetPassword({ token, newPassword: password }, visitor);
    expect(await findPasswordReset(token)).toBeNull();
    expect(await signIn({ email: "manager-1@host.example", password }, visitor)).toEqual(expect.any(String));
  });
});

describe("a setup link", () => {
  test("is kept as a hash, works once, and takes every other link with it", async () => {
    const [token, other] = [await newToken(), await newToken()];
    const kept = await owner.setupToken.findMany();
    expect(kept.map(({ tokenHash }) => tokenHash).sort()).toEqual([hashToken(token), hashToken(other)].sort());
    expect([await isSetupToken(token), await isSetupToken(other)]).toEqual([true, true]);
    await setUp({ manager: manager(), password, seller, token }, visitor);
    expect([await isSetupToken(token), await isSetupToken(other)]).toEqual([false, false]);
    expect(await newSetupLink()).toBeNull();
    const again = setUp({ manager: manager(2), password, seller, token: other }, visitor);
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  test("of two forms with one link at the same moment one succeeds", async () => {
    const token = await newToken();
    const results = await Promise.allSettled(
      [1, 2].map((n) => setUp({ manager: manager(n), password, seller, token }, visitor)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await owner.staffMember.count()).toBe(1);
  });

  test("expires, and an unknown one never worked", async () => {
    const token = await newToken();
    await owner.setupToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect([await isSetupToken(token), await isSetupToken("unknown")]).toEqual([false, false]);
    for (const wrong of [token, "unknown"]) {
      const attempt = setUp({ manager: manager(), password, seller, token: wrong }, visitor);
      await expect(attempt).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await owner.person.count()).toBe(0);
  });

  test("is still there after a form that failed", async () => {
    const token = await newToken();
    await owner.person.create({ data: { name: "Customer", email: "manager-1@host.example" } });
    const attempt = setUp({ manager: manager(), password, seller, token }, visitor);
    await expect(attempt).rejects.toMatchObject({ extra: { fields: { email: [expect.any(String)] } } });
    expect(await isSetupToken(token)).toBe(true);
  });
});

describe("row-level security, with no check of the application", () => {
  const join = (roles: ("manager" | "agent")[], n: number) =>
    asIdentity(async (db) => {
      const personId = crypto.randomUUID();
      await db.person.createMany({ data: { id: personId, ...manager(n) } });
      await db.staffMember.createMany({ data: { personId, jobTitle: "x", roles } });
    });

  test("lets only the first join unasked, and only as a manager", async () => {
    await expect(join(["agent"], 1)).rejects.toThrow(/row-level security/);
    await expect(join(["manager", "agent"], 1)).rejects.toThrow(/row-level security/);
    await join(["manager"], 1);
    await expect(join(["manager"], 2)).rejects.toThrow(/row-level security/);
    expect(await owner.staffMember.count()).toBe(1);
  });

  test("lets one of ten parallel firsts join", async () => {
    const results = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => join(["manager"], n)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await owner.staffMember.count()).toBe(1);
  });
});
