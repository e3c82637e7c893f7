import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { env, forgetEnvironment } from "@/lib/platform/config/env";
import { log } from "@/lib/platform/logging/log";
import { pollMailbox } from "@/lib/support/inbound-mail/imap-entrance";
import { processInbound } from "@/lib/support/inbound-mail/process-inbound";
import { mailboxFindings } from "@/scripts/doctor/mailbox";
import { type FaultyNetwork, faultyNetwork } from "@/tests/fixtures/faulty-network";
import { type Dovecot, hasDovecot, PASSWORD, startDovecot, USER } from "@/tests/fixtures/servers/dovecot";
import { corpusPortal } from "./corpus-portal";
import { writeMail } from "./write-mail";

const SUPPORT = "support@northwind.example";
const authorities = getCACertificates("default");
const TO = "support@in.portcullis.example";

const name = hasDovecot
  ? "a mailbox of Dovecot"
  : "a mailbox of Dovecot (skipped: dovecot 2.3 isn't installed, try apt-get install dovecot-imapd)";

describe.skipIf(!hasDovecot)(name, () => {
  let dovecot: Dovecot;
  let network: FaultyNetwork;
  let given: Awaited<ReturnType<typeof corpusPortal>>;
  beforeAll(async () => {
    dovecot = await startDovecot();
    network = await faultyNetwork(`imap://127.0.0.1:${dovecot.port}`);
    given = await corpusPortal({ MAIL_IN_AUTHSERV_ID: "mx.host.example" });
  });
  afterAll(async () => {
    setDefaultCACertificates(authorities);
    await given.world.close();
    await given.portal.close();
    await network.close();
    await dovecot.close();
  });
  beforeEach(async () => {
    setDefaultCACertificates([...authorities, dovecot.authority]);
    poll(dovecot.port);
    await emptyMailbox();
    await given.portal.owner.inboundMail.deleteMany();
  });
  afterEach(() => vi.restoreAllMocks());

  const imapUrl = (port: number, { scheme = "imap", host = "127.0.0.1", password = PASSWORD } = {}) =>
    `${scheme}://${USER}:${encodeURIComponent(password)}@${host}:${port}`;
  const poll = (port: number, options = {}) => {
    process.env.MAIL_IN_IMAP_URL = imapUrl(port, options);
    forgetEnvironment();
  };
  const emptyMailbox = async () => {
    const client = await dovecot.client();
    await client.mailboxOpen("INBOX");
    await client.messageDelete("1:*");
    await client.logout();
  };
  const unread = async () => {
    const client = await dovecot.client();
    await client.mailboxOpen("INBOX");
    const found = await client.search({ seen: false }, { uid: true });
    await client.logout();
    return (found || []).length;
  };
  const mails = (where: object = {}) => given.portal.owner.inboundMail.count({ where });
  const outcomes = async () => {
    const found = await given.portal.owner.inboundMail.findMany({ select: { outcome: true } });
    return found.map(({ outcome }) => outcome).sort();
  };
  /** What the log says while `work` runs. */
  const saidDuring = async (work: () => Promise<unknown>): Promise<unknown[]> => {
    const said = vi.spyOn(log(), "error").mockImplementation(() => {});
    await work();
    return said.mock.calls.map(([, sentence]) => sentence);
  };
  const found = async () => mailboxFindings(env());

  it("brings new mail once, marks it as read, and proves its sender by the server that checked it", async () => {
    const checked =
      "Authentication-Results: mx.host.example; dkim=pass header.d=northwind.example; dmarc=pass header.from=northwind.example";
    const body = "From the mailbox.";
    await dovecot.deliver(`Delivered-To: ${TO}\r\n${checked}\r\n${writeMail({ body })}`);
    expect(await pollMailbox()).toBe(1);
    expect(await unread()).toBe(0);
    expect(await pollMailbox()).toBe(0);
    await processInbound();
    expect(await outcomes()).toEqual(["opened"]);
    const message = { where: { body: { contains: body } } };
    expect(await given.portal.owner.ticketMessage.count(message)).toBe(1);
  });

  it("keeps what others have read, deleted or moved away", async () => {
    for (const body of ["Read.", "Deleted.", "Moved.", "New."]) await dovecot.deliver(writeMail({ body }));
    const client = await dovecot.client();
    await client.mailboxOpen("INBOX");
    await client.messageFlagsAdd("1", ["\\Seen"]);
    await client.messageFlagsAdd("2", ["\\Deleted"]);
    await client.mailboxCreate("Done");
    await client.messageMove("3", "Done");
    await client.logout();
    expect(await pollMailbox()).toBe(1);
    expect(await mails()).toBe(1);
  });

  it("brings nothing twice after the server has given out new UIDs", async () => {
    await dovecot.deliver(writeMail({ body: "Before." }));
    await pollMailbox();
    dovecot.forgetIds();
    await dovecot.deliver(writeMail({ body: "After." }));
    expect(await pollMailbox()).toBe(1);
    expect(await mails()).toBe(2);
    expect(await mails({ outcome: "duplicate" })).toBe(0);
  });

  it("brings 200 mails with one poll", async () => {
    const client = await dovecot.client();
    for (let n = 0; n < 200; n += 1) await client.append("INBOX", writeMail({ body: `Number ${n}.` }));
    await client.logout();
    expect(await pollMailbox()).toBe(200);
    expect([await mails(), await unread()]).toEqual([200, 0]);
  });

  it("goes on after a cut where it was, and loses nothing", async () => {
    const client = await dovecot.client();
    for (let n = 0; n < 40; n += 1) await client.append("INBOX", writeMail({ body: `Cut ${n}.` }));
    await client.logout();
    poll(Number(new URL(network.url).port));
    const said = await saidDuring(async () => {
      const polled = pollMailbox();
      await vi.waitFor(async () => expect(await mails()).toBeGreaterThan(5), { interval: 5 });
      network.cut();
      await polled;
    });
    expect(said).toEqual([
      expect.stringMatching(/^The connection to the mailbox at 127.0.0.1:\d+ failed \(\w+\)\. The mails after it/),
    ]);
    // The one that was stored and not yet marked came again, and is recognised.
    expect(await mails({ outcome: null })).toBe(40);
    expect(await mails({ outcome: "duplicate" })).toBeLessThanOrEqual(1);
    expect(await unread()).toBe(0);
  });

  it("waits for a server that is down for a while", async () => {
    await dovecot.deliver(writeMail({ body: "Down." }));
    await dovecot.stop();
    try {
      const said = await saidDuring(() => pollMailbox());
      expect(said).toEqual([
        `The connection to the mailbox at 127.0.0.1:${dovecot.port} failed (ECONNREFUSED). New mail waits there until the next poll.`,
      ]);
      expect(await found()).toMatchObject([{ check: "mailbox", state: "problem" }]);
    } finally {
      await dovecot.start();
    }
    expect(await pollMailbox()).toBe(1);
  });

  it("says that the password is wrong, without repeating it", async () => {
    poll(dovecot.port, { password: "not it" });
    const sentence = `The mailbox at 127.0.0.1:${dovecot.port} doesn't accept the user and password of MAIL_IN_IMAP_URL.`;
    expect(await saidDuring(() => pollMailbox())).toEqual([`${sentence} New mail waits there until the next poll.`]);
    expect(await found()).toEqual([
      {
        check: "mailbox",
        state: "problem",
        message: sentence,
        fix: "Check the scheme, host, port, user and password in MAIL_IN_IMAP_URL.",
      },
    ]);
  });

  it("adds a mail that also came by SMTP once", async () => {
    const raw = await given.world.sign("northwind.example", writeMail({ body: "By both." }));
    await given.world.deliver({ raw, from: SUPPORT, to: TO });
    await dovecot.deliver(`Delivered-To: ${TO}\r\nReceived: from a.example by b.example\r\n${raw}`);
    await pollMailbox();
    await processInbound();
    expect(await outcomes()).toEqual(["duplicate", "opened"]);
  });

  it("notes a mail that is too large, and fetches the others", async () => {
    await dovecot.deliver(writeMail({ body: "x".repeat(5_100_000) }));
    await dovecot.deliver(writeMail({ body: "Small." }));
    expect(await pollMailbox()).toBe(2);
    expect(await mails({ outcome: "tooLarge" })).toBe(1);
    expect(await unread()).toBe(0);
  });

  it.each(["imaps", "imap"])(
    "is reached by %s with a certificate of an own authority once that is trusted",
    async (scheme) => {
      await dovecot.deliver(writeMail({ body: "Encrypted." }));
      poll(scheme === "imaps" ? dovecot.tlsPort : dovecot.port, { scheme, host: "localhost" });
      setDefaultCACertificates(authorities);
      expect(await saidDuring(() => pollMailbox())).toEqual([
        expect.stringMatching(/^The certificate of localhost:\d+ isn't trusted \(\w+\)\. If an authority of your own/),
      ]);
      setDefaultCACertificates([...authorities, dovecot.authority]);
      expect(await pollMailbox()).toBe(1);
      expect(await found()).toMatchObject([{ state: "ok" }]);
    },
  );
});
