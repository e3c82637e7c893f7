import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { processInbound } from "@/lib/support/inbound-mail/process-inbound";
import { listCcSuggestions } from "@/lib/support/tickets/list-cc-suggestions";
import type { TestPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { type CorpusTicket, SUPPORT } from "./corpus";
import { corpusPortal } from "./corpus-portal";
import type { MailWorld } from "./mail-world";
import { writeMail } from "./write-mail";

const AGENT = "staff-support@portcullis.example";
const OUTSIDE = "consultant@partner.example";

let portal: TestPortal;
let world: MailWorld;
let ticket: CorpusTicket;
let ticketId: string;
beforeAll(async () => {
  ({ portal, world, ticket } = await corpusPortal());
  ticketId = (await portal.owner.ticket.findUniqueOrThrow({ where: { number: ticket.number } })).id;
});
afterAll(async () => {
  await world.close();
  await portal.close();
});

const suggested = async (email: string) =>
  execute(await portal.as(email), portal.demo.northwind.id, listCcSuggestions, { ticketId });

/** A reply by SMTP with people in CC. */
async function arrives(domain: string, from: string, to: string, cc: string) {
  await world.deliver({
    raw: await world.sign(domain, writeMail({ from, to, headers: [`Cc: ${cc}`], body: `To ${cc}` })),
    from,
    to,
  });
  await processInbound();
  return portal.owner.inboundMail.findFirstOrThrow({ orderBy: { receivedAt: "desc" } });
}

describe("an address outside the account in CC", () => {
  it("is suggested to owners and administrators, who may invite it, and gets nothing", async () => {
    const mail = await arrives(
      "northwind.example",
      SUPPORT,
      ticket.addressFor.support,
      `${OUTSIDE}, owner@northwind.example`,
    );
    expect(mail).toMatchObject({ outcome: "joined", alsoTo: [OUTSIDE] });
    expect((await suggested("owner@northwind.example")).items).toEqual([{ address: OUTSIDE }]);
    expect((await suggested("administrator@northwind.example")).items).toEqual([{ address: OUTSIDE }]);
    expect(await portal.owner.outboxMail.count({ where: { toAddress: OUTSIDE } })).toBe(0);
    expect(await portal.owner.ticketWatcher.count({ where: { contact: { email: OUTSIDE } } })).toBe(0);
  });

  it("isn't shown to contacts who may not invite, to staff as such, or to another account", async () => {
    for (const email of [SUPPORT, "bills@northwind.example", AGENT])
      expect((await problemOf(suggested(email))).code).toBe("refused");
    expect((await problemOf(suggested("owner@globex.example"))).code).toBe("not-found");
  });

  it("isn't suggested from mail of staff, which may be about an internal note", async () => {
    await arrives("portcullis.example", AGENT, ticket.addressFor.agentNote, "secret@partner.example");
    expect((await suggested("owner@northwind.example")).items).toEqual([{ address: OUTSIDE }]);
  });

  it("is no longer suggested once it is a contact", async () => {
    const { id: accountId } = portal.demo.northwind;
    await portal.owner.contact.create({
      data: { accountId, kind: "member", status: "invited", name: "Consultant", email: OUTSIDE },
    });
    expect((await suggested("owner@northwind.example")).items).toEqual([]);
  });
});
