import { asIdentity } from "@/lib/platform/db/transaction";
import { Problem } from "@/lib/platform/kernel/problem";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { execute } from "@/lib/platform/operations/execute";
import { readCalendar } from "./read-calendar";

const TOKEN = /^[\w-]{43}$/;

/**
 * The calendar behind a secret address, read as the person it belongs to, with the access they have now; null if there is
 * none, or they may not see meetings any more: which of these is nobody's business.
 */
export async function answerFeed(token: string, ip: string): Promise<string | null> {
  if (!TOKEN.test(token)) return null;
  const hash = hashToken(token);
  const feed = await asIdentity((db) =>
    db.meetingFeed.findUnique({ where: { tokenHash: hash }, select: { accountId: true } }),
  );
  if (feed === null) return null;
  try {
    const caller = { credential: { by: "calendar", hash }, via: "system", ip } as const;
    return (await execute(caller, feed.accountId, readCalendar, {})).calendar;
  } catch (error) {
    if (error instanceof Problem && error.code !== "unavailable") return null;
    throw error;
  }
}
