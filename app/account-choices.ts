import type { AccountChoice } from "@/components/shell/account-switcher";
import type { OwnAccount } from "@/lib/identity/core/schema";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

/** A person's accounts for the switcher: roles, and any unusual status. Beyond the first page, their profile has the rest. */
export const accountChoices = ({ items, hasNext }: { items: readonly OwnAccount[]; hasNext: boolean }) => ({
  accounts: items.map(
    ({ id, name, rolesInWords, standing }): AccountChoice => ({
      id,
      name,
      href: `/a/${id}`,
      detail: standing === "open" ? rolesInWords : `${rolesInWords} · ${t(standings[standing])}`,
    }),
  ),
  ...(hasNext && { allHref: "/profile" }),
});

const standings = { closed: msg("closed"), suspended: msg("suspended"), ended: msg("ended") };
