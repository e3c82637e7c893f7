import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { signedAddress } from "@/lib/support/core/signed-address";
import { chooseAccount } from "@/lib/support/inbound-mail/choose-account";
import { decideInboundMail } from "@/lib/support/inbound-mail/decide-inbound-mail";
import { listOwnWaiting } from "@/lib/support/inbound-mail/list-own-waiting";
import { buildAccount } from "@/prisma/seed/builders/account";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildTicket } from "@/prisma/seed/builders/ticket";
import { problemOf } from "@/tests/fixtures/problem-of";
import { receivingPortal } from "./receiving-portal";
import { writeMail } from "./write-mail";

const TWO = "two@northwind.example";
const AGENT = "staff-support@portcullis.example";
const TO = "support@in.portcullis.example";

const desk = receivingPortal();
beforeEach(() =>
  desk.portal.owner.contact.updateMany({ where: { email: TWO }, data: { departmentsOff: [], status: "active" } }),
);

const northwind = () => desk.portal.demo.northwind.id;
const globex = () => desk.portal.demo.globex.id;
const signed = (mail: object = {}) => desk.world.sign("northwind.example", writeMail({ from: TWO, ...mail }));

/** What became of a mail that was delivered by SMTP. */
const arrives = (raw: string, to = TO) => desk.received({ raw, from: TWO, to });

const as = async (email: string) => desk.portal.as(email);
const waiting = async (email = TWO) => (await execute(await as(email), null, listOwnWaiting, {})).items;
const choose = async (mailId: string, accountId: string, email = TWO) =>
  execute(await as(email), null, chooseAccount, { mailId, accountId });
const questions = () => desk.portal.owner.outboxMail.findMany({ where: { template: "which-account" } });

describe("a mail from a contact of several accounts", () => {
  it("joins the ticket whose address it was sent to, whatever else the sender may do", async () => {
    const mail = await arrives(await signed({ body: "To the thread." }), desk.ticket.addressFor.support);
    expect(mail).toMatchObject({ outcome: "joined", accountId: northwind(), askedId: null });
    expect(await questions()).toEqual([]);
  });

  it("opens a ticket where its sender may write to the department on one account alone", async () => {
    const at = { accountId: globex(), email: TWO };
    await desk.portal.owner.contact.updateMany({ where: at, data: { departmentsOff: ["support"] } });
    expect(await arrives(await signed({ body: "To one." }))).toMatchObject({
      outcome: "opened",
      accountId: northwind(),
    });
    const other = await arrives(await signed({ body: "To the other." }), "billing@in.portcullis.example");
    expect(other).toMatchObject({ outcome: "waiting", accountId: null });
  });

  it("is refused where its sender may write to the department on none", async () => {
    await desk.portal.owner.contact.updateMany({ where: { email: TWO }, data: { departmentsOff: ["support"] } });
    expect(await arrives(await signed())).toMatchObject({
      outcome: "refused",
      summary: `${TWO} may not open tickets in this department on any of their accounts.`,
    });
  });

  it("waits, and its verified sender is asked once a day by a mail that names neither account nor mail", async () => {
    const mail = await arrives(await signed({ subject: "About something secret" }));
    expect(mail).toMatchObject({
      outcome: "waiting",
      summary: `${TWO} is a contact of several accounts, and was asked which one it is about.`,
    });
    await arrives(await signed({ body: "Another." }));
    const [question, ...more] = await questions();
    expect([question?.toAddress, more]).toEqual([TWO, []]);
    const sent = JSON.stringify([question?.subject, question?.text, question?.html]);
    for (const secret of ["Northwind", "Globex", "secret"]) expect(sent).not.toContain(secret);
    expect(sent).toContain("/profile/emails");
  });

  it.each([["unproven", () => writeMail({ from: TWO }), "It isn't proven that it comes from two@northwind.example."]])(
    "asks nobody if it is %s, and names no account",
    async (_, raw, summary) => {
      expect(await arrives(raw())).toMatchObject({ outcome: "waiting", summary, accountId: null, askedId: null });
      expect(await desk.portal.owner.outboxMail.count()).toBe(0);
      expect(await waiting()).toEqual([]);
    },
  );
});

describe("a mail from a contact of more accounts than are told apart", () => {
  it("joins a ticket of any of them, as the address it was sent to says", async () => {
    const email = "many@northwind.example";
    const { owner } = desk.portal;
    const contacts: { id: string; accountId: string }[] = [];
    for (let index = 0; index < 21; index++) {
      const { id: accountId } = await buildAccount(owner, {
        ...{ number: `C-M${index}`, name: `Many ${index}` },
        owner: { email: `owner-${index}@many.example`, name: "Owner" },
      });
      const id = await buildContact(owner, accountId, { email, name: "Many", roles: ["support"] });
      contacts.push({ id, accountId });
    }
    const [last] = contacts.toSorted((a, b) => (a.accountId < b.accountId ? 1 : -1));
    const { id: contactId = "", accountId = "" } = last ?? {};
    const openedBy = { contactId, name: "Many" };
    const sample = { subject: "Sample", openedBy, openedAt: new Date(), messages: [{ body: "Hello" }] };
    const ticketId = await buildTicket(owner, accountId, sample);
    const mail = await owner.ticketMail.create({
      data: { accountId, ticketId, contactId, address: email, messageId: "<many@portal>" },
    });
    const raw = await signed({ from: email, body: "From the last of them." });
    expect(await desk.received({ raw, from: email, to: signedAddress("support", mail) })).toMatchObject({
      ...{ outcome: "joined", accountId, ticketId },
    });
  });
});

