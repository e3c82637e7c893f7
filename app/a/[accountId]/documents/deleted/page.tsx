import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listDeletedDocuments } from "@/lib/workspace/documents/list-deleted-documents";
import { listDeletedFolders } from "@/lib/workspace/documents/list-deleted-folders";
import { restoreDocument } from "@/lib/workspace/documents/restore-document";
import { restoreFolder } from "@/lib/workspace/documents/restore-folder";

export const generateMetadata = (): Metadata => ({ title: t("Deleted documents") });

export default accountPage(async ({ execute, action, may, base, search, actor }) => {
  const folders = await execute(listDeletedFolders, {});
  const files = may(listDeletedDocuments)
    ? await execute(listDeletedDocuments, fromStrings(listDeletedDocuments.input, Object.entries(search)))
    : null;
  const documents = `${base}/documents`;
  const when = { key: "deleted", header: t("Deleted") };
  const until = { key: "until", header: t("Kept until"), phoneLabel: t("Kept until") };
  return (
    <>
      <PageHeader
        title={t("Deleted documents")}
        breadcrumb={[{ label: t("Documents"), href: documents }]}
        description={t(
          "What is deleted can be restored for 30 days, to where it was. Whoever has access there then sees it again.",
        )}
      />
      <div className="flex flex-col gap-4">
        <Panel title={t("Folders")} flush>
          <DataTable
            caption={t("Deleted folders")}
            rows={folders.items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: t("Folder"),
                grow: true,
                cell: ({ name, place }) => (
                  <Named name={name} place={place ?? t("its place is gone: it comes to the top")} />
                ),
              },
              {
                ...when,
                cell: ({ deletedAt, deletedByName }) => (
                  <>
                    <DateTime value={deletedAt} format={actor} /> · {deletedByName}
                  </>
                ),
              },
              { ...until, cell: ({ goneAt }) => <DateTime value={goneAt} format={actor} /> },
              {
                key: "restore",
                header: t("Restore"),
                hideHeader: true,
                cell: ({ id }) => (
                  <OperationForm
                    action={action(restoreFolder)}
                    hidden={{ folderId: id }}
                    submitLabel={t("Restore")}
                    submitVariant="secondary"
                    submitSize="sm"
                  />
                ),
              },
            ]}
            empty={<EmptyState icon={<Icon name="folder" />} title={t("No deleted folders")} />}
          />
        </Panel>
        {files && (
          <Panel title={t("Files")} flush>
            <DataTable
              caption={t("Deleted files")}
              rows={files.items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "name",
                  header: t("File"),
                  grow: true,
                  cell: ({ name, place, placeIsDeleted }) => (
                    <Named name={name} place={placeIsDeleted ? t("{place}, which is deleted too", { place }) : place} />
                  ),
                },
                {
                  ...when,
                  cell: ({ deletedAt, deletedByName }) => (
                    <>
                      <DateTime value={deletedAt} format={actor} /> · {deletedByName}
                    </>
                  ),
                },
                { ...until, cell: ({ goneAt }) => <DateTime value={goneAt} format={actor} /> },
                {
                  key: "restore",
                  header: t("Restore"),
                  hideHeader: true,
                  cell: ({ id, placeIsDeleted }) =>
                    placeIsDeleted ? null : (
                      <OperationForm
                        action={action(restoreDocument)}
                        hidden={{ documentId: id }}
                        submitLabel={t("Restore")}
                        submitVariant="secondary"
                        submitSize="sm"
                      />
                    ),
                },
              ]}
              empty={<EmptyState icon={<Icon name="file-text" />} title={t("No deleted files")} />}
            />
            <Pagination {...pageLinks(`${documents}/deleted`, search, files, [msg("file@@of"), msg("files@@of")])} />
          </Panel>
        )}
      </div>
    </>
  );
});

function Named({ name, place }: { name: string; place: string }) {
  return (
    <span className="block">
      <span className="wrap-anywhere">{name}</span>
      <span className="block text-sm font-normal text-ink-soft">{t("Was in: {place}", { place })}</span>
    </span>
  );
}
