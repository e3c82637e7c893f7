import type { Client } from "pg";
import { about, type Finding } from "./finding";

const MOST_SECONDS = 5;

/** Sessions and links expire by this machine's clock, and are dated by the database's too. */
export async function clockFinding(client: Client): Promise<Finding> {
  const asked = Date.now();
  const { rows } = await client.query<{ at: Date }>("select clock_timestamp() as at");
  const half = (Date.now() - asked) / 2;
  const seconds = Math.round(((rows[0]?.at.getTime() ?? asked) - asked - half) / 1000);
  const { ok, problem } = about("clock");
  if (Math.abs(seconds) <= MOST_SECONDS) return ok("This machine and the database agree.");
  const direction = seconds > 0 ? "ahead of" : "behind";
  return problem(
    `The database's clock is ${Math.abs(seconds)} seconds ${direction} this machine's.`,
    "Synchronize both with NTP.",
  );
}
