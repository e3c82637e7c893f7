import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Grant } from "@/lib/platform/db/grant";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { withTransaction } from "@/lib/platform/db/transaction";
import { withRequest } from "@/lib/platform/operations/execute";
import type { Viewer } from "@/lib/policy/viewer";
import { oneOfEach } from "@/tests/fixtures/one-of-each";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { withAuthenticator, withRecoveryCode } from "@/tests/identity/two-factor/arrange";
import { samples } from "@/tests/operations/samples";

const ACCOUNT_OWNED = [
  "contact",
  "contactRole",
  "contactPermission",
  "contactService",
  "recordGrant",
  "invitation",
  "ownershipTransfer",
  "permissionRequest",
  "roleRequest",
  "contactLook",
  "staffAccess",
  "staffVisit",
  "staffRead",
  "invoice",
  "invoiceLine",
  "payment",
  "paymentAllocation",
  "refund",
  "dispute",
  "paymentMethod",
  "paymentMethodSetup",
  "gatewayCustomer",
  "creditNote",
  "creditNoteLine",
  "invoiceReminder",
  "accountCoupon",
  "couponUse",
  "ledgerEntry",
  "ledgerLine",
  "receivable",
  "creditBalance",
  "statementBalance",
  "billedMonth",
  "service",
  "serviceCredential",
  "credentialLink",
  "credentialReveal",
  "order",
  "provisioningDelivery",
  "ticket",
  "ticketMessage",
  "ticketAttachment",
  "storedFile",
  "fileObject",
  "fileUsage",
  "ticketTag",
  "ticketLook",
  "ticketWatcher",
  "ticketDraft",
  "ticketRating",
  "ticketMail",
  "twoFactorReset",
  "accessWarning",
  "meeting",
  "meetingType",
  "meetingInvitation",
  "meetingItem",
  "meetingItemReader",
  "meetingItemOrganisation",
  "meetingItemRecusal",
  "meetingItemDismissal",
  "meetingRevision",
  "meetingFeature",
  "meetingOpening",
  "meetingPaper",
  "meetingComment",
  "meetingSignOff",
  "meetingUnlock",
  "meetingFeed",
  "action",
  "actionAssignment",
  "actionChange",
  "actionComment",
  "actionNumber",
  "actionReminder",
  "actionRecusal",
  "decision",
  "decisionOption",
  "decisionInvitation",
  "decisionRecusal",
  "decisionRound",
  "decisionVote",
  "decisionReminder",
  "decisionComment",
  "decisionEvent",
  "decisionOrganisation",
  "decisionDismissal",
  "decisionExtension",
  "interest",
  "folder",
  "folderAccess",
  "folderOrganisation",
  "folderRecusal",
  "folderDismissal",
  "folderShut",
  "goneRecusal",
  "goneRecord",
  "folderUsage",
  "document",
  "documentVersion",
  "documentAttachment",
  "fileText",
  "filePreview",
  "previewPage",
  "discussionGroup",
  "discussionMember",
  "discussionThread",
  "discussionReply",
  "discussionRevision",
  "discussionMention",
  "discussionAttachment",
  "threadSubscription",
  "discussionReading",
  "discussionDigest",
  "link",
] as const;

/** Tables of which a customer sees nothing, not even on their own account. */
const FOR_STAFF: readonly string[] = ["ticketTag", "ticketLook"];

