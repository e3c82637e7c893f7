import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { claimMail } from "@/lib/platform/mail/claim-mail";
import { claimInbound } from "@/lib/support/inbound-mail/claim-inbound";
import { explained } from "@/tests/fixtures/explained";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

/** Rows that a claim may read of the mail that waits: of 20,000. */
const MOST_READ = 250;

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
  const client = new Client({ connectionString: portal.url });
  await client.connect();
  for (const statement of laid) await client.query(statement);
  await client.end();
});
afterAll(() => portal.close());

const columns = `"id", "kind", "template", "toAddress", "toName", "subject", "html", "text", "messageId", "status", "nextTryAt"`;
const mails = (from: number, to: number, address: string, nextTryAt: string) =>
  `insert into "OutboxMail" (${columns}) select gen_random_uuid(), 'services', 'plans', ${address}, 'A', 'News', '', '', 'plans-' || n,
    'queued', ${nextTryAt} from generate_series(${from}, ${to}) n`;

/** Written together and first, to one domain; 1,500 domains that nothing is due for; one mail behind all of that. */
const laid = [
  "set session_replication_role = replica",
  `delete from "OutboxMail"`,
  mails(1, 15_000, "'p' || n || '@Busy.example'", "now() - interval '1 hour'"),
  mails(15_001, 19_999, "'p@' || n % 1500 || '.later.example'", "now() + interval '1 hour'"),
  mails(20_000, 20_000, "'p@zebra.example'", "now() - interval '1 minute'"),
  mails(20_001, 20_001, "'p@quagga.example'", "now()"),
  `update "OutboxMail" set "awaited" = true where "toAddress" < 'p5' or "toAddress" = 'p@quagga.example'`,
  `insert into "InboundMail" ("id", "entrance", "envelopeFrom", "envelopeTo", "contentHash", "bytes", "keepUntil", "nextTryAt")
   select gen_random_uuid(), 'smtp', '', 'support@in.example', case when n % 2 = 0 then 'one' else md5(n::text) end, 1, now() + interval '1 day',
     now() - interval '1 hour' + n * interval '1 ms' from generate_series(1, 10000) n`,
  `insert into "InboundMail" ("id", "entrance", "envelopeFrom", "envelopeTo", "contentHash", "bytes", "keepUntil", "state", "outcome", "summary", "doneAt")
   select gen_random_uuid(), 'smtp', '', 'support@in.example', 'one', 1, now() + interval '1 day', 'done', 'duplicate', 'The same', now() from generate_series(1, 10000) n`,
  `vacuum analyze "OutboxMail", "InboundMail"`,
];

/** Half of them to one domain, the others to a hundred. */
const few = [
  `delete from "OutboxMail"`,
  mails(1, 500, "'p' || n || '@Busy.example'", "now() - interval '1 hour'"),
  mails(501, 1_000, "'p@' || n % 100 || '.others.example'", "now() - interval '1 minute'"),
  `vacuum analyze "OutboxMail"`,
];

/** The most rows that one statement of the work read from a table. */
async function mostRead(table: string, work: () => Promise<unknown>): Promise<number> {
  const statements = await explained(work);
  expect(statements.length).toBeGreaterThan(0);
  const read = statements.map(({ nodes }) =>
    nodes.filter((node) => node.table === table).reduce((sum, node) => sum + node.read, 0),
  );
  return Math.max(...read);
}

describe("a claim of outgoing mail", () => {
  const claim = (busy: readonly string[], after = "", awaited = false) =>
    claimMail(new Date(), addMinutes(new Date(), 10), { awaited, busy, after });

  test("reads the oldest of what waits", async () => {
    expect(await mostRead("OutboxMail", () => claim([]))).toBeLessThan(MOST_READ);
  });

  test("reads the oldest that somebody waits for, and none to a busy domain", async () => {
    expect(await mostRead("OutboxMail", () => claim([], "", true))).toBeLessThan(MOST_READ);
    expect(await mostRead("OutboxMail", () => claim(["busy.example"], "", true))).toBeLessThan(MOST_READ);
    const quagga = await portal.owner.outboxMail.findFirstOrThrow({ where: { toAddress: "p@quagga.example" } });
    expect(quagga.claimedAt).not.toBeNull();
  });

  test("passes over no mail to a busy domain, and looks on where the last one ended", async () => {
    const zebra = () => portal.owner.outboxMail.findFirstOrThrow({ where: { toAddress: "p@zebra.example" } });
    let after = "";
    let turns = 0;
    // Explaining a claim claims as well.
    while ((await zebra()).claimedAt === null && turns++ < 40) {
      const read = await mostRead("OutboxMail", async () => {
        after = (await claim(["busy.example"], after)).lookedAt;
      });
      expect(read).toBeLessThan(MOST_READ);
    }
    expect(turns).toBe(31);
  });
});

test("a claim of outgoing mail reads none to a busy domain when a thousand wait, either", async () => {
  for (const statement of few) await portal.owner.$executeRawUnsafe(statement);
  const choice = { awaited: false, busy: ["busy.example"], after: "" };
  const claim = () => claimMail(new Date(), addMinutes(new Date(), 10), choice);
  expect(await mostRead("OutboxMail", claim)).toBeLessThan(MOST_READ);
  expect(await portal.owner.outboxMail.count({ where: { claimedAt: { not: null } } })).toBeGreaterThan(0);
});

test("a claim of received mail reads neither all that waits nor all with the same content", async () => {
  expect(await mostRead("InboundMail", () => claimInbound(new Date()))).toBeLessThan(MOST_READ);
});
