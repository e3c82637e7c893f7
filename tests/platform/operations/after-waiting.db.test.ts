import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { operations } from "@/lib/http/registry";
import { rest } from "@/lib/http/rest";
import { submitForm } from "@/lib/http/submit-form";
import { env } from "@/lib/platform/config/env";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lockAccount } from "@/lib/platform/db/lock-account";
import { lockName } from "@/lib/platform/db/lock-name";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { execute } from "@/lib/platform/operations/execute";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { restCall } from "@/tests/fixtures/rest-call";
import { whileHeld } from "@/tests/fixtures/while-held";
import { samples } from "@/tests/operations/samples";

/** More rounds rule out luck: `RACES=200`. */
const RACES = Number(process.env.RACES ?? 3);

type Transaction = Prisma.TransactionClient;

let portal: TestPortal;
let accountId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
});
afterAll(() => portal.close());

interface Person {
  readonly email: string;
  readonly contactId: string;
  readonly personId: string;
  readonly cookie: string;
}

async function somebody(plan: Partial<Parameters<typeof buildContact>[2]> = {}): Promise<Person> {
  const email = `races-${randomUUID().slice(0, 8)}@northwind.example`;
  const roles = ["billing", "support"] as const;
  const contactId = await buildContact(portal.owner, accountId, { email, name: "Racing Person", roles, ...plan });
  const { personId } = await portal.owner.contact.findUniqueOrThrow({ where: { id: contactId } });
  return { email, contactId, personId: personId ?? "", cookie: await portal.cookie(email) };
}

