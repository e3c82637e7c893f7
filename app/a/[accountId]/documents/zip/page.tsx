import type { Metadata } from "next";
import { type AccountPageContext, accountPage } from "@/app/page-context";
import { preparedFiles } from "@/app/prepared-files";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { fileSize } from "@/components/ui/file-size";
import { Icon } from "@/components/ui/icon";
import { KeyValueList } from "@/components/ui/key-value-list";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import { viewFolder } from "@/lib/workspace/documents/view-folder";
import { downloadZip } from "@/lib/workspace/documents/zip/download-zip";
import { previewZip } from "@/lib/workspace/documents/zip/preview-zip";

export const generateMetadata = (): Metadata => ({ title: t("ZIP files") });

/** What a ZIP file of a folder or of the chosen files would contain, and those that were prepared. */
export default accountPage(async (page) => {
  const { base, search, query, account } = page;
  const documentIds = query.flatMap(([name, value]) => (name === "documentIds" ? [value] : []));
  const asked = search.folderId ? { folderId: search.folderId } : documentIds.length > 0 ? { documentIds } : null;
  const documents = `${base}/documents`;
  const plan = asked ? await planned(page, asked) : await offered(page);
  const prepared = await preparedFiles(page, account.id, [{ operation: downloadZip, input: {} }], {
    title: t("Prepared ZIP files"),
    description: t("They are kept for 7 days. You can download one as long as you can open everything in it."),
    empty: (
      <EmptyState icon={<Icon name="download" />} title={t("No ZIP files yet")}>
        {t("Open a folder and choose “Download as ZIP”, or tick files there.")}
      </EmptyState>
    ),
  });
  return (
    <>
      <PageHeader
        title={t("ZIP files")}
        breadcrumb={[{ label: t("Documents"), href: documents }]}
        actions={
          asked && (
            <ButtonLink href={search.folderId ? `${documents}/${search.folderId}` : documents} variant="ghost">
              {t("Back to the files")}
            </ButtonLink>
          )
        }
      />
      {plan}
      {prepared}
    </>
  );
});

/** Nothing is asked for: whoever sees no documents is denied here as on their page. */
async function offered({ execute }: AccountPageContext): Promise<null> {
  await execute(viewFolder, {});
  return null;
}

type Asked = { folderId: string } | { documentIds: string[] };

async function planned({ execute, action, base, actor }: AccountPageContext, asked: Asked) {
  const { name, files, bytes, viewOnly, held, refusal } = await execute(previewZip, asked);
  const count = (number: number) => t("{count, plural, one {# file} other {# files}}", { count: number });
  return (
    <Panel title={name === null ? t("ZIP file of the chosen files") : t("ZIP file of “{name}”", { name })}>
      <div className="flex flex-col gap-4">
        <KeyValueList
          items={[
            { label: t("Contents"), value: `${count(files)}, ${fileSize(bytes, actor.locale)}` },
            ...(viewOnly > 0 ? [{ label: t("Left out: view only"), value: count(viewOnly) }] : []),
            ...(held > 0 ? [{ label: t("Left out: virus scan"), value: count(held) }] : []),
          ]}
        />
        {refusal === null ? (
          <OperationForm
            action={action(downloadZip.prepare, `${base}/documents/zip#prepared-files`)}
            hidden={asked}
            submitLabel={t("Prepare ZIP file")}
          >
            <p className="max-w-prose text-sm text-ink-soft">
              {name === null
                ? t("It contains those of the chosen files that you can open now. What is left out is listed in it.")
                : t(
                    "It contains what you can open in this folder and its subfolders now. What is left out is listed in it.",
                  )}
            </p>
          </OperationForm>
        ) : (
          <Callout kind="warning" title={t("This can't be prepared")}>
            {refusal}
          </Callout>
        )}
      </div>
    </Panel>
  );
}
