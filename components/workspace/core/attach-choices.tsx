import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { OperationForm } from "@/components/ui/operation-form";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { withParams } from "@/components/ui/with-params";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

type Props = {
  here: string;
  search: Readonly<Record<string, string>>;
  list: Parameters<typeof pageLinks>[2] & {
    items: readonly { id: string; name: string; folder: { name: string } }[];
  };
  attach: FormAction;
  hidden: Record<string, string>;
};

/** The files that the viewer may open, to attach one of them. */
export function AttachChoices({ here, search, list, attach, hidden }: Props) {
  const resetHref = withParams(here, {}, { item: search.item });
  return (
    <>
      <FilterBar action={here} keep={{ item: search.item }} {...(search.q && { resetHref })}>
        <FilterSearch name="q" label={t("Search files by name")} defaultValue={search.q} />
      </FilterBar>
      <Panel flush>
        {list.items.length === 0 ? (
          <EmptyState title={search.q ? t("No matching files") : t("No files yet")}>
            {search.q
              ? t("Search for another part of the name.")
              : t("Upload a file to a folder under Documents, then attach it here.")}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {list.items.map(({ id, name, folder }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2">
                <div className="min-w-0 flex-1 basis-48">
                  <p className="font-medium text-ink wrap-anywhere">{name}</p>
                  <p className="text-sm text-ink-soft wrap-anywhere">{folder.name}</p>
                </div>
                <OperationForm
                  action={attach}
                  hidden={{ ...hidden, documentId: id }}
                  label={t("Attach {name}", { name })}
                  submitLabel={t("Attach")}
                  submitVariant="secondary"
                  submitSize="sm"
                />
              </li>
            ))}
          </ul>
        )}
        <Pagination {...pageLinks(here, search, list, [msg("file@@of"), msg("files@@of")])} />
      </Panel>
    </>
  );
}
