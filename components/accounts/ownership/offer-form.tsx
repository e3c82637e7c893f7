import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { OwnershipView } from "@/lib/accounts/ownership/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { CandidateSearch, type CandidateSearchProps } from "./candidate-search";

export type OfferFormProps = {
  candidates: OwnershipView["candidates"];
  /** Where there are too many to choose from: their names are searched on this page. */
  search: CandidateSearchProps["search"];
  chosen: string | undefined;
  action: FormAction;
  inviteHref: string;
};

/** Starts an ownership transfer, which the new owner accepts or declines. */
export function OfferForm({ candidates, search, chosen, action, inviteHref }: OfferFormProps) {
  return (
    <Panel title={t("Transfer ownership")} description={t("Nothing changes until the new owner accepts.")}>
      <CandidateSearch search={search} />
      {candidates.length === 0 ? (
        <EmptyState
          title={search?.q ? t("No matching members") : t("No eligible members")}
          actions={<ButtonLink href={inviteHref}>{t("Invite person")}</ButtonLink>}
        >
          {t("The new owner must be an active member with a confirmed email address.")}
        </EmptyState>
      ) : (
        <OperationForm action={action} submitLabel={t("Transfer ownership")} pendingLabel={t("Sending…")}>
          <Field name="contactId" label={t("New owner")} required>
            <Select
              options={candidates.map(({ contactId, name }) => ({ value: contactId, label: name }))}
              placeholder={t("Select a member")}
              defaultValue={candidates.some(({ contactId }) => contactId === chosen) ? chosen : undefined}
            />
          </Field>
          <Callout kind="warning" title={t("When they accept")}>
            <ul className="list-disc ps-4">
              <li>{t("They become the owner, and you become an administrator.")}</li>
              <li>{t("You can no longer order or cancel services, close the account or reverse the transfer.")}</li>
              <li>{t("Any end date or limits on their access are removed.")}</li>
              <li>{t("The transfer request expires in 7 days. You can withdraw it until they accept.")}</li>
            </ul>
          </Callout>
        </OperationForm>
      )}
    </Panel>
  );
}