const operationOf = (name: string) => {
  const found = operations.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no operation ${name}`);
  return found;
};

/** A person's command that waits for a lock, and what it has left behind. */
interface Race {
  readonly work: () => Promise<Response>;
  readonly hold: (tx: Transaction) => Promise<unknown>;
  readonly traces: () => Promise<number>;
}

const lockAccountRow = (tx: Transaction) =>
  tx.$queryRaw`select 1 from "Account" where "id" = ${accountId}::uuid for no key update`;

async function payment(
  { email, cookie, contactId }: Person,
  headers: Record<string, string> = { cookie },
): Promise<Race> {
  const operation = operationOf("payments.pay");
  const input = (await samples["payments.pay"]?.({ portal, accountId, email })) ?? {};
  return {
    work: () => restCall({ operation, accountId, input, headers }),
    hold: lockAccountRow,
    traces: async () => {
      const charges = await portal.owner.$queryRaw<unknown[]>`
        select 1 from sandbox.charge c join "Payment" p on p."id"::text = c.key where p."contactId" = ${contactId}::uuid`;
      return charges.length + (await portal.owner.payment.count({ where: { contactId } }));
    },
  };
}

async function reply({ email, cookie, contactId }: Person): Promise<Race> {
  const operation = operationOf("tickets.reply");
  const input = (await samples["tickets.reply"]?.({ portal, accountId, email })) ?? {};
  return {
    work: () => restCall({ operation, accountId, input, cookie }),
    hold: (tx) => tx.$queryRaw`select 1 from "Ticket" where "id" = ${input.ticketId}::uuid for update`,
    traces: () => portal.owner.ticketMessage.count({ where: { authorContactId: contactId, body: "Hello again" } }),
  };
}

const suspend = (tx: Transaction, { contactId }: Person) =>
  tx.contact.update({ where: { id: contactId }, data: { status: "suspended" } });

describe("a command that waited while its author was suspended is rolled back", () => {
  test.each([
    ["a payment that waited for the account", payment],
    ["a reply that waited for its ticket", reply],
  ] as const)("%s", async (_, begin) => {
    for (let race = 0; race < RACES; race++) {
      const person = await somebody();
      const { work, hold, traces } = await begin(person);
      const { status } = await whileHeld(portal.owner, { hold, work, meanwhile: (tx) => suspend(tx, person) });
      expect([status, await traces()]).toEqual([403, 0]);
    }
  });

  test("a command that waited while its author was unaffected succeeds", async () => {
    for (const begin of [payment, reply] as const) {
      const { work, hold, traces } = await begin(await somebody());
      const { status } = await whileHeld(portal.owner, { hold, work, meanwhile: async () => {} });
      expect([status, (await traces()) > 0]).toEqual([201, true]);
    }
  });

  test("the log records the attempt", async () => {
    const person = await somebody();
    const { work, hold } = await reply(person);
    await whileHeld(portal.owner, { hold, work, meanwhile: (tx) => suspend(tx, person) });
    const events = await portal.owner.auditEvent.findMany({ where: { actorContactId: person.contactId } });
    expect(events.map(({ operation, outcome }) => [operation, outcome])).toEqual([["tickets.reply", "denied"]]);
  });
});

const ago = () => new Date(Date.now() - 1000);

describe("every way to lose access counts while a command waits", () => {
  test.each<[string, (tx: Transaction, person: Person) => Promise<unknown>, number]>([
    [
      "the person is suspended",
      (tx, { personId: id }) => tx.person.update({ where: { id }, data: { suspendedAt: ago() } }),
      403,
    ],
    [
      "the contact is removed",
      (tx, { contactId: id }) => tx.contact.update({ where: { id }, data: { status: "removed", removedAt: ago() } }),
      404,
    ],
    [
      "the contact's term is over",
      (tx, { contactId: id }) => tx.contact.update({ where: { id }, data: { endsAt: ago() } }),
      403,
    ],
    ["the role is taken", (tx, { contactId }) => tx.contactRole.deleteMany({ where: { contactId } }), 403],
    [
      "the role has ended",
      (tx, { contactId }) => tx.contactRole.updateMany({ where: { contactId }, data: { endsAt: ago() } }),
      403,
    ],
    [
      "the permission is switched off",
      (tx, { contactId }) =>
        tx.contactPermission.create({
          data: { accountId, contactId, permission: "support.tickets.reply", effect: "off", givenByName: "x" },
        }),
      403,
    ],
    ["access is limited to other services", limitToOthers, 404],
    [
      "the session is revoked",
      (tx, { personId }) => tx.session.updateMany({ where: { personId }, data: { revokedAt: ago() } }),
      401,
    ],
    [
      "the session has expired",
      (tx, { personId }) => tx.session.updateMany({ where: { personId }, data: { expiresAt: ago() } }),
      401,
    ],
    ["the session is deleted", (tx, { personId }) => tx.session.deleteMany({ where: { personId } }), 401],
    [
      "the account is closed",
      (tx) => tx.account.update({ where: { id: accountId }, data: { status: "closed", closedAt: ago() } }),
      403,
    ],
  ])("%s", async (_, take, refused) => {
    const person = await somebody();
    const { work, hold, traces } = await reply(person);
    const { status } = await whileHeld(portal.owner, { hold, work, meanwhile: (tx) => take(tx, person) });
    await portal.owner.account.update({
      where: { id: accountId },
      data: { status: "active", closedAt: null },
    });
    expect([status, await traces()]).toEqual([refused, 0]);
  });

  test("a token is revoked, or no longer holds the permission", async () => {
    for (const [data, refused] of [
      [{ revokedAt: ago() }, 401],
      [{ expiresAt: ago() }, 401],
      [{ permissions: ["account.view"] }, 403],
    ] as const) {
      const person = await somebody();
      const token = newSecretToken();
      const permissions = ["billing.invoices.pay", "billing.invoices.view", "billing.payment-methods.view"];
      const made = { personId: person.personId, name: "t", tokenHash: hashToken(token), prefix: "pc_", permissions };
      const { id } = await portal.owner.apiToken.create({ data: { ...made, expiresAt: addDays(new Date(), 1) } });
      const { work, hold, traces } = await payment(person, { authorization: `Bearer ${token}` });
      const meanwhile = (tx: Transaction) =>
        tx.apiToken.update({
          where: { id },
          data: { ...data, permissions: "permissions" in data ? [...data.permissions] : undefined },
        });
      const { status } = await whileHeld(portal.owner, { hold, work, meanwhile });
      expect([status, await traces()]).toEqual([refused, 0]);
    }
  });

  test("an area is turned off for the account", async () => {
    const { email } = await somebody({ roles: ["administrator"] });
    const waits = ownCommand(({ db, account }) => lockAccount(db, account.id));
    const caller = await portal.as(email);
    const ended = whileHeld(portal.owner, {
      hold: lockAccountRow,
      work: () => execute(caller, accountId, waits, {}),
      meanwhile: (tx) => tx.account.update({ where: { id: accountId }, data: { areasOff: ["reports"] } }),
    });
    const refused = await problemOf(ended);
    await portal.owner.account.update({ where: { id: accountId }, data: { areasOff: [] } });
    expect(refused).toMatchObject({ code: "refused", extra: { permission: "reports.view" } });
  });

  test("a colleague loses the staff role that let them set tax rates", async () => {
    const email = "staff-accounting@portcullis.example";
    const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
    const input = (await samples["accounting.add-tax-rate"]?.({ portal, accountId, email })) ?? {};
    const cookie = await portal.cookie(email);
    const { status } = await whileHeld(portal.owner, {
      hold: (tx) => tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('tax rate FR standard', 0))::text`,
      work: () => restCall({ operation: operationOf("accounting.add-tax-rate"), accountId, input, cookie }),
      meanwhile: (tx) => tx.staffMember.update({ where: { personId }, data: { roles: ["agent"] } }),
    });
    await portal.owner.staffMember.update({ where: { personId }, data: { roles: ["accounting"] } });
    expect([status, await portal.owner.taxRate.count({ where: { country: "FR" } })]).toEqual([403, 0]);
  });
});

