import { execute } from "@/lib/platform/operations/execute";
import { signedAddress } from "@/lib/support/core/signed-address";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import type { CorpusTicket } from "./corpus";
import { type MailWorld, mailWorld } from "./mail-world";

const AGENT = "staff-support@portcullis.example";
const northwind = (name: string) => `${name}@northwind.example`;

interface CorpusPortal {
  readonly portal: TestPortal;
  readonly world: MailWorld;
  readonly ticket: CorpusTicket;
}

/** A portal that receives mail, with the people that the corpus knows and a ticket about which mail was sent. */
export async function corpusPortal(settings: Readonly<Record<string, string>> = {}): Promise<CorpusPortal> {
  const portal = await testPortal();
  const world = await mailWorld(settings);
  const account = portal.demo.northwind.id;
  for (const domain of ["spf.example", "elsewhere.example", "quiet.example", "strict.example"])
    await buildContact(portal.owner, account, { email: `dev@${domain}`, name: "Dev", roles: ["support"] });
  await buildContact(portal.owner, account, { email: northwind("bills"), name: "Bills", roles: ["billing"] });
  await buildContact(portal.owner, account, { email: northwind("mailbox"), name: "Mailbox", login: false });
  await buildContact(portal.owner, account, { email: northwind("two"), name: "Two", roles: ["support"] });
  const { personId } = await portal.owner.contact.findFirstOrThrow({ where: { email: northwind("two") } });
  const { id: contactId } = await portal.owner.contact.create({
    data: {
      accountId: portal.demo.globex.id,
      personId,
      kind: "member",
      status: "active",
      name: "Two",
      email: northwind("two"),
    },
  });
  await portal.owner.contactRole.create({
    data: { accountId: portal.demo.globex.id, contactId, role: "support", givenByName: "T" },
  });
  return { portal, world, ticket: await ticketWithMail(portal, account) };
}

/** A ticket of the owner's that staff have answered. */
async function ticketWithMail(portal: TestPortal, account: string): Promise<CorpusTicket> {
  const opened = await execute(await portal.as(northwind("owner")), account, openTicket, {
    subject: "The corpus",
    message: "Opened in the portal.",
  });
  await execute(await portal.as(AGENT), account, replyToTicket, { ticketId: opened.id, message: "Answered." });
  const sent = await portal.owner.ticketMail.findMany({
    where: { ticketId: opened.id },
    orderBy: { createdAt: "asc" },
  });
  const mailTo = (address: string) => {
    const mail = sent.findLast((one) => one.address === address);
    if (mail === undefined) throw new Error(`No mail to ${address}.`);
    return mail;
  };
  const { personId } = mailTo(AGENT);
  const note = await portal.owner.ticketMail.create({
    data: {
      accountId: account,
      ticketId: opened.id,
      personId,
      internal: true,
      address: AGENT,
      messageId: "<note@portal>",
    },
  });
  const [support, owner, agent] = [mailTo(northwind("support")), mailTo(northwind("owner")), mailTo(AGENT)];
  return {
    number: opened.number,
    addressFor: {
      support: signedAddress("support", support),
      owner: signedAddress("support", owner),
      agent: signedAddress("support", agent),
      agentNote: signedAddress("support", note),
    },
    messageIdFor: { support: support.messageId, owner: owner.messageId, agent: agent.messageId },
    bounceFor: { support: signedAddress("bounce", support), owner: signedAddress("bounce", owner) },
  };
}
