import { parseArgs } from "node:util";
import { startCluster } from "@/scripts/postgres/cluster";
import { createDatabase } from "@/scripts/postgres/connection";
import { folderFor } from "@/scripts/postgres/places";
import { runAs } from "@/scripts/postgres/run-as";
import { hasty, startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import { runCommand } from "@/scripts/process/run-command";
import { Answerer } from "./growth/answerer";
import { casesOf } from "./growth/cases";
import { type Compared, compare } from "./growth/compare";
import { fill } from "./growth/fill";
import { operationSamples } from "./growth/samples";
import { largeSize, type Size, smallSize } from "./growth/size";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" }, "only-tickets": { type: "boolean" } },
});
const scale = Number(positionals[0] ?? 1);
/** Only operations whose name begins with one of them; all if there are none. */
const prefixes = positionals.slice(1);

/**
 * `npm run bench:growth [-- SCALE [OPERATION...]] [--keep FOLDER]`: lays a large and a small installation, and executes every
 * query with each of its filters on both in turn. Fails if a median in the large one is more than 1.5 times that in the
 * small one, or for the account of a hundred thousand invoices and that of five thousand people more than twice that of
 * an ordinary account. What is laid in a folder that is kept is used again by the next run. `--only-tickets` lays no invoices and
 * no log: the whole million of messages in minutes, for `tickets.list` and `queue.list`.
 */
await runCommand(async (shutdown) => {
  const user = runAs();
  const cluster = await (values.keep === undefined
    ? startTemporaryCluster(shutdown)
    : startCluster(shutdown, folderFor(user, values.keep), user, hasty));
  const database = async (name: string, size: Size): Promise<Answerer> => {
    const url = cluster.url(name);
    await createDatabase(cluster.url("postgres"), name);
    await fill(url, size, values["only-tickets"] ? { onlyTickets: true } : {});
    const answerer = await Answerer.on(url);
    shutdown.onEnd({ stop: async () => answerer.end(), stopNow: () => answerer.stopNow() });
    return answerer;
  };
  const small = await database("small", smallSize);
  const large = await database(`large-${scale}`, largeSize(scale));
  const results: Compared[] = [];
  const failures: string[] = [];
  for (const of of casesOf(await operationSamples())) {
    if (prefixes.length > 0 && !prefixes.some((prefix) => of.operation.startsWith(prefix))) continue;
    await compare(small, large, of).then(
      (result) => {
        if (result === null) return;
        results.push(result);
        if (result.ratio > result.bound) console.log(inWords(result));
      },
      (error: Error) => failures.push(error.message.slice(0, 300)),
    );
  }
  process.exitCode = print(results, failures);
});

/** The ratios, largest last. */
function print(results: readonly Compared[], failures: readonly string[]): 0 | 1 {
  for (const failure of failures) console.log(`Not compared: ${failure}`);
  console.log("ratio  bound    small     large");
  for (const result of results.toSorted((a, b) => a.ratio / a.bound - b.ratio / b.bound)) console.log(inWords(result));
  const missed = results.filter(({ ratio, bound }) => ratio > bound).length;
  console.log(`${results.length} cases compared, ${missed} above their bound`);
  return missed === 0 && failures.length === 0 ? 0 : 1;
}

function inWords({ of, small, large, ratio, bound }: Compared): string {
  const figures = [ratio.toFixed(2).padStart(5), String(bound).padStart(6), ms(small), ms(large)].join("");
  const filter = Object.entries(of.input).map(([name, value]) => ` ${name}=${value}`);
  return `${figures}  ${of.operation}, ${of.place}${filter.join("")}${ratio > bound ? "  MISSED" : ""}`;
}

function ms(time: number): string {
  return `${time.toFixed(1).padStart(7)} ms`;
}
