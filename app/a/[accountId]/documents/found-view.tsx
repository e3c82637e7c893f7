import type { AccountPageContext } from "@/app/page-context";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { FilesTable } from "@/components/workspace/documents/files-table";
import { FoldersTable } from "@/components/workspace/documents/folders-table";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listDocuments } from "@/lib/workspace/documents/list-documents";
import { listFolders } from "@/lib/workspace/documents/list-folders";

/** Folders and files whose names contain what was searched for. */
export async function foundView({ execute, base, search, realNow, actor }: AccountPageContext, q: string) {
  const here = `${base}/documents`;
  const [folders, files] = await Promise.all([
    execute(listFolders, { q, sort: "name" }),
    execute(listDocuments, fromStrings(listDocuments.input, Object.entries({ sort: "name", ...search }))),
  ]);
  return (
    <>
      <PageHeader title={t("Search results")} breadcrumb={[{ label: t("Documents"), href: here }]} />
      <FilterBar action={here} resetHref={here} label={t("Search documents")}>
        <FilterSearch label={t("Search names in all folders")} defaultValue={q} />
      </FilterBar>
      <div className="flex flex-col gap-4">
        {folders.items.length > 0 && (
          <Panel title={t("Folders")} flush>
            <FoldersTable folders={folders.items} base={base} format={actor} />
          </Panel>
        )}
        <Panel title={t("Files")} flush>
          <FilesTable
            files={files.items}
            base={base}
            withFolder
            now={realNow}
            format={actor}
            empty={
              <EmptyState icon={<Icon name="search-x" />} title={t("No matching files")}>
                {t("Names are searched here. The search at the top of the page also finds what is written in files.")}
              </EmptyState>
            }
          />
          <Pagination {...pageLinks(here, search, files, [msg("file@@of"), msg("files@@of")])} />
        </Panel>
      </div>
    </>
  );
}
