import type { ReactNode } from "react";
import type { AccountPageContext } from "@/app/page-context";
import { AccessChanges } from "@/components/accounts/access/access-changes";
import { type AccessDraft, fieldsOf } from "@/components/accounts/access/access-draft";
import { HiddenFields } from "@/components/accounts/access/hidden-fields";
import { ButtonLink } from "@/components/ui/button-link";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { changeAccess } from "@/lib/accounts/access/change-access";
import type { AccessPreview, PersonDetail } from "@/lib/accounts/core/schema";
import { t } from "@/lib/platform/language/t";
import { backFrom } from "../../review-of";

/** Step 2: review what the person gains and loses, then save. */
export function accessReview(
  page: AccountPageContext,
  person: PersonDetail,
  draft: AccessDraft,
  preview: AccessPreview,
): ReactNode {
  const { action, base, search } = page;
  const here = `${base}/people/${person.id}`;
  const backHref = backFrom(page, `${here}/access`);
  return (
    <div className="flex flex-col gap-5">
      <Panel
        title={t("Changes for {name}", { name: person.name })}
        description={t("New access: {access}", { access: preview.access })}
      >
        <AccessChanges preview={preview} />
      </Panel>
      {preview.allowed ? (
        <OperationForm
          action={action(changeAccess, `${here}?done=changed`)}
          hidden={{ contactId: person.id, version: search.version ?? person.version }}
          label={t("Save access")}
          submitLabel={t("Save changes")}
          pendingLabel={t("Saving…")}
          cancelHref={backHref}
          cancelLabel={t("Back")}
        >
          <HiddenFields fields={fieldsOf(draft)} />
        </OperationForm>
      ) : (
        <div>
          <ButtonLink href={backHref} variant="ghost">
            {t("Back")}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
