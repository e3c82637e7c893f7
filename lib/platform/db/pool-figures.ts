import type { Pool } from "pg";

const kept = globalThis as { portcullisPools?: Set<Pool> };

/** Kept on the global object, because the server, which serves metrics, and Next's bundle each have a copy of this module. */
function pools(): Set<Pool> {
  kept.portcullisPools ??= new Set();
  return kept.portcullisPools;
}

export function watchPool(pool: Pool): void {
  pools().add(pool);
}

/** The process's connections to the database, and how many callers wait for one. */
export function poolFigures(): { total: number; idle: number; waiting: number } {
  for (const pool of pools()) if (pool.ended) pools().delete(pool);
  const sum = (figure: (pool: Pool) => number) => [...pools()].reduce((total, pool) => total + figure(pool), 0);
  return {
    total: sum(({ totalCount }) => totalCount),
    idle: sum(({ idleCount }) => idleCount),
    waiting: sum(({ waitingCount }) => waitingCount),
  };
}