describe("choosing the account of an own mail", () => {
  it("opens the ticket there, as its sender", async () => {
    const { id } = await arrives(await signed({ subject: "Which one", body: "For Globex." }));
    const [mail] = await waiting();
    expect(mail).toMatchObject({ id, subject: "Which one" });
    expect(mail?.accounts.map((one) => one.id).sort()).toEqual([northwind(), globex()].sort());
    expect(await choose(id, globex())).toEqual({ id, outcome: "opened" });
    const opened = await desk.portal.owner.ticket.findFirstOrThrow({ orderBy: { number: "desc" } });
    expect(opened).toMatchObject({ accountId: globex(), openedByName: "Two", subject: "Which one" });
    expect(await waiting()).toEqual([]);
    expect((await problemOf(choose(id, northwind()))).code).toBe("not-found");
  });

  it("is for that sender alone, and only for accounts on which they may open it", async () => {
    const { id } = await arrives(await signed());
    expect(await waiting("owner@northwind.example")).toEqual([]);
    expect((await problemOf(choose(id, northwind(), "owner@northwind.example"))).code).toBe("not-found");
    expect((await problemOf(choose(id, northwind(), AGENT))).code).toBe("not-found");
    const { id: third } = await desk.portal.owner.account.findFirstOrThrow({
      where: { id: { notIn: [northwind(), globex()] } },
    });
    expect((await problemOf(choose(id, third))).code).toBe("conflict");
    await desk.portal.owner.contact.updateMany({
      where: { accountId: globex(), email: TWO },
      data: { departmentsOff: ["support"] },
    });
    expect((await problemOf(choose(id, globex()))).code).toBe("conflict");
    expect((await waiting())[0]?.accounts.map((one) => one.id)).toEqual([northwind()]);
  });

  it("happens once, of fifty at once, and of those and staff", async () => {
    const { id } = await arrives(await signed());
    const before = await desk.portal.owner.ticket.count();
    const dismiss = execute(await as(AGENT), null, decideInboundMail, { mailId: id, act: "dismiss" });
    const clicks = Array.from({ length: 49 }, (_, index) => choose(id, index % 2 ? northwind() : globex()));
    const results = await Promise.allSettled([dismiss, ...clicks]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const opened = (await desk.portal.owner.ticket.count()) - before;
    expect(opened).toBe(results[0]?.status === "fulfilled" ? 0 : 1);
  });
});

describe("a mail of weak identity from a contact of several accounts", () => {
  const WEAK = "dev@spf.example";
  beforeAll(async () => {
    const { owner } = desk.portal;
    const { personId } = await owner.contact.findFirstOrThrow({ where: { accountId: northwind(), email: WEAK } });
    const { id: contactId } = await owner.contact.create({
      data: { accountId: globex(), personId, kind: "member", status: "active", name: "Dev", email: WEAK },
    });
    const role = { accountId: globex(), contactId, role: "support", givenByName: "Viktor Lindqvist" } as const;
    await owner.contactRole.create({ data: role });
  });

  /** Only the client's address speaks for its domain. */
  const weakMail = () => desk.received({ raw: writeMail({ from: WEAK, subject: "Weak" }), from: WEAK, to: TO });
  const decide = async (mailId: string, rest: { act: "open" | "dismiss"; accountNumber?: string }) =>
    execute(await as(AGENT), null, decideInboundMail, { mailId, ...rest });

  it("waits for staff: its sender isn't asked, finds it nowhere, and nothing is opened", async () => {
    const tickets = await desk.portal.owner.ticket.count();
    const mail = await weakMail();
    expect(mail).toMatchObject({ outcome: "waiting", identity: "weak", accountId: null, askedId: null });
    expect(mail.summary).toBe(`${WEAK} is a contact of several accounts, and it doesn't say which one.`);
    expect(await desk.portal.owner.outboxMail.count()).toBe(0);
    expect(await waiting(WEAK)).toEqual([]);
    expect((await problemOf(choose(mail.id, northwind(), WEAK))).code).toBe("not-found");
    expect(await desk.portal.owner.ticket.count()).toBe(tickets);
  });

  it("is opened as its sender on the account that staff choose, and only there", async () => {
    const { number } = await desk.portal.owner.account.findUniqueOrThrow({ where: { id: globex() } });
    const { id } = await weakMail();
    expect(await decide(id, { act: "open", accountNumber: number })).toEqual({ id, outcome: "opened" });
    const opened = await desk.portal.owner.ticket.findFirstOrThrow({ where: { subject: "Weak" } });
    expect(opened).toMatchObject({ accountId: globex(), openedByName: "Dev" });
    expect((await problemOf(decide(id, { act: "dismiss" }))).code).toBe("conflict");
  });

  it("leaves nothing if it is dismissed, and gives nobody anything in either case", async () => {
    const held = () =>
      Promise.all([desk.portal.owner.contactRole.count(), desk.portal.owner.contactPermission.count()]);
    const [before, tickets] = [await held(), await desk.portal.owner.ticket.count()];
    const { id } = await weakMail();
    await decide(id, { act: "dismiss" });
    expect(await desk.portal.owner.inboundMail.findUniqueOrThrow({ where: { id } })).toMatchObject({
      outcome: "refused",
    });
    expect([await held(), await desk.portal.owner.ticket.count()]).toEqual([before, tickets]);
    expect(await desk.portal.owner.roleRequest.count({ where: { senderAddress: WEAK } })).toBe(0);
  });
});
