import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Dotted } from "@/components/ui/dotted";
import { fileSize } from "@/components/ui/file-size";
import { Icon } from "@/components/ui/icon";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { FolderItem } from "@/lib/workspace/documents/schema";
import { accessSentence } from "./access-sentence";
import { MoveButtons } from "./move-buttons";

export type FoldersTableProps = {
  folders: FolderItem[];
  base: string;
  /** Shows buttons to put each one up or down, of the forms with these ids. */
  arrange?: { up: string; down: string };
  format: ViewerFormat;
  empty?: ReactNode;
};

export function FoldersTable({ folders, base, arrange, format, empty }: FoldersTableProps) {
  const columns: Column<FolderItem>[] = [
    {
      key: "name",
      header: t("Folder"),
      grow: true,
      cell: ({ name }) => (
        <span className="flex items-start gap-2">
          <Icon name="folder" className="mt-0.5 size-4 text-ink-soft" />
          <span className="wrap-anywhere">{name}</span>
        </span>
      ),
    },
    {
      key: "size",
      header: t("Size"),
      numeric: true,
      phone: "amount",
      cell: ({ files, bytes }) => (files === 0 ? "" : fileSize(bytes, format.locale)),
    },
    {
      key: "access",
      header: t("Files and access"),
      cell: ({ files, access }) => (
        <Dotted className="text-sm text-ink-soft">
          {files === 0 ? t("no files") : t("{count, plural, one {# file} other {# files}}", { count: files })}
          {accessSentence(access)}
        </Dotted>
      ),
    },
  ];
  if (arrange) {
    columns.push({
      key: "place",
      header: t("Place@@order"),
      hideHeader: true,
      cell: ({ id, name }) => <MoveButtons field="folderId" id={id} name={name} forms={arrange} />,
    });
  }
  return (
    <DataTable
      caption={t("Folders")}
      columns={columns}
      rows={folders}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${base}/documents/${id}`}
      empty={empty}
    />
  );
}
