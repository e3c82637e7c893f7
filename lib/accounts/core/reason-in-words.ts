import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { areaName } from "@/lib/policy/areas";
import type { Explanation } from "@/lib/policy/explain";
import type { GateName } from "@/lib/policy/gates";
import { longDate } from "@/lib/policy/long-date";
import { catalogue, entryOf, type Permission } from "@/lib/policy/permissions";

/** Why a person has or lacks a permission, phrased about them rather than to them. */
export function reasonInWords({ allowed, sentence, because, permission }: Explanation): string {
  if (allowed) return sentence;
  for (const reason of because) {
    if (reason.kind === "gate") return gateInWords(reason.gate, permission, reason);
  }
  for (const reason of because) {
    if (reason.kind === "ended" && reason.endsAt) return t("Expired on {date}.", { date: day(reason.endsAt) });
  }
  const { delegable } = catalogue[permission];
  if (delegable === "nobody") return t("Reserved for the account owner.");
  return delegable === "owner"
    ? t("Only included in the owner's role. The owner can grant it.")
    : t("Not included in their access.");
}

interface Shut {
  readonly givenBy: string | null;
  readonly endsAt: Date | null;
}

function gateInWords(gate: GateName, permission: Permission, { givenBy, endsAt }: Shut): string {
  const sentences: Record<GateName, string> = {
    "person-suspended": t("Their login is suspended."),
    "not-in-token": t("Not included in this token."),
    "contact-is-staff": t("Staff can't have access as a contact."),
    "contact-suspended": t("Their access is suspended."),
    "contact-ended": endsAt ? t("Their access ended on {date}.", { date: day(endsAt) }) : t("Their access ended."),
    "two-factor-missing": t("They haven't set up two-factor sign-in, which this account requires."),
    "account-closed": t("The account is closed."),
    "area-off": t("The {area} area is turned off for this account.", {
      area: areaName(entryOf(permission).area),
    }),
    looking: t("Not available while somebody views as them."),
    "looker-without": t("Not available while somebody views as them."),
    "department-off": t("Taken away for all departments."),
    "switched-off": switchedOff(givenBy, endsAt),
    recused: t("They are recused from it."),
  };
  return sentences[gate];
}

function switchedOff(by: string | null, endsAt: Date | null): string {
  if (by && endsAt) return t("Denied by {by}, until {date}.", { by, date: day(endsAt) });
  if (by) return t("Denied by {by}.", { by });
  return endsAt ? t("Denied, until {date}.", { date: day(endsAt) }) : t("Denied.");
}

const day = (date: Date): string => longDate(currentLocale(), date);
