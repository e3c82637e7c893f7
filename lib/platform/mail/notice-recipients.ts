import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { Permission } from "@/lib/policy/permissions";
import { viewerOf } from "@/lib/policy/viewer";
import { getsNotice } from "./gets-notice";

type Notice = Extract<Permission, `notices.${string}`>;

/**
 * The recipients of a notification: everyone with its permission, with or without a login, who has a verified address
 * and hasn't turned it off. Seeing a record in the portal and being mailed about it are separate permissions.
 */
export const noticeRecipients = (people: readonly AccountMember[], notice: Notice): AccountMember[] =>
  people.filter((one) => one.emailVerified && getsNotice({ ...one, viewer: viewerOf(one.subject) }, notice));
