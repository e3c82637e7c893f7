import { afterAll, beforeAll, expect, it } from "vitest";
import { isStillWanted } from "@/lib/home/notifications/still-wanted";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import { mailTransport } from "@/lib/platform/mail/mail-transport";
import { execute } from "@/lib/platform/operations/execute";
import { processInbound } from "@/lib/support/inbound-mail/process-inbound";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { header, type Mailbox, mailbox } from "@/tests/platform/mail/mailbox";
import { type MailWorld, mailWorld } from "./mail-world";

const AGENT = "staff-support@portcullis.example";

interface Side {
  readonly name: "a" | "b";
  readonly portal: TestPortal;
  readonly supportAddress: string;
}

let world: MailWorld;
/** The mail server between the two. */
let relay: Mailbox;
let sides: readonly [Side, Side];
beforeAll(async () => {
  relay = await mailbox();
  world = await mailWorld({ SMTP_URL: relay.url });
  const side = async (name: Side["name"]) => ({
    name,
    portal: await testPortal(),
    supportAddress: `support@in.${name}.example`,
  });
  sides = [await side("a"), await side("b")];
});
afterAll(async () => {
  for (const { portal } of sides) await portal.close();
  await world.close();
  await relay.close();
  await disconnect();
});

/** From now on this process is one of the two portals. */
async function become({ name, portal }: Side): Promise<void> {
  await disconnect();
  Object.assign(process.env, {
    DATABASE_URL: portal.url,
    PORTAL_URL: `https://${name}.example`,
    MAIL_IN_DOMAIN: `in.${name}.example`,
    MAIL_FROM: `Portal <support@in.${name}.example>`,
  });
  forgetEnvironment();
}

/** A ticket of a contact whose address is the other portal's support, which staff have answered. */
async function writeTo(side: Side, other: Side): Promise<void> {
  await become(side);
  const { portal } = side;
  const account = portal.demo.northwind.id;
  const email = other.supportAddress;
  await buildContact(portal.owner, account, { email, name: "The other desk", roles: ["support"] });
  await portal.owner.outboxMail.deleteMany();
  const { id } = await execute(await portal.as(email), account, openTicket, { subject: "Hello", message: "First." });
  await execute(await portal.as(AGENT), account, replyToTicket, { ticketId: id, message: "Answered." });
}

/** Processes what arrived and sends what waits; brings to the other portal what is for it. Returns how many those were. */
async function turn(side: Side, other: Side): Promise<number> {
  await become(side);
  await processInbound();
  relay.messages.length = 0;
  const transport = mailTransport();
  await deliverMail(transport, isStillWanted);
  transport?.close();
  const forOther = relay.messages.filter((raw) => header(raw, "To")?.includes(`@in.${other.name}.example`));
  await become(other);
  for (const raw of forOther) await world.deliver({ raw, from: side.supportAddress, to: other.supportAddress });
  return forOther.length;
}

it("two portals that are each other's customer stop writing, and each says what became of the other's mail", async () => {
  const [a, b] = sides;
  await writeTo(a, b);
  await writeTo(b, a);
  const brought: number[] = [];
  do brought.push(await turn(a, b), await turn(b, a));
  while (brought.slice(-2).some((count) => count > 0) && brought.length < 10);
  expect(brought).toEqual([expect.any(Number), expect.any(Number), 0, 0]);
  expect(Math.min(...brought.slice(0, 2))).toBeGreaterThan(0);
  for (const { portal, name } of sides) {
    const received = await portal.owner.inboundMail.findMany({ where: { envelopeTo: `support@in.${name}.example` } });
    expect(received.length).toBeGreaterThan(0);
    for (const mail of received)
      expect(mail).toMatchObject({ state: "done", outcome: "autoReply", summary: expect.stringContaining("program") });
  }
});
