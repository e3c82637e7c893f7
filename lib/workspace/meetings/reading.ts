import { type Sql, sql } from "@/lib/platform/db/sql";
import { accessibleSql } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import type { FeatureName } from "@/lib/workspace/core/schema";

/** What somebody reads of a meeting that they see, besides the agenda that was published. */
export interface Reading {
  /** The agenda as it is now. */
  readonly live: boolean;
  /** The minutes: signed ones and those sent for comment; the draft, if the meeting opens it to them. */
  readonly minutes: boolean;
}

export function readingOf({ minutesStatus }: MeetingRow, features: ReadonlySet<FeatureName>): Reading {
  const live = features.has("takeMinutes");
  return { live, minutes: minutesStatus !== "open" || live || features.has("seeDraftMinutes") };
}

/** The same as conditions on a row `m` of the meetings. */
export function readingSql(context: Context<"account">): Readonly<Record<keyof Reading, Sql>> {
  const controls = accessibleSql(context, "meetings.control", "m");
  const uses = accessibleSql(context, "meetings.features.use", "o");
  const opened = (...names: FeatureName[]) => sql`(${controls} or exists (select from "MeetingFeature" o
    where ${uses} and o."meetingId" = m."id" and o."name"::text = any(${names})))`;
  const live = opened("takeMinutes");
  return { live, minutes: sql`(m."minutesStatus" <> 'open' or ${opened("takeMinutes", "seeDraftMinutes")})` };
}
