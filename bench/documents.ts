import { loadavg } from "node:os";
import { createDatabase } from "@/scripts/postgres/connection";
import { startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import { runCommand } from "@/scripts/process/run-command";
import { type DocumentCase, documentCases } from "./documents/cases";
import { layFiles } from "./documents/lay-files";
import { Answerer } from "./growth/answerer";
import { median } from "./growth/compare";

const SMALL = 10_000;
const large = Number(process.argv[2] ?? 1_000_000);
const BOUND = 1.5;
const WARMING = 5;
const LAPS = 41;
/** A ratio above its bound is measured again: a busy machine is not a slow query. */
const FURTHER_LAPS = 121;

/**
 * `npm run bench:documents [-- COUNT]`: lays an account with a million documents and one with ten thousand, and does the same with
 * the documents of both in turn. Fails if a median of the large one is more than 1.5 times that of the small one.
 */
await runCommand(async (shutdown) => {
  const cluster = await startTemporaryCluster(shutdown);
  const answererOf = async (files: number): Promise<Answerer<DocumentCase>> => {
    const url = cluster.url(`documents-${files}`);
    await createDatabase(cluster.url("postgres"), `documents-${files}`);
    const begun = performance.now();
    await layFiles(url, files);
    console.log(`${files} documents laid in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    const answerer = await Answerer.on<DocumentCase>(url, "bench/documents/answer.ts");
    shutdown.onEnd({ stop: async () => answerer.end(), stopNow: () => answerer.stopNow() });
    return answerer;
  };
  const both = { small: await answererOf(SMALL), large: await answererOf(large) };
  const results: Compared[] = [];
  for (const of of documentCases) {
    const result = await compare(both, of);
    results.push(result);
    if (ratioOf(result) > BOUND) console.log(`${ratioOf(result).toFixed(2)} ${of.does}, ${of.email}`);
  }
  process.exitCode = print(results);
});

interface Compared {
  readonly of: DocumentCase;
  readonly small: number;
  readonly large: number;
}

type Both = Readonly<Record<"small" | "large", Answerer<DocumentCase>>>;

async function compare(both: Both, of: DocumentCase): Promise<Compared> {
  await measure(both, of, WARMING);
  const first = await measure(both, of, LAPS);
  return ratioOf(first) <= BOUND ? first : measure(both, of, FURTHER_LAPS);
}

/** The medians of both, asked in turn. */
async function measure(both: Both, of: DocumentCase, laps: number): Promise<Compared> {
  const times: { small: number[]; large: number[] } = { small: [], large: [] };
  for (let lap = 0; lap < laps; lap += 1) {
    times.small.push((await both.small.time(of)) ?? 0);
    times.large.push((await both.large.time(of)) ?? 0);
  }
  return { of, small: median(times.small), large: median(times.large) };
}

function ratioOf({ large: many, small }: Compared): number {
  return many / small;
}

/** The ratios, largest last. */
function print(results: readonly Compared[]): 0 | 1 {
  console.log(
    `load ${loadavg()
      .map((one) => one.toFixed(1))
      .join(", ")}`,
  );
  console.log(`ratio  ${String(SMALL).padStart(10)} ${String(large).padStart(12)}`);
  for (const result of results.toSorted((a, b) => ratioOf(a) - ratioOf(b))) {
    const { of, small, large: many } = result;
    const figures = `${ratioOf(result).toFixed(2).padStart(5)}  ${small.toFixed(1).padStart(7)} ms ${many.toFixed(1).padStart(9)} ms`;
    console.log(`${figures}  ${of.does}, ${of.email}${ratioOf(result) > BOUND ? "  MISSED" : ""}`);
  }
  const missed = results.filter((result) => ratioOf(result) > BOUND).length;
  console.log(`${results.length} cases compared, ${missed} above ${BOUND}`);
  return missed === 0 ? 0 : 1;
}