/** The ticket is about no service and was opened by someone else: any limit to services hides it. */
async function limitToOthers(tx: Transaction, { contactId }: Person) {
  await tx.ticket.updateMany({ where: { openedByContactId: contactId }, data: { openedByContactId: null } });
  return tx.contact.update({ where: { id: contactId }, data: { limitedToServices: true } });
}

describe("anything a command waits for", () => {
  test("the first use of its own idempotency key", async () => {
    const person = await somebody();
    expect(await suspendedAtItsKey("tickets.reply", person)).toMatchObject({ status: 403 });
    const replies = { authorContactId: person.contactId, body: "Hello again" };
    expect(await portal.owner.ticketMessage.count({ where: replies })).toBe(0);
  });

  test("the gateway is never called for anything uncommitted", async () => {
    const { status, input } = await suspendedAtItsKey("payments.confirm-sandbox", await somebody());
    const charges = await portal.owner.$queryRaw`select status from sandbox.charge where key = ${input.paymentId}`;
    expect([status, charges]).toEqual([403, [{ status: "actionRequired" }]]);
    const handed = await suspendedAtItsKey("payment-methods.finish-setup", await somebody());
    const setups = await portal.owner.$queryRaw`select s.status from sandbox.setup s
      join "PaymentMethodSetup" p on p."gatewayRef" = s.ref where p."id" = ${handed.input.setupId}::uuid`;
    expect([handed.status, setups]).toEqual([403, [{ status: "waiting" }]]);
  });

  test("applies to forms and the API alike", async () => {
    const person = await somebody();
    const { hold, traces } = await reply(person);
    const ticket = await portal.owner.ticket.findFirstOrThrow({ where: { openedByContactId: person.contactId } });
    const form = new FormData();
    const fields = { ticketId: ticket.id, message: "Hello again", idempotencyKey: randomUUID() };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const caller = { ...(await portal.as(person.email)), via: "form" as const };
    const { status } = await whileHeld(portal.owner, {
      hold,
      work: () => submitForm(caller, { origin: env().PORTAL_URL, operationName: "tickets.reply", accountId, form }),
      meanwhile: (tx) => suspend(tx, person),
    });
    expect([status, await traces()]).toEqual(["refused", 0]);
  });

  test("a lock taken before the viewer was loaded, and another row after it", async () => {
    const administrator = await somebody({ roles: ["administrator"] });
    const other = await somebody();
    const input = { contactId: other.contactId };
    const { status } = await whileHeld(portal.owner, {
      hold: (tx) => tx.$queryRaw`select 1 from "Contact" where "id" = ${other.contactId}::uuid for update`,
      work: () =>
        restCall({ operation: operationOf("people.suspend"), accountId, input, cookie: administrator.cookie }),
      meanwhile: (tx) =>
        tx.session.updateMany({ where: { personId: administrator.personId }, data: { revokedAt: ago() } }),
    });
    expect(status).toBe(401);
    expect(await portal.owner.contact.findUnique({ where: { id: other.contactId } })).toMatchObject({
      status: "active",
    });
  });
});

