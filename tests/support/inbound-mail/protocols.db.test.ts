import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { processInbound } from "@/lib/support/inbound-mail/process-inbound";
import { type SmtpEntrance, startSmtpEntrance } from "@/lib/support/inbound-mail/smtp-entrance";
import type { TestPortal } from "@/tests/fixtures/portal";
import { corpusPortal } from "./corpus-portal";
import type { MailWorld } from "./mail-world";
import { writeMail } from "./write-mail";

const TO = "support@in.portcullis.example";

let portal: TestPortal;
let world: MailWorld;
const entrances: SmtpEntrance[] = [];
beforeAll(async () => {
  ({ portal, world } = await corpusPortal());
});
beforeEach(async () => {
  await portal.owner.inboundMail.deleteMany();
  await portal.owner.rateLimit.deleteMany();
});
afterAll(async () => {
  await Promise.all(entrances.map((one) => one.close()));
  await world.close();
  await portal.close();
});

async function entrance(settings: Readonly<Record<string, string>>): Promise<SmtpEntrance> {
  Object.assign(process.env, settings);
  forgetEnvironment();
  const started = await startSmtpEntrance(0);
  for (const name of Object.keys(settings)) delete process.env[name];
  forgetEnvironment();
  entrances.push(started);
  return started;
}

describe("LMTP, as a mail server speaks it", () => {
  const overLmtp = (port: number) =>
    createTransport({
      host: "127.0.0.1",
      port,
      secure: false,
      ignoreTLS: true,
      lmtp: true,
      name: "mta.example",
    } as object);

  it("delivers a mail that is stored and processed like any other", async () => {
    const { port } = await entrance({ MAIL_IN_PROTOCOL: "lmtp" });
    const transport = overLmtp(port);
    const raw = await world.sign("northwind.example", writeMail({ body: "Over LMTP." }));
    const { response } = (await transport.sendMail({
      envelope: { from: "support@northwind.example", to: [TO] },
      raw,
    })) as { response: string };
    transport.close();
    expect(response).toMatch(/^250/);
    await processInbound();
    expect(await portal.owner.inboundMail.findMany()).toMatchObject([{ outcome: "opened", helo: "mta.example" }]);
  });

  it("refuses a recipient that isn't ours, and takes the mail for the one that is", async () => {
    const { port } = await entrance({ MAIL_IN_PROTOCOL: "lmtp" });
    const transport = overLmtp(port);
    const to = ["someone@elsewhere.example", TO];
    const sent = (await transport.sendMail({
      envelope: { from: "a@b.example", to },
      raw: writeMail({ body: "Two recipients." }),
    })) as { accepted: string[]; rejected: string[] };
    transport.close();
    expect([sent.accepted, sent.rejected]).toEqual([[TO], ["someone@elsewhere.example"]]);
    expect((await portal.owner.inboundMail.findMany()).map(({ envelopeTo }) => envelopeTo)).toEqual([TO]);
  });

  it("knows no HELO of SMTP", async () => {
    const { port } = await entrance({ MAIL_IN_PROTOCOL: "lmtp" });
    expect(await answers(port, ["EHLO x"])).toEqual([expect.stringMatching(/^500/)]);
  });
});

describe("XCLIENT, as a mail server in front sends it", () => {
  const mail = () => writeMail({ from: "Dev <dev@elsewhere.example>", body: "From behind." });
  const steps = (before: readonly string[]) => [
    ...before,
    "EHLO real.example",
    "MAIL FROM:<dev@elsewhere.example>",
    `RCPT TO:<${TO}>`,
    "DATA",
    `${mail()}\r\n.`,
  ];

  it("lets SPF see the real client", async () => {
    const { port } = await entrance({ MAIL_IN_XCLIENT: "127.0.0.1" });
    await answers(port, steps(["EHLO front.example", "XCLIENT ADDR=203.0.113.7 HELO=real.example"]));
    await processInbound();
    expect(await portal.owner.inboundMail.findFirstOrThrow()).toMatchObject({
      clientIp: "203.0.113.7",
      identity: "weak",
      outcome: "opened",
    });
  });

  it("is what makes the difference: without it the server in front would be the client", async () => {
    const { port } = await entrance({ MAIL_IN_XCLIENT: "127.0.0.1" });
    await answers(port, steps([]));
    await processInbound();
    expect(await portal.owner.inboundMail.findFirstOrThrow()).toMatchObject({
      clientIp: "127.0.0.1",
      identity: "unproven",
    });
  });

  it("is refused from a machine that the settings don't name", async () => {
    const { port } = await entrance({ MAIL_IN_XCLIENT: "198.51.100.1" });
    const heard = await answers(port, ["EHLO front.example", "XCLIENT ADDR=203.0.113.7"]);
    expect(heard[1]).toMatch(/^5/);
  });
});

describe("XFORWARD, as Postfix sends it", () => {
  const steps = (forward: string, subject: string) => [
    `XFORWARD ${forward}`,
    "MAIL FROM:<dev@elsewhere.example>",
    `RCPT TO:<${TO}>`,
    "DATA",
    `${writeMail({ from: "Dev <dev@elsewhere.example>", subject, body: "From behind." })}\r\n.`,
  ];

  it("lets SPF see the client of each mail on a connection, and none for a mail of unknown origin", async () => {
    const { port } = await entrance({ MAIL_IN_XCLIENT: "127.0.0.1" });
    await answers(port, [
      "EHLO front.example",
      ...steps("NAME=real.example ADDR=203.0.113.7 HELO=real.example PROTO=ESMTP", "First"),
      ...steps("NAME=[UNAVAILABLE] ADDR=[UNAVAILABLE] HELO=[UNAVAILABLE] SOURCE=LOCAL", "Second"),
      ...steps("NAME=other.example ADDR=198.51.100.77 HELO=other.example PROTO=ESMTP", "Third"),
    ]);
    await processInbound();
    expect(await portal.owner.inboundMail.findMany({ orderBy: { clientIp: "asc" } })).toMatchObject([
      { clientIp: "127.0.0.1", identity: "unproven" },
      { clientIp: "198.51.100.77", identity: "unproven" },
      { clientIp: "203.0.113.7", identity: "weak" },
    ]);
  });

  it("is refused from a machine that the settings don't name", async () => {
    const { port } = await entrance({ MAIL_IN_XCLIENT: "198.51.100.1" });
    const heard = await answers(port, ["EHLO front.example", "XFORWARD ADDR=203.0.113.7"]);
    expect(heard[1]).toMatch(/^5/);
  });
});

/** Sends each line once the one before was answered, and returns the last line of each answer. */
async function answers(port: number, lines: readonly string[]): Promise<string[]> {
  const socket = connect(port, "127.0.0.1");
  const read = answerReader(socket);
  await read();
  const heard: string[] = [];
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    heard.push(await read());
  }
  socket.end("QUIT\r\n");
  await once(socket, "close");
  return heard;
}

function answerReader(socket: Socket): () => Promise<string> {
  const ended: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  let rest = "";
  socket.on("data", (data) => {
    const lines = (rest + String(data)).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter((one) => one[3] === " ")) {
      const next = waiting.shift();
      if (next) next(line);
      else ended.push(line);
    }
  });
  return () =>
    new Promise((resolve) => {
      const line = ended.shift();
      if (line === undefined) waiting.push(resolve);
      else resolve(line);
    });
}
