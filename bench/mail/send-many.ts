import type { Client } from "pg";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import { mailTransport } from "@/lib/platform/mail/mail-transport";
import { memoryDuring } from "../support/memory-during";
import type { Targets } from "../support/targets";
import { slowServer } from "./slow-server";

const SLOW = "slow.example";
const FULL = "full.example";
const SLOW_MS = 5_000;
const DOMAINS = 200;
const AWAITED = "awaited@0.example";

/** Half of the mail is to a slow domain and waits longest, a tenth to one that refuses for now, the rest to two hundred others. */
export async function sendMany(client: Client, count: number, targets: Targets): Promise<void> {
  const [slow, full] = [count / 2, count / 10];
  const others = count - slow - full;
  await client.query(
    `insert into "OutboxMail" ("id", "kind", "template", "toAddress", "toName", "subject", "html", "text", "messageId", "nextTryAt")
     select gen_random_uuid(), 'services', 'bench', 'p' || n || '@' || case when n <= ${slow} then '${SLOW}' when n <= ${slow + full} then '${FULL}'
       else n % ${DOMAINS} || '.example' end, 'Person', 'News', repeat('<p>News</p>', 2000), repeat('News ', 1000), '<' || n || '@bench>',
       now() - interval '1 hour' + n * interval '1 ms' from generate_series(1, ${count}) n`,
  );
  await client.query(`vacuum analyze "OutboxMail"`);
  const server = await slowServer(SLOW, SLOW_MS, FULL);
  process.env.SMTP_URL = server.url;
  forgetEnvironment();
  const transport = mailTransport();
  const taken = () => server.taken.filter((address) => !address.endsWith(SLOW) && address !== AWAITED);
  await client.query(
    `insert into "OutboxMail" ("id", "kind", "template", "toAddress", "toName", "subject", "html", "text", "messageId", "awaited")
     values (gen_random_uuid(), 'security', 'bench', '${AWAITED}', 'Person', 'Your link', '', '', '<awaited@bench>', true)`,
  );
  const before = await rowsRead(client);
  const began = performance.now();
  const { memory } = await memoryDuring(process.pid, () =>
    deliverMail(transport, async () => true, { stopping: () => taken().length >= others }),
  );
  const milliseconds = performance.now() - began;
  const read = (await rowsRead(client)) - before;
  const { rows } = await client.query<{ slow: number; full: number }>(
    `select count(*) filter (where "toAddress" like '%@${SLOW}' and "status" = 'sent')::int as slow,
       count(*) filter (where "toAddress" like '%@${FULL}' and "attempts" > 0)::int as full from "OutboxMail"`,
  );
  const tried = others + (rows[0]?.slow ?? 0) + (rows[0]?.full ?? 0);
  const places = taken().map((address) => Number(/^p(\d+)@/.exec(address)?.[1]) - slow - full - 1);
  const late = Math.max(...places.map((place, at) => at - place));
  targets.atLeast(`of ${others} mails to others, sent each second`, 10, taken().length / (milliseconds / 1_000));
  targets.atMost("mails before the one that somebody waits for", 3, server.taken.indexOf(AWAITED));
  targets.atMost("places that one was overtaken by", DOMAINS * 2, late);
  targets.atLeast("meanwhile to the slow domain", Math.floor(milliseconds / SLOW_MS / 2), rows[0]?.slow ?? 0);
  targets.atMost("tries with the full domain, of each of its mails", 1, (rows[0]?.full ?? 0) / full);
  targets.atMost("rows of waiting mail read for each mail", 500, read / tried);
  if (memory)
    targets.atMost("memory in the last third, of that in the second", 1.25, memory.thirds[2] / memory.thirds[1]);
  transport?.close();
  await server.close();
}

async function rowsRead(client: Client): Promise<number> {
  await client.query("select pg_stat_force_next_flush()").catch(() => {});
  const { rows } = await client.query(
    `select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_user_tables where relname = 'OutboxMail'`,
  );
  return rows[0].read;
}
