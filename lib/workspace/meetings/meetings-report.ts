import { addDays } from "@/lib/platform/kernel/dates";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { ReportPart, ReportSection } from "@/lib/platform/operations/report-part";
import { can } from "@/lib/policy/evaluate";
import { meetingPresence } from "./attendees/schema";

const PEOPLE = 20;
const UNSIGNED = 20;
const YEAR_DAYS = 365;

/** Who attended the meetings of a year, and whose minutes aren't signed: of the meetings that the viewer sees. */
export const meetingsReport: ReportPart = {
  name: "meetings",
  title: msg("Meetings"),
  permission: "meetings.view",
  load: async (context) => {
    const held = heldBy(context);
    const unsigned = { ...held, minutesStatus: { not: "signed" as const } };
    const [meetings, waiting, byPerson, minutes] = await Promise.all([
      context.db.meeting.count({ where: accessibleWhere(context, "meetings.view", held) }),
      context.db.meeting.count({ where: accessibleWhere(context, "meetings.view", unsigned) }),
      attendance(context, held),
      unsignedMinutes(context, unsigned),
    ]);
    return {
      figures: [
        { label: t("Meetings held in 12 months"), value: meetings },
        { label: t("Minutes not signed"), value: waiting },
      ],
      tables: [byPerson, minutes],
      unseen: can(context.viewer, "meetings.view", { createdByContactId: null, chairContactId: null, invitations: [] })
        ? t("All meetings of the account are counted.")
        : t("Only meetings that you are invited to, have created or chair are counted."),
    };
  },
};

/** Over, and neither a draft nor cancelled. */
const heldBy = ({ realNow }: Context) => ({
  status: "scheduled" as const,
  startsAt: { gte: addDays(realNow, -YEAR_DAYS) },
  endsAt: { lte: realNow },
});

async function attendance(
  context: Context<"account">,
  held: ReturnType<typeof heldBy>,
): Promise<ReportSection["tables"][number]> {
  const { db, account } = context;
  const where = { accountId: account.id, meeting: { is: accessibleWhere(context, "meetings.view", held) } };
  const most = await db.meetingInvitation.groupBy({
    by: ["contactId"],
    where,
    _count: true,
    orderBy: [{ _count: { contactId: "desc" } }, { contactId: "asc" }],
    take: PEOPLE,
  });
  const contactId = { in: most.map((one) => one.contactId) };
  const [recorded, people] = await Promise.all([
    db.meetingInvitation.groupBy({ by: ["contactId", "presence"], where: { ...where, contactId }, _count: true }),
    db.contact.findMany({ where: { accountId: account.id, id: contactId }, select: { id: true, name: true } }),
  ]);
  const counted = (person: string, presence: string) =>
    recorded.find((one) => one.contactId === person && one.presence === presence)?._count ?? 0;
  return {
    caption: t("Attendance by person, the 20 with most meetings"),
    columns: [
      { header: t("Person"), type: "text" },
      { header: t("Invited"), type: "number" },
      { header: t("Present"), type: "number" },
      { header: t("Apologies"), type: "number" },
      { header: t("Absent"), type: "number" },
    ],
    rows: most.map(({ contactId: person, _count }) => [
      people.find(({ id }) => id === person)?.name ?? "–",
      _count,
      ...meetingPresence.options.map((presence) => counted(person, presence)),
    ]),
  };
}

async function unsignedMinutes(
  context: Context<"account">,
  unsigned: object,
): Promise<ReportSection["tables"][number]> {
  const { locale } = context.actor;
  const found = await context.db.meeting.findMany({
    where: accessibleWhere(context, "meetings.view", unsigned),
    select: { title: true, startsAt: true, zone: true, minutesStatus: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: UNSIGNED,
  });
  return {
    caption: t("Minutes not signed, the 20 oldest"),
    columns: [
      { header: t("Meeting"), type: "text" },
      { header: t("Held on"), type: "text" },
      { header: t("Minutes"), type: "text" },
    ],
    rows: found.map(({ title, startsAt, zone, minutesStatus }) => [
      title,
      formatDateTime(startsAt, "date", { locale, timeZone: zone }),
      minutesStatus === "circulated" ? t("Sent for comment") : t("Not sent for comment"),
    ]),
  };
}
