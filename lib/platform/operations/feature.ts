import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import type { SealedColumn } from "@/lib/platform/keys/sealed-column";
import type { DashboardPart } from "./dashboard-part";
import type { LiveKind } from "./live-kind";
import type { MailForm } from "./mail-form";
import type { MailRecord } from "./mail-record";
import type { MailStop } from "./mail-stop";
import type { NoticePermission } from "./notice-permission";
import type { NotificationKind } from "./notification-kind";
import type { AnyOperation } from "./operation";
import type { ReportPart } from "./report-part";
import type { SearchSource } from "./search-source";

/**
 * What one noun contributes to the portal. The operation registry, search, dashboard, notifications and worker
 * are derived from the list of features: nothing else names them.
 */
export interface Feature {
  /** `area/noun`, its folder. */
  readonly name: string;
  readonly operations: readonly AnyOperation[];
  readonly search?: readonly SearchSource[];
  readonly dashboard?: readonly DashboardPart[];
  /** What it reports on the account. */
  readonly reports?: readonly ReportPart[];
  /** The kinds of notifications that it sends. */
  readonly notices?: readonly NoticePermission[];
  /** Its records, of whose changes open pages are told. */
  readonly live?: readonly LiveKind[];
  /** What it shows behind the bell. */
  readonly notifications?: readonly NotificationKind[];
  /** Whose text it mails. */
  readonly mailRecords?: readonly MailRecord[];
  /** Of which mail can be turned off by a link in it. */
  readonly mailStops?: readonly MailStop[];
  readonly jobs?: readonly ScheduledJob[];
  /** What can be asked for by email in an agreed form. */
  readonly mailForms?: readonly MailForm[];
  /** The columns it encrypts: their keys can be changed with `npm run keys`. */
  readonly sealed?: readonly SealedColumn[];
}
