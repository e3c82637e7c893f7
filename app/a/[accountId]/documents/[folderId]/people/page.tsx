import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { Person } from "@/components/ui/person";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { whoCanOpen } from "@/lib/workspace/documents/who-can-open";

export const generateMetadata = (): Metadata => ({ title: t("Who can open it") });

export default accountPage(async ({ execute, params, search, base }) => {
  const folderId = params.folderId ?? "";
  const asked = fromStrings(whoCanOpen.input, [...Object.entries(search), ["folderId", folderId]]) as {
    folderId: string;
  };
  const readers = await execute(whoCanOpen, asked);
  const here = `${base}/documents/${folderId}`;
  return (
    <>
      <PageHeader
        title={t("Who can open it, and why")}
        breadcrumb={[
          { label: t("Documents"), href: `${base}/documents` },
          { label: readers.folder.name, href: here },
        ]}
        description={
          readers.from.id === folderId
            ? t("This folder has its own list.")
            : t("The list comes from “{folder}”.", { folder: readers.from.name })
        }
      />
      <Panel flush>
        <DataTable
          caption={t("People who can open this folder and its files")}
          rows={readers.items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t("Person"),
              cell: ({ name, hasLogin }) => (
                <Person name={name} detail={hasLogin ? undefined : t("Hasn't accepted the invitation yet")} />
              ),
            },
            { key: "why", header: t("Why"), grow: true, phone: "below", cell: ({ why }) => why },
          ]}
        />
        <Pagination {...pageLinks(`${here}/people`, search, readers, [msg("person@@of"), msg("people@@of")])} />
      </Panel>
    </>
  );
});
