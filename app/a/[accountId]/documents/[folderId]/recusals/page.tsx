import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Textarea } from "@/components/ui/textarea";
import { RecusalsPanel } from "@/components/workspace/core/recusals-panel";
import { t } from "@/lib/platform/language/t";
import { dismissFolderConflict } from "@/lib/workspace/documents/recusals/dismiss-folder-conflict";
import { liftFolderRecusal } from "@/lib/workspace/documents/recusals/lift-folder-recusal";
import { recuseFromFolder } from "@/lib/workspace/documents/recusals/recuse-from-folder";
import { tagFolder } from "@/lib/workspace/documents/recusals/tag-folder";
import { viewFolderRecusals } from "@/lib/workspace/documents/recusals/view-folder-recusals";
import { viewAccess } from "@/lib/workspace/documents/view-access";

export const generateMetadata = (): Metadata => ({ title: t("Recusals") });

export default accountPage(async ({ execute, action, base, params }) => {
  const folderId = params.folderId ?? "";
  const { folder } = await execute(viewAccess, { folderId });
  const view = await execute(viewFolderRecusals, { folderId });
  return (
    <>
      <PageHeader
        title={t("Recusals")}
        breadcrumb={[
          { label: t("Documents"), href: `${base}/documents` },
          { label: folder.name, href: `${base}/documents/${folderId}` },
        ]}
      />
      <div className="flex flex-col gap-4">
        <RecusalsPanel
          view={view}
          hidden={{ folderId }}
          description={t(
            "Whoever is recused sees neither this folder nor anything in it, whatever their role or list.",
          )}
          ending={t("They see the folder and its files again, as far as their access allows.")}
          decide={{
            recuse: action(recuseFromFolder),
            lift: action(liftFolderRecusal),
            dismiss: action(dismissFolderConflict),
          }}
        />
        <Panel title={t("Organisations it is about")}>
          <OperationForm action={action(tagFolder)} hidden={{ folderId }} submitLabel={t("Save")} className="max-w-2xl">
            <Field
              name="organisations"
              label={t("Organisations")}
              hint={t("One on each line. Whoever declared an interest in one of them is proposed for a recusal.")}
            >
              <Textarea rows={3} defaultValue={view.organisations.join("\n")} />
            </Field>
          </OperationForm>
        </Panel>
      </div>
    </>
  );
});
