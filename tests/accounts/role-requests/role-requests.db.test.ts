import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerRoleRequest } from "@/lib/accounts/role-requests/answer-role-request";
import { askForRole } from "@/lib/accounts/role-requests/ask-for-role";
import { listRoleRequests } from "@/lib/accounts/role-requests/list-role-requests";
import type { RolePreset } from "@/lib/accounts/role-requests/schema";
import { viewRoleRequest } from "@/lib/accounts/role-requests/view-role-request";
import { withdrawRoleRequest } from "@/lib/accounts/role-requests/withdraw-role-request";
import { clearUp } from "@/lib/jobs/clear-up";
import { addDays, iso } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { applyRoleRequest } from "@/lib/staff/role-requests/apply-role-request";
import { discardRoleRequest } from "@/lib/staff/role-requests/discard-role-request";
import { listRoleRequestQueue } from "@/lib/staff/role-requests/list-queue";
import { recordRoleRequest } from "@/lib/staff/role-requests/record-role-request";
import { viewRoleRequestForm } from "@/lib/staff/role-requests/view-form";
import {
  type AccessFixture,
  ADMINISTRATOR,
  accessFixture,
  BILLING,
  OWNER,
  off,
  SUPPORT,
} from "@/tests/accounts/people/access-fixture";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { doubtful, roleRequest } from "@/tests/staff/role-requests/arrange";

let portal: TestPortal;
let northwind: AccessFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
});
beforeEach(async () => {
  await portal.owner.rateLimit.deleteMany();
  await portal.owner.outboxMail.deleteMany();
});
afterAll(() => portal.close());

const AGENT = "staff-support@portcullis.example";
let people = 0;
const fresh = () => `asked-${++people}@northwind.example`;
const row = (id: string) => portal.owner.roleRequest.findUniqueOrThrow({ where: { id } });
const confirmations = () => portal.owner.outboxMail.count({ where: { template: "role-request" } });
const message = (over: object = {}) => ({
  source: "mail" as const,
  proof: "verified" as const,
  senderAddress: OWNER,
  original: "Please add Lena Hoekstra to our account, for invoices.",
  reference: "T-1042",
  name: "Lena Hoekstra",
  email: fresh(),
  role: "billing" as RolePreset,
  ...over,
});
const record = (over: object = {}, by = AGENT) => northwind.ask(by, recordRoleRequest, message(over));
const answer = (requestId: string, answer: "approve" | "refuse", by = OWNER, version = 1) =>
  northwind.ask(by, answerRoleRequest, { requestId, version, answer });
const apply = (requestId: string, version: number) => northwind.ask(AGENT, applyRoleRequest, { requestId, version });

describe("asked in the portal", () => {
  it("a request counts as approved by whoever asks, who can see what it gives", async () => {
    const email = fresh();
    const asked = { name: "Lena Hoekstra", email, role: "billing" as const, message: "She pays." };
    const { requestId } = await northwind.ask(ADMINISTRATOR, askForRole, asked);
    const seen = await northwind.ask(OWNER, viewRoleRequest, { requestId });
    expect(seen).toMatchObject({
      status: "approved",
      proof: "signedIn",
      decidedByName: "Marcus Okafor",
      original: "She pays.",
      roleName: "Billing only",
    });
    const gained = seen.changes.flatMap(({ items }) => items).map(({ name }) => name);
    expect(gained).toContain("View invoices");
    expect(gained).not.toContain("View tickets");
    expect(await confirmations()).toBe(0);
    await apply(requestId, 1);
    expect((await northwind.ask(OWNER, viewRoleRequest, { requestId })).appliedRoleName).toBe("Billing only");
  });

  it("only those who could give the role themselves can ask for it", async () => {
    const asked = { name: "Lena", email: fresh(), role: "billing" as const };
    for (const who of [BILLING, SUPPORT, AGENT])
      expect((await problemOf(northwind.ask(who, askForRole, asked))).code).toBe("refused");
    const limited = await northwind.member({ roles: ["administrator"], permissions: [off("billing.invoices.view")] });
    expect(await problemOf(northwind.ask(limited.email, askForRole, asked))).toMatchObject({
      code: "refused",
      extra: { refusal: "not-yours-to-give" },
    });
    const alone = await northwind.member({ roles: ["administrator"], permissions: [off("people.members.add")] });
    expect((await problemOf(northwind.ask(alone.email, askForRole, asked))).extra.permission).toBe(
      "people.members.add",
    );
  });

  it("one request is open for a person, even if sent fifty times at once", async () => {
    const asked = { name: "Lena", email: fresh(), role: "billing" as const };
    const owner = await portal.as(OWNER);
    const tries = Array.from({ length: 50 }, () => execute(owner, northwind.accountId, askForRole, asked));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await portal.owner.roleRequest.count({ where: { email: asked.email } })).toBe(1);
  });

  it("it can be withdrawn until it is applied", async () => {
    const { requestId } = await northwind.ask(OWNER, askForRole, { name: "L", email: fresh(), role: "support" });
    await northwind.ask(OWNER, withdrawRoleRequest, { requestId, version: 1 });
    expect((await problemOf(apply(requestId, 2))).detail).toBe("This request was withdrawn.");
    const again = northwind.ask(OWNER, withdrawRoleRequest, { requestId, version: 2 });
    expect((await problemOf(again)).code).toBe("conflict");
  });
});

