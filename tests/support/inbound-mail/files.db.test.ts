import { createCipheriv, hkdfSync, randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { env } from "@/lib/platform/config/env";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { keyOf } from "@/lib/platform/keys/key-of";
import { downloadAttachment } from "@/lib/support/attachments/download-attachment";
import { claimInbound } from "@/lib/support/inbound-mail/claim-inbound";
import { processInbound } from "@/lib/support/inbound-mail/process-inbound";
import { processMail } from "@/lib/support/inbound-mail/process-mail";
import { renewOldMail } from "@/lib/support/inbound-mail/renew-old-mail";
import { openMail } from "@/lib/support/inbound-mail/sealed-mail";
import { sweepMail } from "@/lib/support/inbound-mail/sweep-mail";
import type { TestPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { type CorpusTicket, SUPPORT } from "./corpus";
import { corpusPortal } from "./corpus-portal";
import type { MailWorld } from "./mail-world";
import { file, parts, type WrittenMail, writeMail } from "./write-mail";

const TO = "support@in.portcullis.example";
const AGENT = "staff-support@portcullis.example";

let portal: TestPortal;
let world: MailWorld;
let ticket: CorpusTicket;
beforeAll(async () => {
  ({ portal, world, ticket } = await corpusPortal());
});
beforeEach(async () => {
  await portal.owner.inboundMail.deleteMany();
  await portal.owner.rateLimit.deleteMany();
});
afterAll(async () => {
  await world.close();
  await portal.close();
});

const text = (body: string) => `Content-Type: text/plain\n\n${body}`;
const withFiles = (body: string, ...files: string[]): WrittenMail => parts("mixed", [text(body), ...files]);
const deliver = async (mail: WrittenMail, to = TO, domain = "northwind.example") =>
  world.deliver({ raw: await world.sign(domain, writeMail(mail)), from: SUPPORT, to });
const newest = () => portal.owner.inboundMail.findFirstOrThrow({ orderBy: { receivedAt: "desc" } });
const messageWith = (body: string) =>
  portal.owner.ticketMessage.findFirstOrThrow({
    where: { body: { contains: body } },
    include: { attachments: { include: { file: true }, orderBy: { position: "asc" } } },
  });
const namesOf = async (body: string) => (await messageWith(body)).attachments.map((one) => one.file.name);

describe("the files of an email", () => {
  it("become files of its message, which those who see the ticket can download", async () => {
    await deliver(
      withFiles("Two files.", file("syslog.txt", "text/plain", "a line"), file("b.bin", "application/x", "b")),
    );
    await processInbound();
    expect(await namesOf("Two files.")).toEqual(["syslog.txt", "b.bin"]);
    const { accountId, attachments } = await messageWith("Two files.");
    const answer = await restCall({
      operation: downloadAttachment,
      accountId,
      input: { attachmentId: attachments[0]?.id },
      cookie: await portal.cookie(SUPPORT),
    });
    expect([answer.status, await answer.text()]).toEqual([200, "a line"]);
  });

  it("stay when the email itself is deleted, and the key of the email goes with it", async () => {
    await deliver(withFiles("Kept.", file("kept.txt", "text/plain", "kept")));
    await processInbound();
    await sweepMail(addDays(new Date(), 31));
    expect(await newest()).toMatchObject({ raw: null, rawSecret: null });
    expect((await messageWith("Kept.")).attachments[0]?.file).toMatchObject({
      state: "attached",
      sha256: expect.any(String),
    });
  });

  it("of an answer to an internal note are internal", async () => {
    const mail = { ...withFiles("For us.", file("internal.txt", "text/plain", "x")), from: AGENT };
    await deliver({ ...mail, to: ticket.addressFor.agentNote }, ticket.addressFor.agentNote, "portcullis.example");
    await processInbound();
    const { internal, attachments } = await messageWith("For us.");
    expect([internal, attachments.map((one) => [one.internal, one.file.internal])]).toEqual([true, [[true, true]]]);
  });

  it("are stored once, though the worker dies after each step", async () => {
    await deliver(withFiles("Once.", file("once.txt", "text/plain", "once")), ticket.addressFor.support);
    const claimed = await claimInbound(new Date());
    if (claimed === null) throw new Error("Nothing to claim.");
    await processMail(claimed, new Date());
    await portal.owner.inboundMail.updateMany({
      data: { state: "running", outcome: null, summary: null, doneAt: null, ticketId: null },
    });
    await processInbound({ now: () => addMinutes(new Date(), 6) });
    expect((await newest()).outcome).toBe("joined");
    expect(await portal.owner.storedFile.count({ where: { name: "once.txt" } })).toBe(1);
    expect(await namesOf("Once.")).toEqual(["once.txt"]);
  });

  it("of an email that may not be added are not stored", async () => {
    const mail = { ...withFiles("Never.", file("never.txt", "text/plain", "x")), from: "bills@northwind.example" };
    await deliver(mail);
    await deliver({ ...mail, from: "stranger@northwind.example" });
    await processInbound();
    expect(await portal.owner.storedFile.count({ where: { name: "never.txt", state: "attached" } })).toBe(0);
  });

  it("that are too many, or empty, are named in the message", async () => {
    const many = Array.from({ length: 12 }, (_, at) => file(`file-${at}.txt`, "text/plain", `${at}`));
    await deliver(withFiles("Many.", file("empty.txt", "text/plain", ""), ...many));
    await processInbound();
    expect((await namesOf("Many.")).length).toBe(9);
    expect((await messageWith("Many.")).body).toMatch(
      /\[Files of the email that couldn't be attached: empty\.txt, file-9\.txt, file-10\.txt, file-11\.txt\]$/,
    );
  });

  it("that find no room on the account are named in the message", async () => {
    const accountId = portal.demo.northwind.id;
    const { bytes } = await portal.owner.fileUsage.findUniqueOrThrow({ where: { accountId } });
    await portal.owner.fileUsage.update({ where: { accountId }, data: { bytes: 2n ** 50n } });
    await deliver(withFiles("No room.", file("large.txt", "text/plain", "x")));
    await processInbound();
    await portal.owner.fileUsage.update({ where: { accountId }, data: { bytes } });
    expect((await messageWith("No room.")).body).toContain("couldn't be attached: large.txt]");
  });

  it("within its text are stored if they are pictures larger than a logo", async () => {
    const picture = (cid: string, bytes: number) =>
      `Content-Type: image/png; name="${cid}.png"\nContent-ID: <${cid}>\nContent-Transfer-Encoding: base64\n\n${Buffer.alloc(
        bytes,
        7,
      )
        .toString("base64")
        .replace(/(.{76})/g, "$1\n")}`;
    const html = 'Content-Type: text/html\n\n<p>Shots <img src="cid:logo"><img src="cid:screen"></p>';
    await deliver(parts("related", [html, picture("logo", 2_000), picture("screen", 30_000)]));
    await processInbound();
    expect(await namesOf("Shots")).toEqual(["screen.png"]);
  });
});

describe("a received email", () => {
  it("is encrypted with a key of its own, and that one with the ring's", async () => {
    await deliver({ body: "Under the ring." });
    const { id, raw, rawSecret } = await newest();
    expect(keyOf(rawSecret ?? "")).toBeGreaterThan(0);
    expect(openMail({ id, raw: raw ?? new Uint8Array(), rawSecret }).toString()).toContain("Under the ring.");
    const other = crypto.randomUUID();
    expect(() => openMail({ id: other, raw: raw ?? new Uint8Array(), rawSecret })).toThrow("altered or moved");
  });

  it("from before the ring is read, and encrypted anew by the worker", async () => {
    await deliver({ body: "From long ago." });
    const { id, raw, rawSecret } = await newest();
    const plain = openMail({ id, raw: raw ?? new Uint8Array(), rawSecret });
    const old = { raw: sealedBefore(plain, id), rawSecret: null };
    await portal.owner.inboundMail.update({ where: { id }, data: old });
    expect(openMail({ id, ...old })).toEqual(plain);
    expect(await Promise.all([renewOldMail(), renewOldMail()]).then(([a, b]) => a + b)).toBe(1);
    const renewed = await newest();
    expect(renewed.rawSecret).not.toBe(null);
    expect(openMail({ id, raw: renewed.raw ?? new Uint8Array(), rawSecret: renewed.rawSecret })).toEqual(plain);
    await processInbound();
    expect((await newest()).outcome).toBe("opened");
    expect(await renewOldMail()).toBe(0);
  });
});

/** As mail was encrypted before there was a ring. */
function sealedBefore(raw: Uint8Array, id: string): Uint8Array<ArrayBuffer> {
  const key = Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis received mail", 32));
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(id));
  const text = [cipher.update(raw), cipher.final()];
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), ...text]));
}