/** Tables whose rows no one can change or delete, not even on their own account. */
const NEVER_CHANGED: readonly string[] = [
  "meetingRevision",
  "meetingComment",
  "meetingSignOff",
  "meetingUnlock",
  "ledgerEntry",
  "ledgerLine",
  "creditNote",
  "creditNoteLine",
  "receivable",
  "creditBalance",
  "statementBalance",
  "billedMonth",
  "fileObject",
  "credentialReveal",
  "ticketMail",
  "twoFactorReset",
  "accessWarning",
  // Only when they ended is written later.
  "contactLook",
  "staffAccess",
  "staffVisit",
  "staffRead",
  "actionChange",
  "actionComment",
  "actionReminder",
  "decisionInvitation",
  "decisionRecusal",
  "decisionVote",
  "decisionReminder",
  "decisionComment",
  "decisionEvent",
  "decisionOrganisation",
  "decisionDismissal",
  "decisionExtension",
  "meetingItemOrganisation",
  "meetingItemRecusal",
  "meetingItemDismissal",
  "folderOrganisation",
  "folderRecusal",
  "folderDismissal",
  // Only its version can be.
  "documentAttachment",
  "discussionAttachment",
  // Triggers keep it.
  "folderShut",
  "goneRecusal",
  "goneRecord",
  "folderUsage",
  "actionRecusal",
  // The worker draws and reads them.
  "filePreview",
  "previewPage",
  "fileText",
];
/** Their authors can take comments back; a recusal is lifted, organisations are named anew, and a file is taken off. */
const ONLY_DELETED: readonly string[] = [
  "actionComment",
  "decisionRecusal",
  "decisionOrganisation",
  "decisionDismissal",
  "meetingItemOrganisation",
  "meetingItemRecusal",
  "meetingItemDismissal",
  "folderOrganisation",
  "folderRecusal",
  "folderDismissal",
  "documentAttachment",
  "discussionAttachment",
];
const NEVER_DELETED: readonly string[] = [
  ...NEVER_CHANGED.filter((name) => !ONLY_DELETED.includes(name)),
  "action",
  "actionNumber",
  "decision",
  "decisionRound",
  "fileUsage",
  "credentialLink",
  "payment",
  "paymentAllocation",
  "refund",
  "dispute",
  "roleRequest",
];

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
  for (const { id } of [portal.demo.northwind, portal.demo.globex]) await oneOfEach(portal, id);
});
afterAll(() => portal.close());

/** A scoped database without the application's filters, to test row-level security alone. */
async function unfiltered<T>(
  email: string,
  where: string | "staff" | null,
  work: (db: ScopedDb) => Promise<T>,
): Promise<T> {
  const { credential } = await portal.as(email);
  if (credential === null) throw new Error("no credential");
  return withTransaction(
    { credential, accountId: where === "staff" ? null : where, now: new Date() },
    async (scope) => {
      const grant = scope && grantTo(scope.viewer, where);
      if (!scope || !grant) throw new Error("no grant");
      return work(await scope.open(grant));
    },
  );
}

/** Adds another person's row to every table of personal rows, so that there is something to hide. */
async function ofSomebodyElse(): Promise<void> {
  const email = "owner@globex.example";
  const at = { portal, accountId: portal.demo.globex.id, email };
  await samples["profile.revoke-session"]?.(at);
  await samples["profile.revoke-token"]?.(at);
  await samples["profile.withdraw-email-change"]?.(at);
  const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
  const later = new Date(Date.now() + 3_600_000);
  await samples["profile.remove-device"]?.(at);
  for (const accountId of [portal.demo.globex.id, portal.demo.northwind.id]) {
    const { id: ticketId } = await portal.owner.ticket.findFirstOrThrow({ where: { accountId } });
    await portal.owner.notification.create({ data: { personId, accountId, kind: "ticket-message", ticketId } });
  }
  await portal.owner.passwordReset.create({ data: { personId, tokenHash: "of-somebody-else", expiresAt: later } });
  await withAuthenticator(portal, email);
  await withRecoveryCode(portal, email);
  await portal.owner.passkey.create({
    data: { personId, credentialId: "of-somebody-else", publicKey: "", name: "Key", transports: [] },
  });
  await portal.owner.passkeyChallenge.create({
    data: { personId, challengeHash: "of-somebody-else", purpose: "confirm", expiresAt: later },
  });
  const key = { operation: "tickets.open", key: "of-somebody-else", requestHash: "" };
  await portal.owner.idempotencyKey.create({ data: { ...key, personId } });
  const file = { personId, accountId: portal.demo.globex.id, operation: "x", input: {}, inputHash: "x", totalLines: 1 };
  const { id: exportId } = await portal.owner.export.create({ data: { ...file, expiresAt: later } });
  await portal.owner.exportPart.create({ data: { exportId, personId, position: 0, data: new Uint8Array(1) } });
}

function grantTo(viewer: Viewer, where: string | "staff" | null): Grant | null {
  if (where === "staff") return Grant.of(viewer, "staff.mail.view", "staff");
  return where === null ? Grant.of(viewer, "profile.manage", "self") : Grant.of(viewer, "account.view", "account");
}

type Model = {
  findMany(): Promise<{ accountId: string }[]>;
  updateMany(args: object): Promise<{ count: number }>;
  deleteMany(args: object): Promise<{ count: number }>;
};
/** Notes of staff, and private notes of somebody else. */
const isHidden = (row: object) => ("internal" in row && row.internal) || ("private" in row && row.private);
const model = (db: ScopedDb, name: (typeof ACCOUNT_OWNED)[number]) => db[name] as unknown as Model;

