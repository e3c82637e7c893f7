import { env } from "@/lib/platform/config/env";
import type { DiscussionFrequency } from "@/lib/platform/db/generated/client";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { Job } from "@/lib/platform/db/transaction";
import { t } from "@/lib/platform/language/t";
import { sendNotice, stopUrl } from "@/lib/platform/mail/send-notice";
import { DiscussionDigest } from "./mail/discussion-digest";
import { type NewInThread, newInThreads } from "./new-in-threads";

type Place = Pick<Job, "db" | "account" | "now">;

/** Mails a person what is new for them, and notes how far. Returns whether there was anything. */
export async function sendDigest(
  place: Place,
  person: AccountMember,
  frequency: DiscussionFrequency,
): Promise<boolean> {
  const { db, account } = place;
  const threads = await newInThreads(place, person, frequency);
  if (threads.length === 0) return false;
  await noteMailed(place, person.contactId, threads);
  const shown = threads.slice(0, MOST_SHOWN);
  const base = `${env().PORTAL_URL}/a/${account.id}/discussions`;
  await sendNotice(db, {
    accountId: account.id,
    kind: "workspace",
    notice: "notices.workspace.receive",
    to: [person],
    subject: () =>
      t("{count, plural, one {# thread} other {# threads}} with new posts in {name}", {
        count: threads.length,
        name: account.name,
      }),
    template: "discussion-digest",
    about: { kind: "discussion-digest", ids: threads.map(({ id }) => id) },
    body: () =>
      DiscussionDigest({
        accountName: account.name,
        threads: shown.map((thread) => ({
          ...thread,
          stopHref: stopUrl(person.contactId, { kind: "discussion-thread", id: thread.id }),
        })),
        more: threads.length - shown.length,
        href: base,
        footer:
          frequency === "weekly"
            ? t("You're receiving this because you chose a weekly email for these threads or their groups.")
            : t("You're receiving this because you chose a daily email for these threads or their groups."),
      }),
  });
  return true;
}

async function noteMailed({ db, account }: Place, contactId: string, threads: readonly NewInThread[]): Promise<void> {
  const own = { accountId: account.id, contactId };
  await db.discussionReading.createMany({
    data: threads.map(({ id: threadId }) => ({ ...own, threadId })),
    skipDuplicates: true,
  });
  for (const { id: threadId, lastNumber: mailedNumber } of threads) {
    await db.discussionReading.updateMany({ where: { ...own, threadId }, data: { mailedNumber } });
  }
}

const MOST_SHOWN = 20;
