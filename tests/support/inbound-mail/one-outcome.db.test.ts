import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { viewOwnProfile } from "@/lib/identity/profile/view-own-profile";
import { asWorker } from "@/lib/platform/db/transaction";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { claimInbound } from "@/lib/support/inbound-mail/claim-inbound";
import { processInbound } from "@/lib/support/inbound-mail/process-inbound";
import { processMail } from "@/lib/support/inbound-mail/process-mail";
import { receiveMail } from "@/lib/support/inbound-mail/receive-mail";
import { sweepMail } from "@/lib/support/inbound-mail/sweep-mail";
import type { TestPortal } from "@/tests/fixtures/portal";
import { type CorpusTicket, SUPPORT } from "./corpus";
import { corpusPortal } from "./corpus-portal";
import type { MailWorld } from "./mail-world";
import { writeMail } from "./write-mail";

const TO = "support@in.portcullis.example";

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

const signed = (body: string, more: object = {}) => world.sign("northwind.example", writeMail({ body, ...more }));
const arrived = (raw: string, to: readonly string[] = [TO]) =>
  ({
    entrance: "imap",
    raw: Buffer.from(raw),
    from: SUPPORT,
    to,
    clientIp: null,
    helo: null,
    trustedResults: "mx; dkim=pass header.d=northwind.example; dmarc=pass",
  }) as const;
const ends = async () => {
  const found = await portal.owner.inboundMail.findMany({ orderBy: [{ receivedAt: "asc" }, { id: "asc" }] });
  return found.map(({ outcome }) => outcome).sort();
};
const messagesWith = (body: string) => portal.owner.ticketMessage.count({ where: { body: { contains: body } } });

describe("the same mail", () => {
  it("delivered twice by SMTP is added once", async () => {
    const raw = await signed("Twice by SMTP.");
    for (const _ of [1, 2]) await world.deliver({ raw, from: SUPPORT, to: TO });
    await processInbound();
    expect(await ends()).toEqual(["duplicate", "opened"]);
    expect(await messagesWith("Twice by SMTP.")).toBe(1);
  });

  it("delivered to two entrances is added once, though each server adds its own lines", async () => {
    const raw = await signed("At two entrances.");
    await world.deliver({ raw: `Received: from a.example by b.example\r\n${raw}`, from: SUPPORT, to: TO });
    await receiveMail(arrived(`Delivered-To: ${TO}\r\nReceived: from c.example by d.example\r\n${raw}`));
    await processInbound();
    expect(await ends()).toEqual(["duplicate", "opened"]);
    expect(await messagesWith("At two entrances.")).toBe(1);
  });

  it("to a department and to a ticket's address joins the ticket and opens none", async () => {
    const raw = await signed("To both.");
    await world.deliver({ raw, from: SUPPORT, to: [TO, ticket.addressFor.support] });
    await processInbound();
    expect(await ends()).toEqual(["duplicate", "joined"]);
    expect(await messagesWith("To both.")).toBe(1);
  });

  it("received at the same moment by several connections is added once", async () => {
    const raw = await signed("At the same moment.");
    await Promise.all(Array.from({ length: 6 }, () => world.deliver({ raw, from: SUPPORT, to: TO })));
    await Promise.all(Array.from({ length: 4 }, () => processInbound()));
    expect(await ends()).toEqual([...Array(5).fill("duplicate"), "opened"]);
    expect(await messagesWith("At the same moment.")).toBe(1);
  });
});

describe("a worker that dies", () => {
  it("before it processed a mail leaves it to the next one", async () => {
    await world.deliver({ raw: await signed("Left behind."), from: SUPPORT, to: TO });
    await claimInbound(new Date());
    expect(await processInbound()).toBe(0);
    await processInbound({ now: () => addMinutes(new Date(), 6) });
    expect(await ends()).toEqual(["opened"]);
  });

  it("after it wrote the message and before it noted that doesn't make the next one write it again", async () => {
    await world.deliver({ raw: await signed("Written once."), from: SUPPORT, to: ticket.addressFor.support });
    const claimed = await claimInbound(new Date());
    if (claimed === null) throw new Error("Nothing to claim.");
    await processMail(claimed, new Date());
    await portal.owner.inboundMail.updateMany({
      data: { state: "running", outcome: null, summary: null, doneAt: null, ticketId: null },
    });
    await processInbound({ now: () => addMinutes(new Date(), 6) });
    expect(await ends()).toEqual(["joined"]);
    expect(await messagesWith("Written once.")).toBe(1);
  });

  it("again and again on the same mail leaves it to staff in the end", async () => {
    await world.deliver({ raw: await signed("Poison."), from: SUPPORT, to: TO });
    await portal.owner.inboundMail.updateMany({ data: { attempts: 5 } });
    await processInbound();
    expect(await ends()).toEqual(["waiting"]);
  });
});

