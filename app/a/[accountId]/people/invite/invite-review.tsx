import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import type { AccountPageContext } from "@/app/page-entrance";
import { AccessChanges } from "@/components/accounts/access/access-changes";
import { type AccessDraft, fieldsOf } from "@/components/accounts/access/access-draft";
import { HiddenFields } from "@/components/accounts/access/hidden-fields";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { invitePerson } from "@/lib/accounts/access/invite-person";
import type { AccessPreview } from "@/lib/accounts/core/schema";

/** The second step: what the new person will be able to do, and who it is. Only the last button sends anything. */
export function inviteReview(
  { action, base }: AccountPageContext,
  draft: AccessDraft,
  preview: AccessPreview,
  backHref: string,
): ReactNode {
  const back = (
    <ButtonLink href={backHref} variant="ghost">
      Back to the access
    </ButtonLink>
  );
  return (
    <div className="flex flex-col gap-5">
      <Panel title="What they will be able to do" description={`Access: ${preview.access}`}>
        <AccessChanges preview={preview} />
      </Panel>
      {preview.allowed ? (
        <Panel title="Who is it?">
          <OperationForm
            action={action(invitePerson, `${base}/people/{contactId}?done=invited`)}
            idempotencyKey={randomUUID()}
            label="Send the invitation"
            submitLabel="Send invitation"
            pendingLabel="Sending…"
            cancelHref={backHref}
            cancelLabel="Back to the access"
          >
            <HiddenFields fields={fieldsOf(draft)} />
            <Field name="name" label="Name" required>
              <Input autoComplete="off" maxLength={200} />
            </Field>
            <Field
              name="email"
              label="Email address"
              required
              hint="The invitation works for this address alone: only somebody who reads its mail can join."
            >
              <Input type="email" autoComplete="off" maxLength={254} />
            </Field>
          </OperationForm>
        </Panel>
      ) : (
        <div>{back}</div>
      )}
    </div>
  );
}
