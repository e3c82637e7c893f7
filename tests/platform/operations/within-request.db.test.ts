import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDays } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { currentLocale, withLanguage } from "@/lib/platform/language/with-language";
import { metrics } from "@/lib/platform/metrics/metrics";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import type { Context } from "@/lib/platform/operations/operation";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { ownCommand, ownQuery, scopeOf } from "./own-operation";

const OWNER = "owner@northwind.example";
const BILLING = "only-billing@northwind.example";

let portal: TestPortal;
let accountId: string;
let caller: Caller;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  caller = await portal.as(OWNER);
  await buildContact(portal.owner, accountId, { email: BILLING, name: "Only Billing", roles: ["billing"] });
});
afterAll(() => portal.close());

describe("the operations of a request", () => {
  const steps: string[] = [];
  beforeEach(() => {
    steps.length = 0;
  });

  /** It notes when it starts, and when the database has answered. */
  const noting = (name: string) => ({
    run: async ({ db }: Context) => {
      steps.push(`${name} starts`);
      await scopeOf(db);
      steps.push(`${name} ends`);
    },
  });
  const query = (name: string) => ownQuery("account", "account.view", noting(name));
  const command = (name: string) => ownCommand("account", "account.view", noting(name));

  test("run side by side if they are queries", async () => {
    await withRequest(caller, { accountId }, ({ execute }) =>
      Promise.all([execute(query("one"), {}), execute(query("two"), {})]),
    );
    expect(steps).toEqual(["one starts", "two starts", "one ends", "two ends"]);
  });

  test("run alone if they are commands: after what was started before, and before what is started later", async () => {
    await withRequest(caller, { accountId }, ({ execute }) =>
      Promise.all([
        execute(query("before"), {}),
        execute(command("first"), {}),
        execute(command("second"), {}),
        execute(query("after"), {}),
      ]),
    );
    const inTurn = ["before", "first", "second", "after"].flatMap((name) => [`${name} starts`, `${name} ends`]);
    expect(steps).toEqual(inTurn);
  });
});

describe("the language of an operation", () => {
  const asks = ownQuery("account", "account.view", { run: async () => currentLocale() });
  const readsGerman = "liest-deutsch@northwind.example";
  let personId: string;
  beforeAll(async () => {
    await buildContact(portal.owner, accountId, { email: readsGerman, name: "Liest Deutsch", roles: ["billing"] });
    const changed = { where: { email: readsGerman }, data: { locale: "de-DE" } };
    ({ id: personId } = await portal.owner.person.update(changed));
  });

  const expiresAt = addDays(new Date(), 1);
  const asked = async (credential: Caller["credential"]) =>
    (await withLanguage("en-GB", () => execute({ ...caller, credential }, accountId, asks, {}))).said;

  test("is that of the request, with a session as with a token", async () => {
    const { credential } = await portal.as(readsGerman);
    expect(await asked(credential)).toBe("en-GB");
    const hash = hashToken(newSecretToken());
    const data = { personId, name: "t", tokenHash: hash, prefix: "pc_", permissions: ["account.view"], expiresAt };
    await portal.owner.apiToken.create({ data });
    expect(await asked({ by: "token", hash })).toBe("en-GB");
  });

  test("is that of the person for whom the worker executes it", async () => {
    const file = { operation: "x", input: {}, inputHash: "x", totalLines: 1, state: "running", attempts: 1 } as const;
    const { id } = await portal.owner.export.create({ data: { ...file, personId, accountId, expiresAt } });
    expect(await asked({ by: "export", id, attempt: 1 })).toBe("de-DE");
    const ticket = await portal.owner.ticket.findFirstOrThrow({ where: { accountId } });
    const data = { accountId, personId, ticketId: ticket.id, body: "Hello", sendAt: new Date() };
    const draft = await portal.owner.ticketDraft.create({ data });
    // Every reply waits first.
    await portal.owner.ticketDraft.update({ where: { id: draft.id }, data: { sendAt: new Date(0) } });
    expect(await asked({ by: "draft", id: draft.id })).toBe("de-DE");
  });
});

describe("the count of operations", () => {
  beforeEach(() => {
    metrics().operations.reset();
    metrics().refusals.reset();
  });

  /** By outcome. */
  const counted = async () =>
    Object.fromEntries(
      (await metrics().operations.get()).values.map(({ labels, value }) => [labels.outcome, value] as const),
    );

  test("has each once that was done, whether within a request or as its own", async () => {
    const done = ownQuery("account", "account.view");
    await execute(caller, accountId, done, {});
    await withRequest(caller, { accountId }, ({ execute }) => Promise.all([execute(done, {}), execute(done, {})]));
    expect(await counted()).toEqual({ done: 3 });
  });

  test("has those that failed by how they failed, and refusals by the permission", async () => {
    const fails = (error: unknown) => ownQuery("account", "account.view", { run: () => Promise.reject(error) });
    await expect(execute(caller, accountId, fails(new Error("broken")), {})).rejects.toThrow("broken");
    await problemOf(execute(caller, accountId, fails(new Problem("conflict", "No")), {}));
    await problemOf(execute(await portal.as(BILLING), accountId, ownQuery("account", "support.tickets.view"), {}));
    expect(await counted()).toEqual({ error: 1, conflict: 1, refused: 1 });
    expect((await metrics().refusals.get()).values).toMatchObject([
      { labels: { permission: "support.tickets.view" }, value: 1 },
    ]);
  });
});
