import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { OwnershipView } from "@/lib/accounts/ownership/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";

export type OfferFormProps = {
  candidates: OwnershipView["candidates"];
  chosen: string | undefined;
  action: FormAction;
  inviteHref: string;
};

/** The owner's way of handing the account on: an offer, which the other accepts or not. */
export function OfferForm({ candidates, chosen, action, inviteHref }: OfferFormProps) {
  return (
    <Panel title="Hand the account over" description="You offer it, the other accepts. Until then nothing changes.">
      {candidates.length === 0 ? (
        <EmptyState
          title="Nobody could take it yet"
          actions={<ButtonLink href={inviteHref}>Invite a person</ButtonLink>}
        >
          The new owner needs a login on this account, with a confirmed address.
        </EmptyState>
      ) : (
        <OperationForm action={action} submitLabel="Offer the ownership" pendingLabel="Offering…">
          <Field name="contactId" label="To whom?" required>
            <Select
              options={candidates.map(({ contactId, name }) => ({ value: contactId, label: name }))}
              placeholder="Choose a person"
              defaultValue={candidates.some(({ contactId }) => contactId === chosen) ? chosen : undefined}
            />
          </Field>
          <Callout kind="warning" title="What happens when they accept">
            <ul className="list-disc ps-4">
              <li>They own the account. You become an administrator.</li>
              <li>You can no longer order or cancel services, close the account, or take the ownership back.</li>
              <li>Ends and limits of their access fall away.</li>
              <li>The offer works for 7 days; you can withdraw it until they accept.</li>
            </ul>
          </Callout>
        </OperationForm>
      )}
    </Panel>
  );
}
