import { planAnew } from "@/lib/platform/db/plan-anew";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { notificationColumns } from "@/lib/platform/operations/notification-kind";
import type { Context } from "@/lib/platform/operations/operation";
import { visibleNotifications } from "./visible-notifications";

/** Of the newest, nearly all are about something that can still be seen. */
const HIDDEN_AT_FIRST = 25;

interface Asked {
  readonly unread: boolean;
  readonly skip: number;
  /** Rows of the page, and how far all are counted. */
  readonly take: number;
  readonly most: number;
}

/**
 * A page of the viewer's notifications whose record they may see, newest first, and how many there are, at most `most`. Whether
 * they may is asked of as many of the newest as are needed and for their kinds alone, and of four times as many while too few of these
 * are seen: PostgreSQL would ask it of every notification, in a dozen tables, before it sorts them (decision 0195).
 */
export async function newestSeen(context: Context, { unread, skip, take, most }: Asked) {
  const { notification } = context.db;
  planAnew(context.db);
  for (let asked = most + HIDDEN_AT_FIRST; ; asked *= 4) {
    const { kinds, oldest, number } = await newest(context, unread, asked);
    if (oldest === null) return { rows: [], counted: 0 };
    const within = { createdAt: { gte: oldest }, ...(unread && { readAt: null }) };
    const where = { AND: [visibleNotifications(context, kinds), within] };
    const orderBy = [{ createdAt: "desc" as const }, { id: "desc" as const }];
    const [rows, counted] = await Promise.all([
      notification.findMany({ where, select: notificationColumns, orderBy, skip, take }),
      notification.count({ where, orderBy: { createdAt: "desc" }, take: most }),
    ]);
    if (number < asked || counted === most) return { rows, counted };
  }
}

interface Newest {
  readonly kinds: string[];
  readonly oldest: Date | null;
  readonly number: number;
}

/** Of as many of the newest as there are, up to `most`: their kinds, the time of the oldest, and their number. */
async function newest({ db, actor, account }: Context, unread: boolean, most: number): Promise<Newest> {
  const here = account === null ? sql`true` : sql`n."accountId" = ${account.id}::uuid`;
  const [found] = await queryRows<Newest>(
    db,
    sql`select coalesce(array_agg(distinct "kind"), '{}') as "kinds", min("createdAt") as "oldest", count(*)::int as "number"
      from (select n."kind", n."createdAt" from "Notification" n where n."personId" = ${actor.personId}::uuid and ${here}
        and ${unread ? sql`n."readAt" is null` : sql`true`} order by n."createdAt" desc limit ${most}::int) n`,
  );
  return found ?? { kinds: [], oldest: null, number: 0 };
}
