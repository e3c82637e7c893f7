import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { processInbound } from "@/lib/support/inbound-mail/process-inbound";
import type { TestPortal } from "@/tests/fixtures/portal";
import { type CorpusTicket, corpus, SUPPORT } from "./corpus";
import { corpusPortal } from "./corpus-portal";
import type { MailWorld } from "./mail-world";

let portal: TestPortal;
let world: MailWorld;
let ticket: CorpusTicket;
beforeAll(async () => {
  ({ portal, world, ticket } = await corpusPortal());
});
afterAll(async () => {
  await world.close();
  await portal.close();
});

describe("a mail that is delivered by SMTP", () => {
  it.each(corpus)("$title: $outcome", async (mail) => {
    await portal.owner.rateLimit.deleteMany();
    const raw = await mail.raw(world, ticket);
    const to = mail.to?.(ticket) ?? "support@in.portcullis.example";
    await world.deliver({ raw, from: mail.from ?? SUPPORT, to });
    await processInbound();
    const end = await portal.owner.inboundMail.findFirstOrThrow({ orderBy: [{ receivedAt: "desc" }, { id: "desc" }] });
    expect({ outcome: end.outcome, state: end.state }).toEqual({ outcome: mail.outcome, state: "done" });
    expect(end.summary).toEqual(typeof mail.reason === "string" ? mail.reason : expect.stringMatching(mail.reason));
    if (mail.says === undefined) return;
    const { body, attachments } = await portal.owner.ticketMessage.findFirstOrThrow({
      where: { ticketId: end.ticketId ?? "" },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      include: { attachments: { include: { file: true }, orderBy: { position: "asc" } } },
    });
    if (mail.files) expect(attachments.map(({ file }) => file.name)).toEqual(mail.files);
    expect(body).toContain(mail.says);
    expect(body).not.toContain(mail.leavesOut ?? "\u0000");
  });

  it("is one of at least sixty kinds", () => expect(corpus.length).toBeGreaterThanOrEqual(60));
});
