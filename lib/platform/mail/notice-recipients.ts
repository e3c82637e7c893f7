import type { AccountMember } from "@/lib/platform/db/load-subject";
import { can } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import { viewerOf } from "@/lib/policy/viewer";

type Notice = Extract<Permission, `notices.${string}`>;

/**
 * Who gets a notice: whoever holds its permission, with or without a login, has a verified address and has not turned
 * it off. Seeing a thing in the portal and being mailed about it are separate permissions.
 */
export const noticeRecipients = (people: readonly AccountMember[], notice: Notice): AccountMember[] =>
  people.filter((one) => one.emailVerified && !one.noticesOff.includes(notice) && can(viewerOf(one.subject), notice));
