import { memberOf } from "@/lib/platform/db/as-reader";
import { viewerOf } from "@/lib/policy/viewer";
import { getsNotice } from "./gets-notice";
import { readUnsubscribeToken } from "./unsubscribe-token";

/**
 * Whether the recipient of an optional notification still gets it, asked when it is sent: a mail may have waited for hours. Others
 * have no link to unsubscribe and are sent in any case. An account that was closed meanwhile is still told why.
 */
export async function isStillWanted(unsubscribe: string | null, now: Date): Promise<boolean> {
  const stop = unsubscribe === null ? null : readUnsubscribeToken(unsubscribe.split("/").at(-1) ?? "");
  if (stop === null) return true;
  const member = await memberOf(stop.contactId, now);
  if (member === null) return false;
  const { subject, noticesOff } = member;
  const viewer = viewerOf({ ...subject, gates: { ...subject.gates, accountClosed: false } });
  return getsNotice({ viewer, noticesOff }, stop.notice);
}