describe("row-level security, with no filter of the application", () => {
  test("every table that carries an account id is in this list", async () => {
    const tables = await portal.owner.$queryRaw<{ table: string; enabled: boolean; forced: boolean }[]>`
      select c.relname as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relname <> '_prisma_migrations'`;
    const shared = [
      ...["Product", "ProductPrice", "ProductOption", "ProductOptionChoice", "OptionChoicePrice", "Coupon"],
      ...["ProductCategory", "Picture"],
      ...["LegalEntity", "NumberSeries", "TaxRate", "ClockShift", "RateLimit"],
    ];
    expect(tables.filter(({ table, enabled }) => !enabled && !shared.includes(table))).toEqual([]);
    // Forced on its owner, a table would be empty for the data migrations of an owner who is no superuser.
    expect(tables.filter(({ forced }) => forced)).toEqual([]);
    const carrying = await portal.owner.$queryRaw<{ table: string }[]>`
      select table_name as table from information_schema.columns
      where table_schema = 'public' and column_name = 'accountId' and is_nullable = 'NO'`;
    const known = ACCOUNT_OWNED.map((name) => name[0]?.toUpperCase() + name.slice(1));
    // Those of one person are tested below.
    expect(carrying.map(({ table }) => table).sort()).toEqual([...known, "Notification"].sort());
  });

  test.each(ACCOUNT_OWNED)("%s: reading everything yields rows of the one account", async (name) => {
    const all = await model(portal.owner, name).findMany();
    const seen = await unfiltered("owner@northwind.example", portal.demo.northwind.id, (db) =>
      model(db, name).findMany(),
    );
    const own = all.filter((row) => row.accountId === portal.demo.northwind.id);
    // Without rows of another account there would be nothing to hide.
    expect(all.map(({ accountId }) => accountId)).toEqual(
      expect.arrayContaining([portal.demo.northwind.id, portal.demo.globex.id]),
    );
    expect(seen.filter((row) => row.accountId !== portal.demo.northwind.id)).toEqual([]);
    const shown = FOR_STAFF.includes(name) ? [] : own.filter((row) => !isHidden(row));
    expect(seen).toHaveLength(shown.length);
  });

  test.each(ACCOUNT_OWNED)("%s: changing or deleting a row of another account finds none", async (name) => {
    const foreign = { where: { accountId: portal.demo.globex.id } };
    const run = (work: (table: Model) => Promise<{ count: number }>) =>
      unfiltered("owner@northwind.example", portal.demo.northwind.id, (db) => work(model(db, name)));
    const changed = run((table) => table.updateMany({ ...foreign, data: { accountId: portal.demo.globex.id } }));
    if (NEVER_CHANGED.includes(name)) await expect(changed).rejects.toThrow(/permission denied/);
    else await expect(changed).resolves.toEqual({ count: 0 });
    const deleted = run((table) => table.deleteMany(foreign));
    if (NEVER_DELETED.includes(name)) await expect(deleted).rejects.toThrow(/permission denied/);
    else await expect(deleted).resolves.toEqual({ count: 0 });
  });

  test("a row cannot be written into another account, nor point into one", async () => {
    const { northwind, globex } = portal.demo;
    const ticket = { subject: "x", openedByName: "x" };
    const write = (data: object) =>
      unfiltered("owner@northwind.example", northwind.id, (db) =>
        db.ticket.createMany({ data: { ...ticket, ...data } as never }),
      );
    await expect(write({ accountId: globex.id })).rejects.toThrow(/row-level security/);
    await expect(write({ accountId: northwind.id, serviceId: globex.serviceId })).rejects.toThrow(/foreign key/i);
    await expect(write({ accountId: northwind.id })).resolves.toEqual({ count: 1 });
  });

  test("the activity log is append-only for the application", async () => {
    const denied = /permission denied/;
    const run = (work: (db: ScopedDb) => Promise<unknown>) =>
      unfiltered("owner@northwind.example", portal.demo.northwind.id, work);
    await expect(run((db) => db.auditEvent.updateMany({ data: { summary: "nothing happened" } }))).rejects.toThrow(
      denied,
    );
    await expect(run((db) => db.auditEvent.deleteMany())).rejects.toThrow(denied);
  });

  test("personal rows are readable by that person only, and mail not by roles that only write it", async () => {
    const email = "support@northwind.example";
    const me = await portal.owner.person.findUniqueOrThrow({ where: { email } });
    await ofSomebodyElse();
    for (const accountId of [null, portal.demo.northwind.id]) {
      const run = <T>(work: (db: ScopedDb) => Promise<T>) => unfiltered(email, accountId, work);
      const personal = [
        "session",
        "apiToken",
        "passwordReset",
        "emailChange",
        "idempotencyKey",
        "export",
        "exportPart",
        "notification",
        "pushSubscription",
        "authenticatorApp",
        "passkey",
        "recoveryCode",
        "passkeyChallenge",
      ] as const;
      for (const of of personal) {
        const seen = await run((db) =>
          (db[of] as unknown as { findMany(): Promise<{ personId: string }[]> }).findMany(),
        );
        expect(new Set([me.id, ...seen.map(({ personId }) => personId)]), of).toEqual(new Set([me.id]));
      }
      const log = await run((db) => db.auditEvent.findMany({ select: { accountId: true, actorPersonId: true } }));
      expect(log.filter((row) => row.accountId !== accountId && row.actorPersonId !== me.id)).toEqual([]);
      await expect(run((db) => db.outboxMail.findMany())).rejects.toThrow(/permission denied/);
      await expect(run((db) => db.outboxMail.count())).rejects.toThrow(/permission denied/);
    }
  });

  test("only the sign-in role can read password hashes", async () => {
    const denied = /permission denied/;
    const hashes = (db: ScopedDb) => db.person.findMany({ select: { passwordHash: true } });
    for (const accountId of [null, portal.demo.northwind.id]) {
      await expect(unfiltered("owner@northwind.example", accountId, hashes)).rejects.toThrow(denied);
      await expect(unfiltered("owner@northwind.example", accountId, (db) => db.person.findMany())).rejects.toThrow(
        denied,
      );
    }
    await expect(unfiltered("staff-manager@portcullis.example", "staff", hashes)).rejects.toThrow(denied);
  });

  test("the application's roles own no table and can't bypass row-level security", async () => {
    const roles = await portal.owner.$queryRaw<object[]>`
      select rolname, rolsuper, rolbypassrls, rolcanlogin,
        exists (select 1 from pg_class where relowner = pg_roles.oid) as owns
      from pg_roles where rolname like 'portcullis\\_%' order by rolname`;
    expect(roles).toEqual(
      ["app", "backup", "identity", "sandbox", "staff", "worker"].map((name) => ({
        rolname: `portcullis_${name}`,
        rolsuper: false,
        rolbypassrls: false,
        rolcanlogin: false,
        owns: false,
      })),
    );
  });
});