describe("recorded by staff", () => {
  it("a verified message of the owner or an administrator stands at once", async () => {
    for (const senderAddress of [OWNER, ADMINISTRATOR]) {
      const { requestId, status } = await record({ senderAddress });
      expect(status).toBe("approved");
      expect(await row(requestId)).toMatchObject({ decidedByName: expect.stringMatching(/Ingrid|Marcus/) });
    }
    expect(await confirmations()).toBe(0);
  });

  it.each([
    ["weakly verified", { proof: "weak" }],
    ["not verified", { proof: "unproven" }],
    ["for an administrator", { role: "administrator" }],
    ["by telephone, whatever is said about it", { source: "call" }],
  ])("one that is %s waits for the owner, who is asked by email", async (_, over) => {
    const { requestId, status } = await record(over);
    expect(status).toBe("waiting");
    const mail = await northwind.mailTo(OWNER);
    expect(mail.template).toBe("role-request");
    expect(mail.text).toContain("Lena Hoekstra");
    expect(mail.text).toContain(`/people/role-requests/${requestId}`);
    expect((await problemOf(apply(requestId, 1))).detail).toBe("This request hasn't been approved yet.");
    await answer(requestId, "approve");
    await apply(requestId, 2);
    expect(await row(requestId)).toMatchObject({ status: "applied", decidedByName: "Ingrid Solheim" });
  });

  it("a verified message from one address doesn't speak for somebody else", async () => {
    const { id: requesterId, email } = await northwind.member({ roles: ["administrator"] });
    expect((await record({ requesterId })).status).toBe("waiting");
    expect((await record({ requesterId, senderAddress: email })).status).toBe("approved");
    await portal.owner.person.updateMany({ where: { email }, data: { emailVerifiedAt: null } });
    await portal.owner.contact.update({ where: { id: requesterId }, data: { emailVerifiedAt: null } });
    expect((await record({ senderAddress: email })).status).toBe("waiting");
  });

  it.each([
    ["a contact who couldn't do it", () => ({ senderAddress: BILLING })],
    ["an address nobody on the account has", () => ({ senderAddress: "ingrid@evil.example" })],
    ["nobody", () => ({ senderAddress: null })],
  ])("one by %s is refused", async (_, over) => {
    const problem = await problemOf(record(over()));
    expect(problem.code).toBe("invalid");
    expect(Object.keys(problem.extra.fields ?? {})).toEqual(["senderAddress"]);
    expect(await confirmations()).toBe(0);
  });

  it("one for a role that the person has already, or for staff, is refused", async () => {
    expect((await problemOf(record({ email: BILLING }))).extra.fields).toHaveProperty("email");
    expect((await problemOf(record({ email: AGENT }))).code).toBe("refused");
  });

  it("the words of a ticket are proposed, and only of one that the staff member may see", async () => {
    const { id: ticketId, number } = await portal.owner.ticket.findFirstOrThrow({
      where: { accountId: northwind.accountId, department: "support" },
    });
    const { draft } = await northwind.ask(AGENT, viewRoleRequestForm, { ticketId });
    expect(draft?.reference).toBe(`#${number}`);
    const accounting = northwind.ask("staff-accounting@portcullis.example", viewRoleRequestForm, { ticketId });
    expect((await problemOf(accounting)).code).toBe("not-found");
  });
});

