import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import type { AccountPageContext } from "@/app/page-context";
import { AccessChanges } from "@/components/accounts/access/access-changes";
import { type AccessDraft, fieldsOf } from "@/components/accounts/access/access-draft";
import { HiddenFields } from "@/components/accounts/access/hidden-fields";
import { InvitedFields, type InvitedFieldsProps } from "@/components/accounts/people/invited-fields";
import { ButtonLink } from "@/components/ui/button-link";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { invitePerson } from "@/lib/accounts/access/invite-person";
import type { AccessPreview } from "@/lib/accounts/core/schema";

/** The second step: who it is, and what they will be able to do. Only the last button sends anything. */
export function inviteReview(
  { action, base }: AccountPageContext,
  who: InvitedFieldsProps,
  draft: AccessDraft,
  preview: AccessPreview,
  backHref: string,
): ReactNode {
  const access = (
    <Panel title="What they will be able to do" description={`Access: ${preview.access}`}>
      <AccessChanges preview={preview} />
    </Panel>
  );
  if (!preview.allowed) {
    return (
      <div className="flex flex-col items-start gap-5">
        {access}
        <ButtonLink href={backHref} variant="ghost">
          Back
        </ButtonLink>
      </div>
    );
  }
  return (
    <OperationForm
      action={action(invitePerson, `${base}/people/{contactId}?done=invited`)}
      idempotencyKey={randomUUID()}
      label="Send the invitation"
      submitLabel="Send invitation"
      pendingLabel="Sending…"
      cancelHref={backHref}
      cancelLabel="Back"
    >
      <HiddenFields fields={fieldsOf(draft)} />
      <Panel title="Who you invite">
        <div className="flex flex-col gap-4">
          <InvitedFields {...who} />
        </div>
      </Panel>
      {access}
    </OperationForm>
  );
}
