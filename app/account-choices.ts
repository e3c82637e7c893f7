import type { AccountChoice } from "@/components/shell/account-switcher";
import type { OwnAccount } from "@/lib/identity/core/schema";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

/** A person's accounts for the switcher: roles, and any unusual status. */
export const accountChoices = (accounts: readonly OwnAccount[]): AccountChoice[] =>
  accounts.map(({ id, name, rolesInWords, standing }) => ({
    id,
    name,
    href: `/a/${id}`,
    detail: standing === "open" ? rolesInWords : `${rolesInWords} · ${t(standings[standing])}`,
  }));

const standings = { closed: msg("closed"), suspended: msg("suspended"), ended: msg("ended") };