describe("answered", () => {
  const waiting = async (plan: object = {}) => {
    const recordedById = portal.demo.staff.supportId;
    return (await roleRequest(portal, northwind.accountId, { ...doubtful, recordedById, ...plan })).id;
  };

  it("a forged request is refused by the owner, and nothing comes of it", async () => {
    const requestId = await waiting({ role: "administrator" });
    await answer(requestId, "refuse");
    expect((await problemOf(apply(requestId, 2))).detail).toBe("This request was refused.");
    expect((await problemOf(answer(requestId, "approve", OWNER, 2))).code).toBe("conflict");
  });

  it("it is approved by those only who could give the role themselves", async () => {
    const requestId = await waiting({ role: "administrator" });
    for (const who of [BILLING, SUPPORT, AGENT])
      expect((await problemOf(answer(requestId, "approve", who))).code).toBe("refused");
    const limited = await northwind.member({ roles: ["administrator"], permissions: [off("reports.view")] });
    expect((await problemOf(answer(requestId, "approve", limited.email))).extra.refusal).toBe("not-yours-to-give");
    expect((await northwind.ask(limited.email, viewRoleRequest, { requestId })).locked).toContain("don't have");
    await answer(requestId, "approve", ADMINISTRATOR);
    expect(await row(requestId)).toMatchObject({ status: "approved", decidedByName: "Marcus Okafor" });
  });

  it("a change of owner is approved by the owner alone", async () => {
    const requestId = await waiting({ source: "call", role: "owner", contactId: northwind.contacts.administrator });
    expect((await problemOf(answer(requestId, "approve", ADMINISTRATOR))).code).toBe("refused");
    await answer(requestId, "approve");
  });

  it("once, by fifty at once, approving and refusing", async () => {
    const requestId = await waiting();
    const callers = await Promise.all(Array.from({ length: 50 }, (_, at) => portal.as(at % 2 ? OWNER : ADMINISTRATOR)));
    const tries = callers.map((caller, at) =>
      execute(caller, northwind.accountId, answerRoleRequest, {
        requestId,
        version: 1,
        answer: at % 3 ? "approve" : "refuse",
      }),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await row(requestId)).toMatchObject({ version: 2 });
  });

  it("withdrawing and applying at once, only one of them happens", async () => {
    for (let round = 0; round < 5; round++) {
      const { id: requestId, email } = await roleRequest(portal, northwind.accountId);
      await Promise.allSettled([
        apply(requestId, 1),
        northwind.ask(OWNER, withdrawRoleRequest, { requestId, version: 1 }),
      ]);
      const { status } = await row(requestId);
      const joined = await portal.owner.contact.count({ where: { email } });
      expect([status, joined]).toEqual(status === "applied" ? ["applied", 1] : ["withdrawn", 0]);
    }
  });

  it("not after it has expired, which the worker notes", async () => {
    const requestId = await waiting({ expiresAt: addDays(new Date(), -1) });
    expect((await problemOf(answer(requestId, "approve"))).detail).toContain("expired");
    expect((await northwind.ask(OWNER, viewRoleRequest, { requestId })).status).toBe("expired");
    await clearUp(new Date());
    expect(await row(requestId)).toMatchObject({ status: "expired", version: 2 });
  });

  it("an expired request makes room for a new one", async () => {
    const email = fresh();
    await waiting({ email, expiresAt: addDays(new Date(), -1) });
    await northwind.ask(OWNER, askForRole, { name: "Lena", email, role: "support" });
    const states = await portal.owner.roleRequest.findMany({ where: { email }, orderBy: { createdAt: "asc" } });
    expect(states.map(({ status }) => status).sort()).toEqual(["approved", "expired"]);
  });

  it("staff discard what isn't to be applied, and the account can read why", async () => {
    const requestId = await waiting();
    const input = { requestId, version: 1, reason: "Forged: sent from another server" };
    await northwind.ask(AGENT, discardRoleRequest, input);
    expect(await row(requestId)).toMatchObject({ status: "withdrawn" });
    expect((await northwind.lastEvent()).summary).toContain("Forged: sent from another server");
  });
});

it("an account sees its own requests, and staff those of all, without what was written", async () => {
  const mine = await northwind.ask(OWNER, listRoleRequests, {});
  expect(mine.items.every(({ createdAt }, at, all) => at === 0 || createdAt <= (all[at - 1]?.createdAt ?? ""))).toBe(
    true,
  );
  const { id: foreign } = await roleRequest(portal, portal.demo.globex.id);
  expect((await problemOf(northwind.ask(OWNER, viewRoleRequest, { requestId: foreign }))).code).toBe("not-found");
  const queue = await execute(await portal.as(AGENT), null, listRoleRequestQueue, {});
  expect(queue.items.map(({ id }) => id)).toContain(foreign);
  expect(queue.items.every(({ status, expiresAt }) => status === "approved" && expiresAt > iso(new Date()))).toBe(true);
  expect(JSON.stringify(queue)).not.toContain("original");
});
