import { Client } from "pg";
import { disconnect } from "@/lib/platform/db/disconnect";
import { migrate } from "@/lib/platform/db/migrate";
import { buildDemo } from "@/prisma/seed/build-demo";
import { ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { createDatabase } from "@/scripts/postgres/connection";
import { startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import { runCommand } from "@/scripts/process/run-command";
import { Answerer } from "./growth/answerer";
import { casesOf } from "./growth/cases";
import { type Compared, compare } from "./growth/compare";
import { lay } from "./growth/lay";
import { operationSamples } from "./growth/samples";
import { largeSize, type Size, smallSize } from "./growth/size";

const scale = Number(process.argv[2] ?? 1);
/** Only operations whose name begins so. */
const prefix = process.argv[3] ?? "";

/**
 * `npm run bench:growth [-- SCALE [OPERATION]]`: lays a large and a small installation, and executes every query with each of its
 * filters on both in turn. Fails if a median in the large one is more than 1.5 times that in the small one, or for the
 * account of a hundred thousand invoices and that of five thousand people more than twice that of an ordinary account.
 */
await runCommand(async (shutdown) => {
  const cluster = await startTemporaryCluster(shutdown);
  const database = async (name: string, size: Size): Promise<Answerer> => {
    const url = cluster.url(name);
    await createDatabase(cluster.url("postgres"), name);
    await fill(url, size);
    const answerer = await Answerer.on(url);
    shutdown.onEnd({ stop: async () => answerer.end(), stopNow: () => answerer.stopNow() });
    return answerer;
  };
  const small = await database("small", smallSize);
  const large = await database("large", largeSize(scale));
  const results: Compared[] = [];
  const failures: string[] = [];
  for (const of of casesOf(await operationSamples())) {
    if (!of.operation.startsWith(prefix)) continue;
    await compare(small, large, of).then(
      (result) => results.push(result),
      (error: Error) => failures.push(error.message.slice(0, 300)),
    );
  }
  process.exitCode = print(results, failures);
});

async function fill(url: string, size: Size): Promise<void> {
  process.env.DATABASE_URL = url;
  await migrate(url);
  const owner = ownerDatabase(url);
  await buildDemo(owner, new Date());
  await owner.$disconnect();
  await disconnect();
  const client = new Client({ connectionString: url });
  await client.connect();
  console.log(`Laying ${size.accounts.toLocaleString("en")} accounts`);
  await lay(client, size, (what) => console.log(`  ${what}`));
  const { rows } = await client.query("select pg_size_pretty(pg_database_size(current_database())) as size");
  console.log(`  ${rows[0].size}`);
  await client.end();
}

/** The ratios, largest last. */
function print(results: readonly Compared[], failures: readonly string[]): 0 | 1 {
  for (const failure of failures) console.log(`Not compared: ${failure}`);
  console.log("ratio  bound    small     large");
  for (const { of, small, large, ratio, bound } of results.toSorted((a, b) => a.ratio / a.bound - b.ratio / b.bound)) {
    const figures = [ratio.toFixed(2).padStart(5), String(bound).padStart(6), ms(small), ms(large)].join("");
    const filter = Object.entries(of.input).map(([name, value]) => ` ${name}=${value}`);
    console.log(`${figures}  ${of.operation}, ${of.place}${filter.join("")}${ratio > bound ? "  MISSED" : ""}`);
  }
  const missed = results.filter(({ ratio, bound }) => ratio > bound).length;
  console.log(`${results.length} cases compared, ${missed} above their bound`);
  return missed === 0 ? 0 : 1;
}

const ms = (time: number): string => `${time.toFixed(1).padStart(7)} ms`;
