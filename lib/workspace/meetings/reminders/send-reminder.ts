import { env } from "@/lib/platform/config/env";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { Job } from "@/lib/platform/db/transaction";
import { t } from "@/lib/platform/language/t";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import { can } from "@/lib/policy/evaluate";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import { MeetingMail } from "../mail/meeting-mail";
import { whenInWords } from "../mail/when-in-words";
import type { DueReminder } from "./reminder-due";

interface Reminder {
  readonly meeting: MeetingRow;
  readonly person: AccountMember;
  readonly stage: DueReminder["stage"];
}

/** Reminds one person of a meeting, by the clocks where they are. */
export async function sendReminder(
  { db, account }: Pick<Job, "db" | "account">,
  { meeting, person, stage }: Reminder,
): Promise<void> {
  const { title, place, startsAt, endsAt } = meeting;
  await sendNotice(db, {
    accountId: account.id,
    kind: "workspace",
    notice: "notices.workspace.receive",
    to: [person],
    subject: () => t("Reminder: {title}", { title }),
    template: "meeting-mail",
    about: { kind: "meeting-reminder", ids: [meeting.id] },
    body: ({ hasLogin }) =>
      MeetingMail({
        heading: t("Reminder: {title}", { title }),
        accountName: account.name,
        meeting: { title, place, when: whenInWords({ startsAt, endsAt, zone: person.timeZone }) },
        text: [stage === "day" ? t("This meeting is tomorrow.") : t("This meeting starts soon.")],
        href: hasLogin ? `${env().PORTAL_URL}/a/${account.id}/meetings/${meeting.id}` : null,
        action: t("View the meeting"),
        footer: t("You're receiving this because you're invited to this meeting."),
      }),
    bell: {
      kind: "meeting-reminder",
      about: { meetingId: meeting.id },
      sees: (viewer) => can(viewer, "meetings.view", meeting),
    },
  });
}
