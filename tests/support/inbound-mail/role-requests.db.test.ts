import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerRoleRequest } from "@/lib/accounts/role-requests/answer-role-request";
import type { RolePreset } from "@/lib/accounts/role-requests/schema";
import { mailForms } from "@/lib/jobs/mail-forms";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { applyRoleRequest } from "@/lib/staff/role-requests/apply-role-request";
import { claimInbound } from "@/lib/support/inbound-mail/claim-inbound";
import { processInbound } from "@/lib/support/inbound-mail/process-inbound";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import type { TestPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { corpusPortal } from "./corpus-portal";
import type { MailWorld } from "./mail-world";
import { type WrittenMail, writeMail } from "./write-mail";

const ROLES = "roles@in.portcullis.example";
const OWNER = "owner@northwind.example";
const AGENT = "staff-accounting@portcullis.example";
const MILA = "mila@elsewhere.example";

let portal: TestPortal;
let world: MailWorld;
let account: string;
beforeAll(async () => {
  ({ portal, world } = await corpusPortal());
  account = portal.demo.northwind.id;
});
beforeEach(async () => {
  await portal.owner.inboundMail.deleteMany();
  await portal.owner.rateLimit.deleteMany();
  await portal.owner.roleRequest.deleteMany();
});
afterAll(async () => {
  await world.close();
  await portal.close();
});

const form = (role: string, more = "", email = MILA) => `Name: Mila Novak\nEmail: ${email}\nRole: ${role}\n${more}`;
const written = (mail: WrittenMail): string =>
  writeMail({ from: `Owner <${OWNER}>`, to: ROLES, subject: "A new colleague", body: form("billing"), ...mail });

/** Delivers a mail, signed by that domain or not at all, and returns its outcome and what it asked for. */
async function arrives(mail: WrittenMail, signer: string | null = "northwind.example", to = mail.to ?? ROLES) {
  const raw = signer === null ? written(mail) : await world.sign(signer, written(mail));
  await world.deliver({ raw, from: "bounce@northwind.example", to });
  await processInbound({ forms: mailForms });
  const { outcome, summary, accountId } = await portal.owner.inboundMail.findFirstOrThrow({
    orderBy: { receivedAt: "desc" },
  });
  const requests = await portal.owner.roleRequest.findMany({ orderBy: { number: "asc" } });
  return { outcome, summary, accountId, requests };
}

const askedOwner = () => portal.owner.outboxMail.count({ where: { template: "role-request", accountId: account } });
/** Nobody holds anything by an email alone. */
const granted = async () => {
  const people = { email: { in: [MILA] } };
  return [
    await portal.owner.contact.count({ where: people }),
    await portal.owner.invitation.count({ where: { contact: people } }),
  ];
};

describe("a verified email in the agreed form", () => {
  it("of the owner becomes a request that staff can apply, and grants nothing", async () => {
    const { outcome, summary, requests } = await arrives({});
    expect([outcome, summary]).toEqual(["requested", `It asks for a role: R-${requests[0]?.number}.`]);
    expect(requests).toMatchObject([
      {
        source: "mail",
        proof: "verified",
        senderAddress: OWNER,
        email: MILA,
        name: "Mila Novak",
        role: "billing",
        status: "approved",
      },
    ]);
    expect(requests[0]?.original).toBe(form("billing").trim());
    expect(await granted()).toEqual([0, 0]);
  });

  it("counts at any address of the portal if its subject says so, in English and German", async () => {
    const body = `E-Mail: ${MILA}\nName: Mila Novak\nRolle: Abrechnung und Support\nBis: 2099-03-31\n\nViele Grüße`;
    const mail = { to: "support@in.portcullis.example", subject: "Rollenanfrage", body };
    expect(await arrives(mail)).toMatchObject({ outcome: "requested", requests: [{ role: "billing-support" }] });
    expect((await portal.owner.roleRequest.findFirstOrThrow()).roleEndsAt?.toISOString()).toMatch(/^2099-03-31/);
  });

  it("for an administrator asks the owner first", async () => {
    const before = await askedOwner();
    expect(await arrives({ body: form("administrator") })).toMatchObject({ requests: [{ status: "waiting" }] });
    expect(await askedOwner()).toBe(before + 1);
  });

  it("sent a second time with the same words asks the owner, because others may have kept it", async () => {
    await arrives({});
    await portal.owner.$executeRaw`update "RoleRequest" set "status" = 'withdrawn', "version" = "version" + 1`;
    const { outcome, requests } = await arrives({ date: addMinutes(new Date(), -1) });
    expect([outcome, requests.map(({ status }) => status)]).toEqual(["requested", ["withdrawn", "waiting"]]);
  });

  it("sent on by somebody who kept it, with a line more in its header, asks for nothing", async () => {
    const raw = await world.sign("northwind.example", written({}));
    await world.deliver({ raw, from: OWNER, to: ROLES });
    await processInbound({ forms: mailForms });
    await portal.owner.$executeRaw`update "RoleRequest" set "status" = 'withdrawn', "version" = "version" + 1`;
    await world.deliver({ raw: `X-Any: 1\r\n${raw}`, from: "m@attacker.example", to: ROLES });
    await processInbound({ forms: mailForms });
    const ends = await portal.owner.inboundMail.findMany({ orderBy: { receivedAt: "asc" } });
    expect(ends.slice(-2).map(({ outcome }) => outcome)).toEqual(["requested", "duplicate"]);
    expect(await portal.owner.roleRequest.count()).toBe(1);
  });

  it("delivered twice is one request", async () => {
    const raw = await world.sign("northwind.example", written({}));
    for (const _ of [1, 2]) await world.deliver({ raw, from: OWNER, to: ROLES });
    await Promise.all([1, 2, 3].map(() => processInbound({ forms: mailForms })));
    expect(await portal.owner.roleRequest.count()).toBe(1);
  });

  it("waits for staff while another request for the same person is open", async () => {
    await arrives({});
    const { outcome, summary, requests } = await arrives({ body: form("support") });
    expect([outcome, requests.length]).toEqual(["waiting", 1]);
    expect(summary).toMatch(/^It asks for a role, which isn't possible as written: There is already an open request/);
  });

  it("of a contact who couldn't give the role is refused, and asks for nothing", async () => {
    const from = "Bills <bills@northwind.example>";
    expect(await arrives({ from })).toMatchObject({
      outcome: "refused",
      summary: "bills@northwind.example may not ask for a role on Northwind Robotics.",
      requests: [],
    });
  });

  it("asks on no account but the sender's", async () => {
    const { accountId, requests } = await arrives({ from: "owner@globex.example" }, "globex.example");
    expect(accountId).toBe(portal.demo.globex.id);
    expect(requests.map((request) => request.accountId)).toEqual([portal.demo.globex.id]);
    const inNorthwind = await arrives(
      { from: "owner@globex.example", body: form("billing", "", OWNER) },
      "globex.example",
    );
    expect(inNorthwind.requests.every((request) => request.accountId === portal.demo.globex.id)).toBe(true);
  });
});

describe("a request that came by email", () => {
  const applying = async (by: string, id: string, role?: RolePreset) => {
    const { version } = await portal.owner.roleRequest.findUniqueOrThrow({ where: { id } });
    const input = { requestId: id, version, ...(role && { role }) };
    return execute(await portal.as(by), account, applyRoleRequest, input);
  };
  const answering = async (by: string, id: string, version = 1) =>
    execute(await portal.as(by), account, answerRoleRequest, { requestId: id, version, answer: "approve" });
  /** As if a fortnight had passed: the database lets nobody move the end of a request. */
  const expire = (id: string) =>
    portal.owner.$transaction([
      portal.owner.$executeRaw`set local session_replication_role = replica`,
      portal.owner.roleRequest.update({ where: { id }, data: { expiresAt: addDays(new Date(), -1) } }),
    ]);
  const idOf = ({ requests }: Awaited<ReturnType<typeof arrives>>): string => requests[0]?.id ?? "";

  it("gives no more than its form asked for, whatever the text below it says", async () => {
    const id = idOf(await arrives({ body: form("billing", "\nPlease make her an administrator, or the owner.") }));
    for (const role of ["administrator", "billing-support", "support"] as const)
      expect((await problemOf(applying(AGENT, id, role))).code).toBe("refused");
    expect(await granted()).toEqual([0, 0]);
    await applying(AGENT, id);
    const { roles } = await portal.owner.contact.findFirstOrThrow({ where: { email: MILA }, include: { roles: true } });
    expect(roles.map(({ role }) => role)).toEqual(["billing"]);
    await portal.owner.contact.deleteMany({ where: { email: MILA } });
  });

  it("isn't approved by somebody who was the owner when they were asked", async () => {
    const id = idOf(await arrives({ body: form("administrator") }));
    const owned = { where: { id: account } };
    const { ownerContactId } = await portal.owner.account.findUniqueOrThrow(owned);
    const next = await portal.owner.contact.findFirstOrThrow({
      where: { accountId: account, email: "administrator@northwind.example" },
    });
    await portal.owner.account.update({ ...owned, data: { ownerContactId: next.id } });
    const { code } = await problemOf(answering(OWNER, id));
    await portal.owner.account.update({ ...owned, data: { ownerContactId } });
    expect(["refused", "not-found"]).toContain(code);
    expect((await problemOf(applying(AGENT, id))).code).toMatch(/refused|conflict/);
    expect(await granted()).toEqual([0, 0]);
  });

  it("is neither approved nor applied once it has expired, and the same email brings it back no more", async () => {
    const raw = await world.sign("northwind.example", written({ body: form("administrator") }));
    const replay = async () => {
      await world.deliver({ raw, from: OWNER, to: ROLES });
      await processInbound({ forms: mailForms });
      return portal.owner.roleRequest.findMany({ orderBy: { number: "asc" } });
    };
    const [asked] = (await replay()).map(({ id }) => id);
    await expire(asked ?? "");
    expect((await problemOf(answering(OWNER, asked ?? ""))).detail).toContain("expired");
    expect((await replay()).map(({ id }) => id)).toEqual([asked]);
    const { requests } = await arrives({ body: form("billing", "", "late@elsewhere.example") });
    const stood = requests[1]?.id ?? "";
    await expire(stood);
    expect((await problemOf(applying(AGENT, stood))).code).toMatch(/refused|conflict/);
    expect(await granted()).toEqual([0, 0]);
  });

  it("is approved once, by whoever answers first", async () => {
    const id = idOf(await arrives({ body: form("administrator") }));
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => answering(OWNER, id)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await granted()).toEqual([0, 0]);
  });
});

describe("an email asks for no role", () => {
  const nothing = { requests: [] };
  it("if nobody signed it", async () => {
    expect(await arrives({}, null)).toMatchObject({ ...nothing, outcome: "waiting" });
  });

  it("if another domain signed it", async () => {
    expect(await arrives({}, "attacker.example")).toMatchObject({ ...nothing, outcome: "waiting" });
  });

  it("if only the server is known and not the domain's signature", async () => {
    await portal.owner.contactRole.updateMany({
      where: { contact: { email: "dev@spf.example" } },
      data: { role: "administrator" },
    });
    const raw = written({ from: "dev@spf.example" });
    await world.deliver({ raw, from: "dev@spf.example", to: ROLES });
    await processInbound({ forms: mailForms });
    expect(await portal.owner.inboundMail.findFirstOrThrow()).toMatchObject({ outcome: "opened", identity: "weak" });
    expect(await portal.owner.roleRequest.count()).toBe(0);
  });

  it("if the signature covers only a part of it", async () => {
    const raw = await world.sign("northwind.example", written({}), { maxBodyLength: 10 });
    await world.deliver({ raw, from: OWNER, to: ROLES });
    await processInbound({ forms: mailForms });
    expect(await portal.owner.roleRequest.count()).toBe(0);
  });

  it("if its sender is unknown", async () => {
    const from = "nobody@northwind.example";
    expect(await arrives({ from })).toMatchObject({ ...nothing, outcome: "waiting" });
  });

  it("if its sender is suspended", async () => {
    const from = "administrator@northwind.example";
    const became = (status: "suspended" | "active") =>
      portal.owner.contact.updateMany({ where: { accountId: account, email: from }, data: { status } });
    await became("suspended");
    expect(await arrives({ from })).toMatchObject({ ...nothing, outcome: "waiting" });
    await became("active");
    expect(await arrives({ from })).toMatchObject({ outcome: "requested" });
  });

  it("if its sender has no login, or is on several accounts", async () => {
    expect(await arrives({ from: "mailbox@northwind.example" })).toMatchObject(nothing);
    expect(await arrives({ from: "two@northwind.example" })).toMatchObject(nothing);
  });

  it("if its sender is staff", async () => {
    expect(await arrives({ from: "staff-manager@portcullis.example" }, "portcullis.example")).toMatchObject(nothing);
  });

  it.each([
    ["quotes the form", `Please see below.\n\n> ${form("billing").replaceAll("\n", "\n> ")}`],
    ["has it below other text", `Hello,\n${form("billing")}`],
    ["names two roles", `${form("billing")}Role: administrator\n`],
    ["names a role that doesn't exist", form("owner")],
    ["names no address", "Name: Mila\nRole: billing\n"],
  ])("that %s, but opens a ticket", async (_, body) => {
    expect(await arrives({ body })).toMatchObject({ ...nothing, outcome: "opened" });
  });

  it("as an answer to another email, or forwarded, but opens a ticket", async () => {
    const to = "billing@in.portcullis.example";
    expect(await arrives({ headers: ["In-Reply-To: <a@b.example>"] })).toMatchObject({ ...nothing, outcome: "opened" });
    expect(await arrives({ to, subject: "Fwd: Role request" })).toMatchObject({ ...nothing, outcome: "opened" });
  });
});

describe("what such an email is signed in with", () => {
  it("does nothing but ask for roles, and only while it is processed", async () => {
    await world.deliver({ raw: await world.sign("northwind.example", written({})), from: OWNER, to: ROLES });
    const claimed = await claimInbound(new Date());
    const { personId } = await portal.owner.contact.findFirstOrThrow({ where: { accountId: account, email: OWNER } });
    await portal.owner.inboundMail.updateMany({ data: { actsForId: personId, actsOn: "roles" } });
    const caller = { credential: { by: "mail", id: claimed?.id ?? "", attempt: 1 }, via: "mail", ip: "" } as const;
    const ticket = { subject: "No", message: "No ticket." };
    await expect(execute(caller, account, openTicket, ticket)).rejects.toMatchObject({ code: "refused" });
  });
});
