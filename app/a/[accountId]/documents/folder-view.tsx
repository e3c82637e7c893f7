import type { AccountPageContext } from "@/app/page-context";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { ChosenFiles } from "@/components/workspace/documents/chosen-files";
import { FilesTable } from "@/components/workspace/documents/files-table";
import { FoldersTable } from "@/components/workspace/documents/folders-table";
import { UploadPanel } from "@/components/workspace/documents/upload-panel";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { OutputOf } from "@/lib/platform/operations/operation";
import { listDocuments } from "@/lib/workspace/documents/list-documents";
import { listFolders } from "@/lib/workspace/documents/list-folders";
import { previewLinks } from "@/lib/workspace/documents/preview-links";
import { listOwnRecusals } from "@/lib/workspace/documents/recusals/list-own-recusals";
import { reorderDocument } from "@/lib/workspace/documents/reorder-document";
import { reorderFolder } from "@/lib/workspace/documents/reorder-folder";
import type { viewFolder } from "@/lib/workspace/documents/view-folder";
import { downloadZip } from "@/lib/workspace/documents/zip/download-zip";
import { DELETING, FolderHeader } from "./folder-header";

type View = OutputOf<typeof viewFolder>;

/** One form for all rows of a list and each direction: the buttons of a row name it. */
const arranging = {
  folders: { up: "folders-up", down: "folders-down" },
  files: { up: "files-up", down: "files-down" },
} as const;

const CHOSEN = "chosen-files";
const downloadable = ({ mayDownload }: { readonly mayDownload: boolean }) => mayDownload;

/** A folder with its folders and files, or the folders where the viewer's access begins. */
export async function folderView(page: AccountPageContext, view: View) {
  const { execute, base, search, account } = page;
  const { folder, isTop, may } = view;
  const here = isTop ? `${base}/documents` : `${base}/documents/${folder?.id}`;
  const { arrange, confirm, folders: foldersPage = "1", ...order } = search;
  const listed = { sort: "position", direction: "asc", page: Number(foldersPage) || 1 } as const;
  const within = folder === null ? {} : { folderId: folder.id };
  const [own, folders, files] = await Promise.all([
    isTop ? execute(listOwnRecusals, {}) : { recusals: [] },
    execute(listFolders, { ...within, ...listed }),
    folder === null
      ? null
      : execute(listDocuments, fromStrings(listDocuments.input, Object.entries({ ...order, ...within }))),
  ]);
  const deleting = folder !== null && may.deleteFolder && confirm === DELETING && page.may(previewLinks);
  const links = deleting ? await execute(previewLinks, { folderId: folder.id }) : null;
  const inOrder = arrange === "1";
  const arranges = (of: "folders" | "files", allowed: boolean) =>
    inOrder && allowed ? { arrange: arranging[of] } : {};
  const empty = folders.items.length === 0 && (files === null || files.items.length === 0);
  const zipping = page.may(downloadZip) && (files?.items.some(downloadable) ?? false);
  const choosing = (may.moveFiles || zipping) && !inOrder && files !== null && files.items.length > 0;
  return (
    <>
      <LiveRefresh of="folder" />
      <LiveRefresh of="document" />
      <FolderHeader page={page} view={view} here={here} inOrder={inOrder} empty={empty} links={links} />
      <FilterBar action={`${base}/documents`} label={t("Search documents")}>
        <FilterSearch label={t("Search names in all folders")} />
      </FilterBar>
      <div className="flex flex-col gap-4">
        {own.recusals.map(({ reason, decidedByName }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several may be decided at one time, and their folders have no name here
          <Callout key={index} kind="warning" title={t("You are recused from a folder")}>
            <p>{t("{reason} – decided by {name}", { reason, name: decidedByName })}</p>
          </Callout>
        ))}
        {(folders.items.length > 0 || folder === null) && (
          <Panel title={t("Folders")} flush>
            <FoldersTable
              folders={folders.items}
              base={base}
              format={page.actor}
              {...arranges("folders", may.reorderFolders)}
              empty={
                <EmptyState icon={<Icon name="folder" />} title={t("No folders yet")}>
                  {t(
                    "Folders that you are given access to will appear here. The owner and administrators choose who sees a folder.",
                  )}
                </EmptyState>
              }
            />
            <Pagination
              label={t("Pages of folders")}
              {...pageLinks(
                here,
                search,
                { ...folders, next: null, previous: null },
                [msg("folder@@of"), msg("folders@@of")],
                "folders",
              )}
            />
          </Panel>
        )}
        {folder !== null && files !== null && (
          <>
            {may.upload && (
              <UploadPanel accountId={account.id} about={{ folderId: folder.id }} label={t("Upload files")} />
            )}
            <Panel
              title={t("Files")}
              flush
              actions={
                choosing && (
                  <ChosenFiles
                    id={CHOSEN}
                    documents={`${base}/documents`}
                    from={folder.id}
                    moving={may.moveFiles}
                    zipping={zipping}
                  />
                )
              }
            >
              <FilesTable
                files={files.items}
                base={base}
                order={sortProps(here, search, { key: "position", direction: "asc" })}
                {...(choosing && { choose: CHOSEN })}
                {...arranges("files", may.reorderFiles)}
                now={page.realNow}
                format={page.actor}
                empty={
                  <EmptyState icon={<Icon name="file-text" />} title={t("No files here yet")}>
                    {may.upload
                      ? t("Upload the first one above.")
                      : t("Files that are added to this folder will appear here.")}
                  </EmptyState>
                }
              />
              <Pagination {...pageLinks(here, search, files, [msg("file@@of"), msg("files@@of")])} />
            </Panel>
          </>
        )}
      </div>
      {inOrder && <ArrangeForms page={page} />}
    </>
  );
}

function ArrangeForms({ page: { action } }: { page: AccountPageContext }) {
  const forms = [
    [arranging.folders.up, reorderFolder, "up"],
    [arranging.folders.down, reorderFolder, "down"],
    [arranging.files.up, reorderDocument, "up"],
    [arranging.files.down, reorderDocument, "down"],
  ] as const;
  return forms.map(([id, operation, to]) => (
    <OperationForm key={id} id={id} action={action(operation)} hidden={{ to }} />
  ));
}
