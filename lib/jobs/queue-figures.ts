import type { PgBoss } from "pg-boss";
import type { QueueFigures } from "./watch-work";

/** The jobs that are due and not begun. pg-boss's own counts are minutes old. */
export async function queueFigures(boss: PgBoss): Promise<QueueFigures[]> {
  const { rows } = await boss.getDb().executeSql(`
    select q.name as queue, count(j.id)::int as waiting, min(j.start_after) as "oldestSince"
    from pgboss.queue q left join pgboss.job j
      on j.name = q.name and j.state in ('created', 'retry') and j.start_after <= now()
    where q.name !~ '^__' group by 1 order by 1`);
  return rows as QueueFigures[];
}
