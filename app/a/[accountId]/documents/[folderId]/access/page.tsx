import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { Callout } from "@/components/ui/callout";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { AccessPreview, ChosenAccess } from "@/components/workspace/documents/access-preview";
import { t } from "@/lib/platform/language/t";
import { changeAccess } from "@/lib/workspace/documents/change-access";
import { previewAccess } from "@/lib/workspace/documents/preview-access";
import { viewAccess } from "@/lib/workspace/documents/view-access";

export const generateMetadata = (): Metadata => ({ title: t("Change access") });

/** The choice leads to what it would change, which is then confirmed. */
export default accountPage(async ({ execute, action, params, base }) => {
  const folderId = params.folderId ?? "";
  const now = await execute(viewAccess, { folderId });
  const here = `${base}/documents/${folderId}`;
  return (
    <>
      <PageHeader
        title={t("Change access")}
        breadcrumb={[
          { label: t("Documents"), href: `${base}/documents` },
          ...(now.mayInherit ? [{ label: now.folder.name, href: here }] : []),
        ]}
      />
      <OperationForm
        action={action(previewAccess)}
        hidden={{ folderId }}
        submitLabel={t("Preview the change")}
        className="rounded-lg border border-line bg-surface p-4"
        outcome={<AccessPreview base={base} here={here} change={action(changeAccess, here)} />}
      >
        <ChosenAccess
          access={now.access}
          inheritsFrom={now.mayInherit ? (now.access === "inherit" ? now.from.name : t("the folder above")) : null}
          people={now.choices}
          chosen={now.people}
          viewOnly={now.viewOnly}
        />
        {now.more > 0 && (
          <Callout kind="warning" title={t("This list has more people than can be chosen here")}>
            {t(
              "{count, plural, one {# person on it isn't shown and loses} other {# people on it aren't shown and lose}} access if you choose a list here.",
              {
                count: now.more,
              },
            )}
          </Callout>
        )}
      </OperationForm>
    </>
  );
});
