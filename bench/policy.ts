import { startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import { runCommand } from "@/scripts/process/run-command";
import { openLaboratory } from "../tests/policy/list-check/laboratory";
import { compareAnswers } from "./policy/answers";
import { type Case, makeCases, people } from "./policy/cases";
import { casl, caslMarked } from "./policy/casl";
import { bitset, ours } from "./policy/contenders";
import { countDisagreements } from "./policy/list-check";
import { race, type Speed } from "./policy/race";

const laps = 100;
const casesOfALap = 10_000;
const conditions = 3_000;

/**
 * `npm run bench:policy`: how fast a check is and whether lists and checks agree, compared with CASL. Fails below its
 * targets.
 */
await runCommand(async (shutdown) => {
  const all = { bitset: bitset(), ours: ours(), casl: casl(), marked: caslMarked() };
  // The first laps warm up the compiler.
  race(Object.values(all), cases(20));
  const [limit, own, other, marked] = race(Object.values(all), cases(laps)) as [Speed, Speed, Speed, Speed];
  const timesCasl = other.median / own.median;
  const timesLimit = own.median / limit.median;

  console.log(
    `${(laps * casesOfALap).toLocaleString("en")} checks of ${people.length} people, ${laps} alternating laps`,
  );
  for (const speed of [limit, own, other, marked]) console.log(line(speed));
  console.log(`  ${timesCasl.toFixed(1)} times as fast as CASL (target: 8 or more)`);
  console.log(`  ${timesLimit.toFixed(2)} times the bitset's time (target: 2.5 or less)`);

  const differ = compareAnswers(all, cases(laps));
  console.log("Our answers that differ");
  console.log(`  from CASL's ${differ.casl}, from a plain reading of the policy ${differ.reading}`);
  console.log(`  allowed where the bitset denies ${differ.bitset}`);

  const cluster = await startTemporaryCluster(shutdown);
  const laboratory = await openLaboratory(cluster.url("postgres"));
  const lists = await countDisagreements(laboratory, conditions).finally(() => laboratory.close());
  console.log(`List and check disagree, out of ${conditions.toLocaleString("en")} random conditions on PostgreSQL`);
  console.log(`  lib/policy ${lists.ours}`);
  console.log(`  CASL ${lists.casl}`);

  const right = differ.casl + differ.reading + differ.bitset + lists.ours === 0;
  process.exitCode = right && timesCasl >= 8 && timesLimit <= 2.5 ? 0 : 1;
});

function* cases(count: number): Generator<Case[]> {
  for (let lap = 1; lap <= count; lap++) yield makeCases(casesOfALap, lap);
}

function line({ name, median, fastest }: Speed): string {
  return `  ${name.padEnd(28)} ${median.toFixed(0).padStart(5)} ns per check, fastest lap ${fastest.toFixed(0).padStart(4)}`;
}