it("a mail whose sender's DNS doesn't answer is asked about again, and waits in the end", async () => {
  const raw = await world.sign("silent.example", writeMail({ from: "dev@silent.example", body: "Can you hear me?" }));
  await world.deliver({ raw, from: "dev@silent.example", to: TO });
  for (const minutes of [0, 3, 6]) {
    expect(await processInbound({ now: () => addMinutes(new Date(), minutes) })).toBe(0);
    expect(await ends()).toEqual([null]);
  }
  await processInbound({ now: () => addMinutes(new Date(), 9) });
  expect(await portal.owner.inboundMail.findFirstOrThrow()).toMatchObject({ outcome: "waiting", identity: "unproven" });
});

describe("the entrance", () => {
  it("refuses every address that isn't ours before it hears the mail", async () => {
    const raw = await signed("Relay me.");
    for (const to of ["someone@elsewhere.example", "info@in.portcullis.example", `support+short@in.portcullis.example`])
      await expect(world.deliver({ raw, from: SUPPORT, to })).rejects.toThrow("550");
    expect(await ends()).toEqual([]);
  });

  it("refuses what is too large, and says so to staff", async () => {
    const raw = writeMail({ body: "x".repeat(998).concat("\r\n").repeat(7_000) });
    await expect(world.deliver({ raw, from: SUPPORT, to: TO })).rejects.toThrow("552");
    const end = await portal.owner.inboundMail.findFirstOrThrow();
    expect(end).toMatchObject({
      outcome: "tooLarge",
      raw: null,
      summary: "It is larger than 5 MB, so it was returned to its sender.",
    });
  });

  it("refuses a mail that announces to be too large", async () => {
    expect(await talk(["EHLO x", "MAIL FROM:<a@b.example> SIZE=30000000"])).toContain("552");
  });

  it("knows no login, and doesn't believe XCLIENT", async () => {
    const heard = await talk(["EHLO x", "AUTH PLAIN AGEAYg==", "XCLIENT ADDR=203.0.113.7"]);
    expect(heard.filter((code) => code === "235")).toEqual([]);
    expect(heard.slice(-2).every((code) => code.startsWith("5"))).toBe(true);
  });

  it("keeps a mail encrypted, and not for longer than the setting says", async () => {
    await world.deliver({ raw: await signed("A secret word."), from: SUPPORT, to: TO });
    await processInbound();
    const { raw } = await portal.owner.inboundMail.findFirstOrThrow();
    expect(Buffer.from(raw ?? []).includes("A secret word.")).toBe(false);
    await sweepMail(addDays(new Date(), 29));
    expect((await portal.owner.inboundMail.findFirstOrThrow()).raw).not.toBe(null);
    await sweepMail(addDays(new Date(), 31));
    expect((await portal.owner.inboundMail.findFirstOrThrow()).raw).toBe(null);
    await sweepMail(addDays(new Date(), 181));
    expect(await ends()).toEqual([]);
  });

  it("keeps what waits for a decision, however long", async () => {
    await world.deliver({ raw: writeMail({}), from: SUPPORT, to: TO });
    await processInbound();
    await sweepMail(addDays(new Date(), 400));
    expect((await portal.owner.inboundMail.findFirstOrThrow()).raw).not.toBe(null);
  });
});

describe("two programs that answer each other", () => {
  it("are stopped after thirty mails within an hour", async () => {
    for (let sent = 0; sent < 31; sent += 1)
      await receiveMail(arrived(await signed(`Number ${sent}.`), [ticket.addressFor.support]));
    await processInbound();
    const all = await ends();
    expect(all.filter((outcome) => outcome === "joined")).toHaveLength(30);
    expect(all.filter((outcome) => outcome === "loop")).toHaveLength(1);
  });
});

describe("what a mail is signed in with", () => {
  it("does nothing but tickets, whatever its sender may do", async () => {
    await world.deliver({ raw: await signed("Only tickets."), from: SUPPORT, to: TO });
    const claimed = await claimInbound(new Date());
    const { personId } = await portal.owner.contact.findFirstOrThrow({ where: { email: "owner@northwind.example" } });
    await asWorker((db) => db.inboundMail.updateMany({ data: { actsForId: personId } }));
    const caller = { credential: { by: "mail", id: claimed?.id ?? "", attempt: 1 }, via: "mail", ip: "" } as const;
    await expect(execute(caller, null, viewOwnProfile, {})).rejects.toMatchObject({ code: "refused" });
    await portal.owner.inboundMail.updateMany({ data: { attempts: 2 } });
    await expect(execute(caller, null, viewOwnProfile, {})).rejects.toMatchObject({ code: "not-signed-in" });
  });
});

/** The codes that the entrance answers with, in order. */
async function talk(commands: readonly string[]): Promise<string[]> {
  const socket = connect(world.entrance.port, "127.0.0.1");
  const codes: string[] = [];
  let rest = "";
  for await (const data of socket) {
    rest += String(data);
    const lines = rest.split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line[3] !== " ") continue;
      codes.push(line.slice(0, 3));
      const command = commands[codes.length - 1];
      if (command === undefined) return codes.slice(1);
      socket.write(`${command}\r\n`);
    }
  }
  return codes.slice(1);
}
