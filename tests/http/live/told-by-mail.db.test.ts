import { afterAll, beforeAll, expect, test } from "vitest";
import { type LivePortal, livePortal, openStream } from "@/tests/fixtures/live-stream";
import { SUPPORT } from "@/tests/support/inbound-mail/corpus";
import { receivingPortal } from "@/tests/support/inbound-mail/receiving-portal";
import { writeMail } from "@/tests/support/inbound-mail/write-mail";

const mail = receivingPortal();
let live: LivePortal;
beforeAll(async () => {
  live = await livePortal();
});
afterAll(() => live.stop());

test("a reply that came by mail is told to the open pages of the ticket, on both sides", async () => {
  const { portal, world, ticket } = mail;
  const account = portal.demo.northwind.id;
  const streams = await Promise.all(
    ["owner@northwind.example", "staff-support@portcullis.example"].map(async (email) =>
      openStream(live.port, account, await portal.cookie(email)),
    ),
  );
  const to = ticket.addressFor.support;
  const raw = await world.sign("northwind.example", writeMail({ from: SUPPORT, to, body: "It works again." }));
  expect(await mail.received({ raw, from: SUPPORT, to })).toMatchObject({ outcome: "joined" });
  const { number } = ticket;
  const { id } = await portal.owner.ticket.findFirstOrThrow({ where: { accountId: account, number } });
  for (const stream of streams) {
    await stream.until({ kind: "ticket", id });
    stream.leave();
    await stream.closed;
  }
});
