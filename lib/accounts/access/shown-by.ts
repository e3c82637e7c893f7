import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { type Permission, titleOf } from "@/lib/policy/permissions";

const sentences: { readonly [P in Permission]?: Sentence } = {
  "services.view": msg(
    "They will see this service alone: its plan, status and renewal date, but no prices or credentials.",
  ),
  "services.credentials.view": msg(
    "They will be able to reveal the credentials of this service alone. Each time is logged.",
  ),
  "services.manage": msg("They will be able to rename this service and change its settings, and no other."),
  "support.tickets.view": msg(
    "They will see this ticket alone: all its messages and files, also those added until it ends, but no internal notes.",
  ),
  "support.tickets.reply": msg("They will be able to reply to this ticket, and to no other."),
  "support.tickets.close": msg("They will be able to close and reopen this ticket, and no other."),
  "support.tickets.watch": msg("They will be able to watch this ticket and copy in colleagues, and no other."),
  "support.tickets.rate": msg("They will be able to rate how this ticket was handled, and no other."),
};

/** What granting a permission on one record alone shows or allows, for whoever decides it. */
export const shownBy = (permission: Permission): string => {
  const sentence = sentences[permission];
  return sentence ? t(sentence) : titleOf(permission);
};
