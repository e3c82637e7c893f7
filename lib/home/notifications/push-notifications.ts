import { asReader } from "@/lib/platform/db/as-reader";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { asWorker } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { withLanguage } from "@/lib/platform/language/with-language";
import { getsNotice } from "@/lib/platform/mail/gets-notice";
import { notificationColumns } from "@/lib/platform/operations/notification-kind";
import type { PushAddress, PushMessage } from "./push-message";
import { notificationKinds } from "./visible-notifications";

const AT_ONCE = 20;
/** Later it would be no news. */
const NEWS_MINUTES = 30;

interface Waiting {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
}

/**
 * Sends what waits to the browsers of its people, each at most once: it is also in the mail and behind the bell. Whether the person
 * may see it is asked now. It says what happened and to which record, and nothing of its content.
 */
export async function pushNotifications(send: PushMessage, stopping: () => boolean = () => false): Promise<void> {
  while (!stopping()) {
    const waiting = await claim(new Date());
    if (waiting.length === 0) return;
    await Promise.all(waiting.map((one) => pushOne(send, one)));
  }
}

const claim = (now: Date): Promise<Waiting[]> =>
  asWorker((db) =>
    queryRows<Waiting>(
      db,
      sql`with due as materialized (select "id" from "Notification" where "pushAt" is not null
          order by "pushAt" limit ${AT_ONCE} for update skip locked),
        taken as (update "Notification" n set "pushAt" = null from due where n."id" = due."id"
          returning n."id", n."accountId", n."personId", n."createdAt", n."readAt")
      select "id", "accountId", "personId" from taken
        where "readAt" is null and "createdAt" > ${addMinutes(now, -NEWS_MINUTES)}::timestamptz`,
    ),
  );

async function pushOne(send: PushMessage, waiting: Waiting): Promise<void> {
  const payload = await payloadOf(waiting);
  if (payload === null) return;
  for (const { id, ...address } of await browsersOf(waiting.personId)) {
    if ((await send(address, payload)) === "gone") {
      await asWorker((db) => db.pushSubscription.deleteMany({ where: { id } }));
    }
  }
}

/** Those that have not been signed out. */
const browsersOf = (personId: string): Promise<(PushAddress & { readonly id: string })[]> =>
  asWorker((db) =>
    db.pushSubscription.findMany({
      where: { personId, session: { revokedAt: null, expiresAt: { gt: new Date() } } },
      select: { id: true, endpoint: true, p256dh: true, auth: true },
    }),
  );

/** Null if the person may not see it any more, or has turned it off since. */
function payloadOf({ id, personId, accountId }: Waiting): Promise<string | null> {
  return asReader({ personId, accountId, now: new Date() }, async ({ db, viewer, account, locale, noticesOff }) => {
    const kinds = [...notificationKinds.values()];
    const visible = kinds.map(({ kind, visible }) => ({ kind, ...visible({ viewer, account }) }));
    const where = { id, personId, OR: visible };
    const row = await db.notification.findFirst({ where, select: notificationColumns });
    const kind = notificationKinds.get(row?.kind ?? "");
    if (row === null || kind === undefined) return null;
    if (noticesOff !== null && kind.notice && !getsNotice({ viewer, noticesOff }, kind.notice)) return null;
    const { title, path } = await withLanguage(locale, async () => kind.present(row));
    return JSON.stringify({ title, account: account.name, href: `/a/${accountId}${path}`, tag: id });
  });
}
