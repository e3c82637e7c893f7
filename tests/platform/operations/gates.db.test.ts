import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { signIn } from "@/tests/accounts/looks/look-fixture";
import { MANAGER, OWNER, type VisitFixture, visitFixture } from "@/tests/accounts/staff-visits/visit-fixture";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { ownCommand, ownQuery } from "./own-operation";

let portal: TestPortal;
let northwind: VisitFixture;
let since: Date;
beforeAll(async () => {
  portal = await testPortal();
  northwind = await visitFixture(portal);
});
afterAll(() => portal.close());
beforeEach(async () => {
  await northwind.afresh();
  since = new Date();
});

const denials = () => portal.owner.auditEvent.findMany({ where: { at: { gte: since }, outcome: "denied" } });

describe("an operation within an account", () => {
  const reading = ownQuery("account", "account.view");

  test("asks staff for a reason first, which is no denial, and lists what they were shown", async () => {
    const unasked = await problemOf(northwind.ask(MANAGER, reading, {}));
    expect(unasked.extra).toEqual({ reason: "visit-reason", visitAccountId: northwind.accountId });
    expect(await denials()).toEqual([]);
    expect(await northwind.lines()).toEqual([]);
    const { visitId } = await northwind.start(MANAGER);
    await northwind.ask(MANAGER, reading, {});
    expect(await northwind.lines()).toMatchObject([{ operation: "test.operation", visitId, times: 1 }]);
  });

  test("is refused and logged where the account's approval is missing", async () => {
    await portal.owner.account.update({ where: { id: northwind.accountId }, data: { staffApproval: "everything" } });
    await northwind.start(MANAGER, { ask: true });
    expect((await problemOf(northwind.ask(MANAGER, reading, {}))).extra.reason).toBe("visit-approval");
    expect(await denials()).toMatchObject([{ operation: "test.operation", accountId: northwind.accountId }]);
  });

  test("asks for a confirmation if it is sensitive, before it does anything", async () => {
    let done = 0;
    const sensitive: AnyOperation = {
      ...ownCommand("account", "account.view", { run: async () => ++done }),
      stepUp: "always",
    };
    const caller = await portal.as(OWNER);
    const confirmed = (minutes: number) =>
      portal.owner.session.updateMany({
        where: { tokenHash: caller.credential.hash },
        data: { confirmedAt: addMinutes(new Date(), -minutes) },
      });
    const ask = () => execute(caller, northwind.accountId, sensitive, {});
    await confirmed(11);
    expect((await problemOf(ask())).code).toBe("confirmation-needed");
    expect(done).toBe(0);
    await confirmed(9);
    await ask();
    expect(done).toBe(1);
  });
});

describe("an operation in a view as a member", () => {
  test("changes nothing, is logged as denied to whoever looks, and is executed as them if it ends the view", async () => {
    const owner = await signIn(portal, OWNER);
    const { id } = await portal.owner.contact.findFirstOrThrow({
      where: { accountId: northwind.accountId, email: "support@northwind.example" },
    });
    await owner.lookAs(id);
    const looker = await portal.owner.person.findUniqueOrThrow({ where: { email: OWNER } });
    const northwindOwner = await portal.owner.contact.findFirstOrThrow({
      where: { accountId: northwind.accountId, personId: looker.id },
    });
    const whose = ({ actor }: { readonly actor: { readonly contactId: string | null } }) =>
      Promise.resolve(actor.contactId);
    expect(await owner.ask(ownQuery("account", "account.view", { run: whose }), {})).toEqual({ said: id });
    const changing = ownCommand("account", "account.view", { run: whose });
    expect((await problemOf(owner.ask(changing, {}))).extra.reason).toBe("looking");
    expect(await denials()).toMatchObject([{ operation: "test.operation", actorPersonId: looker.id }]);
    expect(await owner.ask({ ...changing, outsideLook: true }, {})).toEqual({ said: northwindOwner.id });
  });

  test("is also logged as denied if the page goes on without it", async () => {
    const owner = await signIn(portal, OWNER);
    const { id } = await portal.owner.contact.findFirstOrThrow({
      where: { accountId: northwind.accountId, email: "support@northwind.example" },
    });
    await owner.lookAs(id);
    const said = await withRequest(owner.caller, { accountId: northwind.accountId }, ({ execute: run }) =>
      run(ownQuery("account", "billing.invoices.pay"), {}).catch(({ code }) => code),
    );
    expect(said).toBe("refused");
    const looker = await portal.owner.person.findUniqueOrThrow({ where: { email: OWNER } });
    expect(await denials()).toMatchObject([{ operation: "test.operation", actorPersonId: looker.id }]);
  });
});

describe("an operation of staff that shows a record of an account", () => {
  const about = (accountId: string | null) =>
    asManager(ownQuery("staff", "staff.mail.view", { run: ({ concerning }) => concerning(accountId) }));
  const asManager = async (operation: AnyOperation) => execute(await northwind.as(MANAGER), null, operation, {});

  test("asks for the same reason, and is listed for the owner like one within the account", async () => {
    const unasked = await problemOf(about(northwind.accountId));
    expect(unasked.extra).toEqual({ reason: "visit-reason", visitAccountId: northwind.accountId });
    expect(await northwind.lines()).toEqual([]);
    const { visitId } = await northwind.start(MANAGER);
    await about(northwind.accountId);
    expect(await northwind.lines()).toMatchObject([
      { operation: "test.operation", recordName: null, visitId, times: 1 },
    ]);
  });

  test("asks for none if the record is of no account, or of none that exists", async () => {
    await about(null);
    await about(randomUUID());
    expect(await portal.owner.staffRead.count()).toBe(0);
  });
});