describe("changes that don't remove access", () => {
  test("more access granted meanwhile: the command is decided again and runs once", async () => {
    const person = await somebody();
    const { work, hold, traces } = await reply(person);
    const more = { accountId, contactId: person.contactId, role: "administrator" as const, givenByName: "x" };
    const { status } = await whileHeld(portal.owner, {
      hold,
      work,
      meanwhile: (tx) => tx.contactRole.create({ data: more }),
    });
    expect([status, await traces()]).toEqual([201, 1]);
  });

  test("a command can end its own author's access", async () => {
    const { cookie, personId } = await somebody();
    const url = new URL("/api/v1/me/sign-out-everywhere", env().PORTAL_URL);
    const headers = { cookie, origin: env().PORTAL_URL, "content-type": "application/json" };
    const sent = { method: "POST", headers, body: JSON.stringify({ hereToo: true }) };
    expect((await rest(new Request(url, sent))).status).toBe(200);
    expect(await portal.owner.session.count({ where: { personId, revokedAt: null } })).toBe(0);
    expect((await rest(new Request(url, sent))).status).toBe(401);
  });

  test("two commands that wait for each other both succeed", async () => {
    const { email } = await somebody({ roles: ["administrator"] });
    const caller = await portal.as(email);
    let waiting = 0;
    let bothWait = () => {};
    const both = new Promise<void>((resolve) => {
      bothWait = resolve;
    });
    const locks = (first: string, second: string) =>
      ownCommand(async ({ db }) => {
        await lockName(db, first);
        waiting += 1;
        if (waiting === 2) bothWait();
        await both;
        await lockName(db, second);
      });
    const commands = [locks("a", "b"), locks("b", "a")];
    await expect(Promise.all(commands.map((one) => execute(caller, accountId, one, {})))).resolves.toEqual([{}, {}]);
    expect(waiting).toBe(3);
  });

  test("a command whose author changes in every round ends in a conflict", async () => {
    const { email, contactId: id } = await somebody({ roles: ["administrator"] });
    let rounds = 0;
    const never = ownCommand(async () => {
      rounds += 1;
      await portal.owner.contact.update({ where: { id }, data: { endsAt: addDays(new Date(), rounds) } });
    });
    const given = await problemOf(execute(await portal.as(email), accountId, never, {}));
    expect([given.code, rounds]).toEqual(["conflict", 3]);
  });

  test("two sessions that end each other: one survives, neither fails", async () => {
    for (let race = 0; race < RACES; race++) {
      const { email, personId } = await somebody();
      const statuses = await endEachOther(email, personId);
      expect(statuses.sort()).toEqual([200, 401]);
      expect(await portal.owner.session.count({ where: { personId, revokedAt: null } })).toBe(1);
    }
  });
});

/** The command waits for a parallel first use of its key, which is rolled back; meanwhile its author is suspended. */
async function suspendedAtItsKey(operation: string, person: Person) {
  const { email, cookie, personId } = person;
  const input = (await samples[operation]?.({ portal, accountId, email })) ?? {};
  const key = randomUUID();
  const { status } = await whileHeld(portal.owner, {
    hold: async (tx) => {
      await tx.idempotencyKey.create({ data: { personId, accountId, operation, key, requestHash: "x" } });
      await tx.idempotencyKey.deleteMany({ where: { key } });
    },
    work: () =>
      restCall({ operation: operationOf(operation), accountId, input, cookie, headers: { "idempotency-key": key } }),
    meanwhile: (tx) => suspend(tx, person),
  });
  return { status, input };
}

/** A command for people who can view reports. */
const ownCommand = (run: (context: Context<"account">) => Promise<unknown>) =>
  defineCommand({
    name: "test.command",
    permission: "reports.view",
    scope: "account",
    summary: "Do what the test asks",
    activity: "try something",
    input: z.object({}),
    output: z.object({}),
    http: { method: "POST", path: "/accounts/{accountId}/test" },
    run: async (context) => {
      await run(context);
      return { output: {}, audit: { summary: "Did what the test asked" } };
    },
  });

/** Two new sessions, each ending all the others at once. */
async function endEachOther(email: string, personId: string): Promise<number[]> {
  await portal.owner.session.deleteMany({ where: { personId } });
  const cookies = [await portal.cookie(email), await portal.cookie(email)];
  const url = new URL("/api/v1/me/sign-out-everywhere", env().PORTAL_URL);
  const answers = cookies.map((cookie) => {
    const headers = { cookie, origin: env().PORTAL_URL, "content-type": "application/json" };
    return rest(new Request(url, { method: "POST", headers, body: "{}" }));
  });
  return (await Promise.all(answers)).map(({ status }) => status);
}
