import { currentBrand } from "@/lib/platform/brand/current-brand";
import { mailFrom } from "@/lib/platform/brand/mail-from";
import { env } from "@/lib/platform/config/env";
import { t } from "@/lib/platform/language/t";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import { invitationOf } from "../calendar/meeting-event";
import { MeetingMail } from "./meeting-mail";
import { whenInWords } from "./when-in-words";

interface News {
  readonly kind: "meeting-invitation" | "meeting-agenda" | "meeting-minutes";
  readonly subject: () => string;
  readonly text: () => readonly string[];
  readonly action: () => string;
  /** The people told, of those who may see the meeting; all attendees if absent. */
  readonly to?: ReadonlySet<string>;
  /** Whether it changes calendars. */
  readonly calendar?: boolean;
  /** There is nothing left that they could open. */
  readonly gone?: boolean;
}

/**
 * Tells attendees of a meeting what is new, except the person who did it; an invitation for calendars goes to that person
 * as well. Whether somebody may see the meeting is asked again here, and when they open it.
 */
export async function tellAttendees(context: Context<"account">, meeting: MeetingRow, news: News): Promise<void> {
  const invited = new Map(await invitationsOf(context, meeting.id));
  const readers = noticeRecipients(await context.people(), "notices.workspace.receive").filter(
    ({ contactId, subject }) =>
      invited.has(contactId) &&
      (news.to?.has(contactId) ?? true) &&
      (news.calendar === true || contactId !== context.actor.contactId) &&
      can(viewerOf(subject), "meetings.view", meeting),
  );
  const calendar = news.calendar ? await calendarFor(context, meeting, invited) : undefined;
  await sendNotice(context.db, {
    ...mailOf(context, meeting, news),
    to: readers,
    ...(calendar && { calendar }),
    ...(meeting.status !== "cancelled" && {
      bell: {
        kind: news.kind,
        about: { meetingId: meeting.id },
        sees: (viewer) => viewer.subject.contactId !== context.actor.contactId && can(viewer, "meetings.view", meeting),
      },
    }),
  });
}

/** Tells people who are no longer invited, who see nothing more of the meeting, so that it leaves their calendars. */
export async function tellUninvited(
  context: Context<"account">,
  meeting: MeetingRow,
  contactIds: ReadonlySet<string>,
): Promise<void> {
  const to = noticeRecipients(await context.people(), "notices.workspace.receive").filter(({ contactId }) =>
    contactIds.has(contactId),
  );
  const news: News = {
    kind: "meeting-invitation",
    subject: () => t("No longer invited: {title}", { title: meeting.title }),
    text: () => [t("{name} removed you from the list of attendees.", { name: context.actor.name })],
    action: () => "",
    gone: true,
  };
  const calendar = await calendarFor(context, { ...meeting, status: "cancelled" }, new Map());
  await sendNotice(context.db, { ...mailOf(context, meeting, news), to, calendar });
}

const invitationsOf = async ({ db, account }: Context<"account">, meetingId: string) =>
  (
    await db.meetingInvitation.findMany({
      where: { accountId: account.id, meetingId },
      select: { contactId: true, answer: true },
    })
  ).map(({ contactId, answer }) => [contactId, answer] as const);

type Answer = "none" | "accepted" | "apologies";

async function calendarFor(context: Context, meeting: MeetingRow, invited: ReadonlyMap<string, Answer>) {
  const { name: company } = await currentBrand();
  const { name, address } = await mailFrom();
  const event = { ...meeting, cancelled: meeting.status === "cancelled" };
  return (reader: { contactId: string; name: string; email: string }) =>
    invitationOf(event, {
      company,
      organizer: { name, email: address },
      attendee: { name: reader.name, email: reader.email, answer: invited.get(reader.contactId) ?? "none" },
      stamp: context.realNow,
    });
}

const mailOf = ({ account }: Context<"account">, meeting: MeetingRow, news: News) => ({
  accountId: account.id,
  kind: "workspace" as const,
  notice: "notices.workspace.receive" as const,
  template: "meeting-mail",
  // Those who can't open it any more are told so: whether they want such mails is all there is to ask.
  about: news.gone ? null : { kind: "meeting", ids: [meeting.id] },
  subject: news.subject,
  body: ({ hasLogin }: { readonly hasLogin: boolean }) =>
    MeetingMail({
      heading: news.subject(),
      accountName: account.name,
      meeting: { title: meeting.title, when: whenInWords(meeting), place: meeting.place },
      text: news.text(),
      href: news.gone || !hasLogin ? null : `${env().PORTAL_URL}/a/${account.id}/meetings/${meeting.id}`,
      action: news.action(),
      footer: news.gone
        ? t("You're receiving this because you were invited to this meeting.")
        : t("You're receiving this because you're invited to this meeting."),
    }),
});
