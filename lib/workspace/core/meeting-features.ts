import { forbidden } from "@/lib/platform/operations/forbidden";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { MeetingRow } from "./meeting-record";
import { type FeatureName, featureNames } from "./schema";

/** What a check of a feature reads, and its name. */
export const featureColumns = {
  id: true,
  name: true,
  openToInvited: true,
  openings: { select: { contactId: true } },
  meeting: { select: { invitations: { select: { contactId: true } } } },
} as const;

/** The features that the viewer may use in this meeting: all of them in full control of it, else those it opens to them. */
export async function allowedFeatures(context: Context<"account">, meeting: MeetingRow): Promise<Set<FeatureName>> {
  if (can(context.viewer, "meetings.control", meeting)) return new Set(featureNames);
  const rows = await context.db.meetingFeature.findMany({
    where: { accountId: context.account.id, meetingId: meeting.id },
    select: featureColumns,
  });
  return new Set(rows.filter((row) => can(context.viewer, "meetings.features.use", row)).map(({ name }) => name));
}

/** Throws a denial unless the viewer may use one of these features in a meeting that they see. */
export async function authorizeFeature(
  context: Context<"account">,
  meeting: MeetingRow,
  ...names: readonly FeatureName[]
): Promise<void> {
  const allowed = await allowedFeatures(context, meeting);
  if (names.some((name) => allowed.has(name))) return;
  const row = await context.db.meetingFeature.findFirst({
    where: { accountId: context.account.id, meetingId: meeting.id, name: { in: [...names] } },
    select: featureColumns,
  });
  throw await forbidden(context.viewer, "meetings.features.use", context.people, row ?? undefined);
}
