import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { AccessFields } from "@/components/workspace/documents/access-fields";
import { t } from "@/lib/platform/language/t";
import { createFolder } from "@/lib/workspace/documents/create-folder";
import { creationChoices } from "@/lib/workspace/documents/creation-choices";

export const generateMetadata = (): Metadata => ({ title: t("New folder") });

export default accountPage(async ({ execute, action, params, base }) => {
  const { parent, choices } = await execute(creationChoices, { parentId: params.folderId ?? "" });
  const documents = `${base}/documents`;
  return (
    <>
      <PageHeader
        title={t("New folder")}
        breadcrumb={[
          { label: t("Documents"), href: documents },
          { label: parent.name, href: `${documents}/${parent.id}` },
        ].filter(({ label }, index) => index === 0 || label !== t("Documents"))}
      />
      <Panel>
        <OperationForm
          action={action(createFolder, `${documents}/{id}`)}
          hidden={{ parentId: parent.id }}
          submitLabel={t("Create folder")}
          cancelHref={`${documents}/${parent.id}`}
          className="max-w-2xl"
        >
          <Field name="name" label={t("Name")} required>
            <Input autoComplete="off" />
          </Field>
          <AccessFields access="inherit" inheritsFrom={parent.name} people={choices} chosen={[]} viewOnly={false} />
        </OperationForm>
      </Panel>
    </>
  );
});
