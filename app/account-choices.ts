import type { AccountChoice } from "@/components/shell/account-switcher";
import type { OwnAccount } from "@/lib/identity/core/schema";

/** One's accounts as the switcher shows them: the roles held there, and what is not as usual. */
export const accountChoices = (accounts: readonly OwnAccount[]): AccountChoice[] =>
  accounts.map(({ id, name, rolesInWords, standing }) => ({
    id,
    name,
    href: `/a/${id}`,
    detail: standing === "open" ? rolesInWords : `${rolesInWords} · ${standing}`,
  }));
