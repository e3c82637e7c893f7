import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import pMap from "p-map";
import type { Client } from "pg";
import { signedAddress } from "@/lib/support/core/signed-address";
import { closeMailThread } from "@/lib/support/inbound-mail/mail-thread";
import { processInbound } from "@/lib/support/inbound-mail/process-inbound";
import { startSmtpEntrance } from "@/lib/support/inbound-mail/smtp-entrance";
import { memoryDuring } from "../support/memory-during";
import type { Targets } from "../support/targets";

const CONNECTIONS = 5;

interface Sent {
  readonly id: string;
  readonly ticketId: string;
  readonly contactId: string;
  readonly personId: null;
  readonly address: string;
}

/** As many mails as there are contacts come back by LMTP, and as many from one address. */
export async function bounceMany(client: Client, count: number, targets: Targets): Promise<void> {
  const sent = await layMails(client, count);
  const [first] = sent;
  if (first === undefined) throw new Error("Nothing was laid.");
  const entrance = await startSmtpEntrance(0);
  const floods = [
    [`${count} addresses`, sent],
    ["one address", sent.map(() => first)],
  ] as const;
  for (const [what, mails] of floods) {
    const began = performance.now();
    const { memory } = await memoryDuring(process.pid, async () => {
      await bringBack(entrance.port, mails);
      const stored = performance.now();
      targets.atLeast(`bounces of ${what}, stored each second`, 20, count / ((stored - began) / 1_000));
      await processInbound();
      targets.atLeast(`bounces of ${what}, processed each second`, 5, count / ((performance.now() - stored) / 1_000));
    });
    if (memory) targets.atMost(`bounces of ${what}: memory at its peak`, 700, memory.peak, "MB");
  }
  const { rows } = await client.query(
    `select (select count(*)::int from "Contact" where "bouncedEmail" is not null) as marked,
       (select coalesce(max(told), 0)::int from (select count(*) as told from "OutboxMail" where "template" = 'mail-bounced' group by "toAddress") t) as told`,
  );
  targets.atLeast("addresses marked", count, rows[0].marked);
  targets.atMost("mails that one person is sent about it", 30, rows[0].told);
  await entrance.close();
  await closeMailThread();
}

/** On the account that has the most contacts: one ticket, and a mail about it to each. */
async function layMails(client: Client, count: number): Promise<Sent[]> {
  const { rows: tickets } = await client.query<{ accountId: string; id: string }>(
    `select "accountId", "id" from "Ticket" limit 1`,
  );
  const { accountId = "", id: ticketId = "" } = tickets[0] ?? {};
  await client.query(
    `insert into "Contact" ("id", "accountId", "kind", "status", "name", "email") select gen_random_uuid(), $1, 'nonMember', 'active', 'Person ' || n,
       'p' || n || '@bench.example' from generate_series(1, $2::int) n`,
    [accountId, count],
  );
  const { rows } = await client.query<Sent>(
    `insert into "TicketMail" ("id", "accountId", "ticketId", "contactId", "address", "messageId")
     select gen_random_uuid(), $1, $2, "id", "email", '<' || "id" || '@bench>' from "Contact" where "email" like '%@bench.example'
     returning "id", "ticketId", "contactId", "personId", "address"`,
    [accountId, ticketId],
  );
  return rows;
}

async function bringBack(port: number, mails: readonly Sent[]): Promise<void> {
  const server = { host: "127.0.0.1", port, lmtp: true, ignoreTLS: true, pool: true, maxConnections: CONNECTIONS };
  const transport = createTransport({ ...server, maxMessages: Number.POSITIVE_INFINITY });
  const send = (mail: Sent) =>
    transport.sendMail({ envelope: { from: "", to: signedAddress("bounce", mail) }, raw: bounceOf(mail) });
  await pMap(mails, send, { concurrency: CONNECTIONS });
  transport.close();
}

const bounceOf = ({ address }: Sent): string =>
  [
    "From: MAILER-DAEMON@mx.bench.example",
    `Message-ID: <${randomUUID()}@mx.bench.example>`,
    "Subject: Undelivered",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b\r\nContent-Type: text/plain\r\n\r\nSorry.",
    `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; ${address}\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
    "--b--",
    "",
  ].join("\r\n");
