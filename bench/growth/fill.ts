import { Client } from "pg";
import { disconnect } from "@/lib/platform/db/disconnect";
import { migrate } from "@/lib/platform/db/migrate";
import { buildDemo } from "@/prisma/seed/build-demo";
import { ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { lay } from "./lay";
import type { Size } from "./size";

/** Migrates the database and lays an installation of that size, or only migrates it if that is there already. */
export async function fill(url: string, size: Size, parts: Parts = {}): Promise<void> {
  process.env.DATABASE_URL = url;
  const client = new Client({ connectionString: url });
  await client.connect();
  const wanted = JSON.stringify({ ...size, ...parts });
  const laid = await sizeOf(client);
  if (laid !== null && laid !== wanted) throw new Error(`${url} holds an installation of another size: ${laid}.`);
  const migrations = await migrate(url);
  if (laid === null) {
    await layAll(client, url, { size, parts });
    await client.query(`comment on schema public is ${client.escapeLiteral(wanted)}`);
  } else if (migrations.length > 0) {
    await client.query("vacuum analyze");
  }
  await client.end();
}

/** What was laid to its end, in the words that `fill` left. */
async function sizeOf(client: Client): Promise<string | null> {
  const { rows } = await client.query(`select obj_description('public'::regnamespace, 'pg_namespace') as "laid"`);
  const { laid } = rows[0];
  return laid?.startsWith("{") ? laid : null;
}

type Parts = Parameters<typeof lay>[3];

async function layAll(client: Client, url: string, { size, parts }: { size: Size; parts: Parts }): Promise<void> {
  const owner = ownerDatabase(url);
  await buildDemo(owner, new Date());
  await owner.$disconnect();
  await disconnect();
  console.log(`Laying ${size.accounts.toLocaleString("en")} accounts`);
  await lay(client, size, (what) => console.log(`  ${what}`), parts);
  const { rows } = await client.query("select pg_size_pretty(pg_database_size(current_database())) as size");
  console.log(`  ${rows[0].size}`);
}