describe("withRequest", () => {
  test("no access to an account and a missing account have the same answer", async () => {
    const caller = await portal.as("owner@globex.example");
    const ask = (accountId: string) => withRequest(caller, { accountId }, async () => "in");
    const unknown = "00000000-0000-7000-8000-000000000000";
    const answers = await Promise.allSettled([ask(portal.demo.northwind.id), ask(unknown)]);
    expect(answers.map((answer) => answer.status === "rejected" && [answer.reason.code, answer.reason.detail])).toEqual(
      Array(2).fill(["not-found", "Account not found, or you don't have access to it."]),
    );
  });

  test("rejects requests without a session", async () => {
    const ask = withRequest(
      { credential: null, via: "api", ip: "192.0.2.1" },
      { accountId: portal.demo.northwind.id },
      async () => "in",
    );
    await expect(ask).rejects.toMatchObject({ code: "not-signed-in" });
    const forged = withRequest(
      { credential: { by: "session", hash: "0".repeat(64) }, via: "api", ip: "192.0.2.1" },
      { accountId: null },
      async () => "in",
    );
    await expect(forged).rejects.toMatchObject({ code: "not-signed-in" });
  });
});

test("a prepared statement shows each role its own rows", async () => {
  await portal.owner.$transaction(async (tx) => {
    const become = (role: string) => tx.$queryRaw`select set_config('role', ${role}, true)`;
    const seen = async () => (await tx.contact.findMany({ select: { accountId: true } })).length;
    // Often enough for PostgreSQL to switch to a generic plan.
    for (let time = 0; time < 8; time++) expect(await seen()).toBeGreaterThan(0);
    const kept = await tx.$queryRaw<unknown[]>`
      select 1 from pg_prepared_statements where name like 'portcullis%' and statement like '%"Contact"%'`;
    expect(kept.length).toBeGreaterThan(0);
    await become("portcullis_app");
    expect(await seen()).toBe(0);
    await become("none");
    expect(await seen()).toBeGreaterThan(0);
  });
});
