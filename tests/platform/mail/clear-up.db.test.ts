import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clearUp } from "@/lib/jobs/clear-up";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { buildAccount } from "@/prisma/seed/builders/account";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";
import { queueMail } from "./queue-mail";

const now = new Date("2026-03-10T09:00:00Z");
const longAgo = addDays(now, -31);
const recently = addDays(now, -29);

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

it("deletes records that expired a month ago and keeps recent ones", async () => {
  const { accountId, personId, contactIds } = await account();
  const [left, stays] = contactIds;
  await owner.invitation.createMany({
    data: [
      { accountId, contactId: left, email: "a@example.com", tokenHash: "a", invitedByName: "Ada", expiresAt: longAgo },
      {
        accountId,
        contactId: stays,
        email: "b@example.com",
        tokenHash: "b",
        invitedByName: "Ada",
        expiresAt: recently,
      },
    ],
  });
  for (const [hash, expiresAt] of [["old", longAgo] as const, ["new", recently] as const]) {
    await owner.passwordReset.createMany({ data: { personId, tokenHash: hash, expiresAt } });
    await owner.session.createMany({ data: { personId, tokenHash: hash, userAgent: "", ip: "", expiresAt } });
  }
  const until = addDays(now, 9);
  await owner.session.createMany({
    data: { personId, tokenHash: "ended", userAgent: "", ip: "", expiresAt: until, revokedAt: longAgo },
  });
  await owner.idempotencyKey.createMany({
    data: [addDays(now, -8), addDays(now, -6)].map((createdAt) => ({
      personId,
      operation: "tickets.open",
      key: createdAt.toISOString(),
      requestHash: "",
      createdAt,
    })),
  });
  await owner.rateLimit.createMany({
    data: [
      { key: "over", points: 3, expire: BigInt(now.getTime() - 1) },
      { key: "counting", points: 3, expire: BigInt(now.getTime() + 1) },
    ],
  });

  await clearUp(now);

  const hashes = async (rows: Promise<{ tokenHash: string }[]>) => (await rows).map(({ tokenHash }) => tokenHash);
  expect(await hashes(owner.invitation.findMany())).toEqual(["b"]);
  expect(await hashes(owner.passwordReset.findMany())).toEqual(["new"]);
  expect(await hashes(owner.session.findMany())).toEqual(["new"]);
  expect(await owner.idempotencyKey.findMany({ select: { createdAt: true } })).toEqual([
    { createdAt: addDays(now, -6) },
  ]);
  expect(await owner.rateLimit.findMany({ select: { key: true } })).toEqual([{ key: "counting" }]);
});

it("keeps mail for half a year, and unsent mail until it is sent", async () => {
  const old = { createdAt: addDays(now, -181) };
  await queueMail(owner, "sent@example.com", { ...old, status: "sent" });
  const waiting = await queueMail(owner, "waiting@example.com", old);
  const young = await queueMail(owner, "young@example.com", { createdAt: addDays(now, -179), status: "kept" });
  await clearUp(now);
  const left = await owner.outboxMail.findMany({ select: { id: true }, orderBy: { createdAt: "asc" } });
  expect(left.map(({ id }) => id)).toEqual([waiting, young]);
});

it("expires an ownership offer that was not accepted in time, and logs it", async () => {
  const { accountId, ownerContactId, contactIds } = await account();
  const offer = { accountId, fromContactId: ownerContactId, toContactId: contactIds[0], id: randomUUID() };
  await owner.ownershipTransfer.createMany({ data: { ...offer, expiresAt: addMinutes(now, 1) } });
  await clearUp(now);
  const stored = () => owner.ownershipTransfer.findUniqueOrThrow({ where: { id: offer.id } });
  expect((await stored()).status).toBe("offered");
  await clearUp(addMinutes(now, 2));
  expect(await stored()).toMatchObject({ status: "withdrawn", decidedAt: addMinutes(now, 2) });
  await clearUp(addMinutes(now, 3));
  expect(await owner.auditEvent.findMany({ where: { targetId: offer.id } })).toMatchObject([
    { accountId, via: "system", summary: "Ownership transfer expired without being accepted" },
  ]);
});

let accounts = 0;
async function account() {
  accounts += 1;
  const email = `owner${accounts}@example.com`;
  const built = await buildAccount(owner, { number: `C-${accounts}`, name: "Acme", owner: { email, name: "Ada" } });
  const { id: personId } = await owner.person.findUniqueOrThrow({ where: { email } });
  const invite = (name: string) =>
    buildContact(owner, built.id, { name, email: `${name}${accounts}@example.com`, status: "invited" });
  const contactIds: [string, string] = [await invite("bo"), await invite("cy")];
  return { accountId: built.id, ownerContactId: built.ownerContactId, personId, contactIds };
}
