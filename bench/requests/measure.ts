import { cpuTime } from "./cpu-time";
import { load, type Target } from "./load";

export interface Contender extends Target {
  /** The process that answers. */
  readonly pid: number;
}

export interface Measured {
  readonly name: string;
  readonly perSecond: number;
  /** Milliseconds per request. */
  readonly server: number;
  readonly database: number;
  readonly bytes: number;
}

const ROUNDS = 3;
const ROUND_MS = 1_500;

/** All contenders in turn, several times over, so that what else the machine does meets all of them alike. */
export async function measure(
  contenders: readonly Contender[],
  atOnce: number,
  postmaster: number,
): Promise<Map<string, Measured>> {
  const sums = new Map(
    contenders.map(({ name }) => [name, { requests: 0, seconds: 0, server: 0, database: 0, bytes: 0 }]),
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (const contender of contenders) {
      const sum = sums.get(contender.name);
      if (sum === undefined) continue;
      const [server, database] = [cpuTime(contender.pid), cpuTime(postmaster)];
      const { requests, seconds, bytes } = await load(contender, atOnce, ROUND_MS);
      sum.requests += requests;
      sum.seconds += seconds;
      sum.bytes = bytes;
      sum.server += cpuTime(contender.pid) - server;
      sum.database += cpuTime(postmaster) - database;
    }
  }
  return new Map(
    [...sums].map(([name, { requests, seconds, server, database, bytes }]) => [
      name,
      { name, perSecond: requests / seconds, server: server / requests, database: database / requests, bytes },
    ]),
  );
}
