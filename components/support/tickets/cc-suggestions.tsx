import { ButtonLink } from "@/components/ui/button-link";
import { SidePanel } from "@/components/ui/side-panel";
import { t } from "@/lib/platform/language/t";

export interface CcSuggestionsProps {
  readonly addresses: readonly string[];
  readonly inviteHref: (address: string) => string;
}

/** People who were copied in by email and aren't on the account. The button only fills in an invitation. */
export function CcSuggestions({ addresses, inviteHref }: CcSuggestionsProps) {
  return (
    <SidePanel
      title={t("Copied in by email")}
      description={t("These people aren't on the account, so they were sent nothing and can't see this ticket.")}
    >
      <ul className="flex flex-col gap-2">
        {addresses.map((address) => (
          <li key={address} className="flex flex-wrap items-center justify-between gap-2">
            <span className="min-w-0 wrap-anywhere text-ink">{address}</span>
            <ButtonLink href={inviteHref(address)} aria-label={t("Invite {address}", { address })}>
              {t("Invite…")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}
