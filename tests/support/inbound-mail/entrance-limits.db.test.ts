import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import type { ClientOptions } from "@/lib/support/inbound-mail/client-limits";
import { GatheredMail, roomOf } from "@/lib/support/inbound-mail/gathered-mail";
import { type SmtpEntrance, startSmtpEntrance } from "@/lib/support/inbound-mail/smtp-entrance";
import { corpusPortal } from "./corpus-portal";
import { writeMail } from "./write-mail";

const TO = "support@in.portcullis.example";

let given: Awaited<ReturnType<typeof corpusPortal>>;
const entrances: SmtpEntrance[] = [];
beforeAll(async () => {
  given = await corpusPortal({ MAIL_IN_MEGABYTES: "1" });
});
beforeEach(async () => {
  await given.portal.owner.inboundMail.deleteMany();
  await given.portal.owner.rateLimit.deleteMany();
});
afterAll(async () => {
  await Promise.all(entrances.map((one) => one.close()));
  await given.world.close();
  await given.portal.close();
  forgetEnvironment();
});

/** Nobody is a server in front, as on the internet. */
async function entrance(options: ClientOptions = {}): Promise<number> {
  const started = await startSmtpEntrance(0, { isTrusted: () => false, ...options });
  entrances.push(started);
  return started.port;
}

interface Client {
  readonly socket: Socket;
  /** The last line of the server's next answer; "closed" once there is none any more. */
  hear(): Promise<string>;
  say(line: string): Promise<string>;
}

function client(port: number, from = "127.0.0.1"): Client {
  const socket = connect({ port, host: "127.0.0.1", localAddress: from });
  const heard: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  const tell = (line: string) => {
    const next = waiting.shift();
    if (next) next(line);
    else heard.push(line);
  };
  let rest = "";
  socket.on("error", () => {});
  socket.on("data", (data) => {
    const lines = (rest + String(data)).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter((one) => one[3] === " ")) tell(line);
  });
  socket.once("close", () => tell("closed"));
  const hear = () =>
    new Promise<string>((resolve) => void (heard.length ? resolve(heard.shift() ?? "") : waiting.push(resolve)));
  return {
    socket,
    hear,
    say: (line) => {
      socket.write(`${line}\r\n`);
      return hear();
    },
  };
}

/** Up to the point where it sends the mail. */
async function atData(port: number, to = TO): Promise<Client> {
  const made = client(port);
  await made.hear();
  for (const line of ["EHLO x.example", "MAIL FROM:<a@b.example>", `RCPT TO:<${to}>`, "DATA"]) await made.say(line);
  return made;
}

const sent = async (port: number, raw = writeMail({})): Promise<string> => {
  const made = await atData(port);
  const answer = await made.say(`${raw}\r\n.`);
  made.socket.destroy();
  return answer;
};

describe("the connections of one network", () => {
  it("are limited, and others still get in", async () => {
    const port = await entrance({ mostOfOne: 3 });
    const open = Array.from({ length: 4 }, () => client(port));
    const greetings = await Promise.all(open.map((one) => one.hear()));
    expect(greetings.map((line) => line.slice(0, 3)).sort()).toEqual(["220", "220", "220", "421"]);
    const other = client(port, "127.0.0.2");
    expect(await other.hear()).toMatch(/^220/);
    for (const one of open) one.socket.destroy();
    await expect.poll(async () => (await client(port).hear()).slice(0, 3)).toBe("220");
    other.socket.destroy();
  });

  it("end after a while, though they are never silent", async () => {
    const port = await entrance({ longestMs: 500 });
    const slow = client(port);
    await slow.hear();
    const dripping = setInterval(() => slow.socket.write("N"), 20);
    expect(await slow.hear()).toBe("closed");
    clearInterval(dripping);
  });

  it("may deliver only so much within an hour", async () => {
    const port = await entrance({ perNetwork: { name: "mail-network-test", points: 3, seconds: 3_600 } });
    const answers = [await sent(port), await sent(port), await sent(port), await sent(port)];
    expect(answers.map((line) => line.slice(0, 3))).toEqual(["250", "250", "250", "451"]);
    expect(await given.portal.owner.inboundMail.count()).toBe(3);
  });
});

describe("an address of a ticket", () => {
  const answerTo = async (address: string) => {
    const made = client(await entrance());
    await made.hear();
    for (const line of ["EHLO x.example", "MAIL FROM:<a@b.example>"]) await made.say(line);
    const answer = await made.say(`RCPT TO:<${address}>`);
    made.socket.destroy();
    return answer.slice(0, 3);
  };

  it("that was given out is accepted, one that is made up is not", async () => {
    const { support } = given.ticket.addressFor;
    expect(await answerTo(support.toUpperCase())).toBe("250");
    expect(await answerTo(given.ticket.bounceFor.support)).toBe("250");
    for (const purpose of ["support", "bounce"])
      expect(await answerTo(`${purpose}+${"a".repeat(52)}@in.portcullis.example`)).toBe("550");
    expect(await answerTo(support.replace(/\+(.)/, (_, sign) => `+${sign === "a" ? "b" : "a"}`))).toBe("550");
  });

  it("is one of at most five of a mail: each is stored with a copy of it", async () => {
    const made = client(await entrance());
    await made.hear();
    for (const line of ["EHLO x.example", "MAIL FROM:<a@b.example>"]) await made.say(line);
    const answers = [];
    for (const name of ["support", "billing", "sales", "roles", "SUPPORT", "Billing", "SALES"])
      answers.push(await made.say(`RCPT TO:<${name}@in.portcullis.example>`));
    const { bounceFor, addressFor } = given.ticket;
    for (const more of [addressFor.support, addressFor.owner, bounceFor.owner])
      answers.push(await made.say(`RCPT TO:<${more}>`));
    expect(answers.filter((line) => line.startsWith("250")).length).toBeLessThanOrEqual(8);
    expect(answers.at(-1)).toMatch(/^452/);
    made.socket.destroy();
  });
});

describe("what is held in memory", () => {
  it("is bounded for all connections together, and given free by those that end", async () => {
    const port = await entrance({ mostOfOne: 50 });
    const halves = await Promise.all(Array.from({ length: 6 }, () => atData(port)));
    const large = `${"x".repeat(98)}\r\n`.repeat(9_500);
    for (const half of halves) half.socket.write(`${writeMail({})}${large}`);
    await expect.poll(() => sent(port, writeMail({ body: large }))).toMatch(/^452/);
    for (const half of halves) half.socket.destroy();
    await expect.poll(() => sent(port, writeMail({ body: large }))).toMatch(/^250/);
  });

  it("is little more than the mail itself, in whatever pieces it arrives", () => {
    const gathered = new GatheredMail(roomOf(10_000_000));
    const before = process.memoryUsage().rss;
    for (let at = 0; at < 1_000_000; at += 1) gathered.add(Buffer.from([at % 251]));
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    const whole = gathered.whole();
    expect([whole.length, whole[500_000]]).toEqual([1_000_000, 500_000 % 251]);
  });

  it("is given free once", () => {
    const room = roomOf(300_000);
    const gathered = new GatheredMail(room);
    gathered.add(Buffer.alloc(200_000));
    expect(room.take(200_000)).toBe(false);
    gathered.add(Buffer.alloc(200_000));
    expect(gathered.isIncomplete).toBe(true);
    gathered.drop();
    gathered.drop();
    expect([room.take(300_000), room.take(1)]).toEqual([true, false]);
  });
});
