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
import { t } from "@/lib/platform/language/t";

/** Step 2: review the person and their access, then send the invitation. */
export function inviteReview(
  { action, base }: AccountPageContext,
  who: InvitedFieldsProps,
  draft: AccessDraft,
  preview: AccessPreview,
  backHref: string,
): ReactNode {
  const access = (
    <Panel title={t("Access")} description={preview.access}>
      <AccessChanges preview={preview} />
    </Panel>
  );
  if (!preview.allowed) {
    return (
      <div className="flex flex-col items-start gap-5">
        {access}
        <ButtonLink href={backHref} variant="ghost">
          {t("Back")}
        </ButtonLink>
      </div>
    );
  }
  return (
    <OperationForm
      action={action(invitePerson, `${base}/people/{contactId}?done=invited`)}
      idempotencyKey={randomUUID()}
      label={t("Send invitation")}
      submitLabel={t("Send invitation")}
      pendingLabel={t("Sending…")}
      cancelHref={backHref}
      cancelLabel={t("Back")}
    >
      <HiddenFields fields={fieldsOf(draft)} />
      <Panel title={t("Person")}>
        <div className="flex flex-col gap-4">
          <InvitedFields {...who} />
        </div>
      </Panel>
      {access}
    </OperationForm>
  );
}
