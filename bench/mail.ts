import { Client } from "pg";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import { prepareDatabase } from "@/scripts/portal/prepare-database";
import { startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import { runCommand } from "@/scripts/process/run-command";
import { bounceMany } from "./mail/bounce-many";
import { sendMany } from "./mail/send-many";
import { Targets } from "./support/targets";

const count = Number(process.argv[2] ?? 10_000);

/** `npm run bench:mail -- [COUNT]`: that many mails sent through a slow server, and as many that come back. 1 if a target is missed. */
await runCommand(async (shutdown) => {
  const url = (await startTemporaryCluster(shutdown)).url("postgres");
  const settings = { PORTAL_MODE: "test", PORTAL_URL: "http://localhost:3000", DATABASE_URL: url };
  Object.assign(process.env, settings, { MAIL_IN_DOMAIN: "in.bench.example", MAIL_IN_PROTOCOL: "lmtp" });
  forgetEnvironment();
  await prepareDatabase(shutdown, settings);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`delete from "OutboxMail"`);
  const targets = new Targets();
  await sendMany(client, count, targets);
  await client.query(`delete from "OutboxMail"`);
  await bounceMany(client, count, targets);
  await client.end();
  await disconnect();
  process.exitCode = targets.print();
});
