import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Dotted } from "@/components/ui/dotted";
import { fileSize } from "@/components/ui/file-size";
import { Icon } from "@/components/ui/icon";
import { kindIcon, kindWords } from "@/components/ui/kind-words";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SortProps } from "@/components/ui/sort-props";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { FileItem } from "@/lib/workspace/documents/schema";
import { MoveButtons } from "./move-buttons";

export type FilesTableProps = {
  files: FileItem[];
  base: string;
  order?: SortProps;
  /** Shows a box to choose each one, of the form with this id. */
  choose?: string;
  arrange?: { up: string; down: string };
  /** Names the folder of each: for files found in several. */
  withFolder?: boolean;
  now: Date;
  format: ViewerFormat;
  empty?: ReactNode;
};

export function FilesTable({ files, base, order, now, format, empty, ...shown }: FilesTableProps) {
  return (
    <DataTable
      {...order}
      caption={t("Files")}
      columns={columnsFor(shown, now, format)}
      rows={files}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${base}/documents/files/${id}`}
      empty={empty}
    />
  );
}

type Shown = Pick<FilesTableProps, "choose" | "arrange" | "withFolder">;

function columnsFor({ choose, arrange, withFolder }: Shown, now: Date, format: ViewerFormat): Column<FileItem>[] {
  const columns: Column<FileItem>[] = [
    {
      key: "name",
      header: t("Name"),
      sortable: true,
      grow: true,
      cell: (file) => <Name file={file} withFolder={withFolder} />,
    },
    {
      key: "size",
      header: t("Size"),
      numeric: true,
      phone: "amount",
      cell: ({ size }) => fileSize(size, format.locale),
    },
    {
      key: "updated",
      header: t("Changed"),
      sortable: true,
      cell: ({ updatedAt, uploadedByName }) => (
        <Dotted>
          <RelativeTime value={updatedAt} now={now} format={format} />
          <span className="text-ink-soft">{uploadedByName}</span>
        </Dotted>
      ),
    },
  ];
  if (choose !== undefined) {
    columns.push({
      key: "choose",
      header: t("Choose"),
      hideHeader: true,
      cell: ({ id, name }) => (
        <label className="row-choice">
          <input
            type="checkbox"
            name="documentIds"
            value={id}
            form={choose}
            aria-label={t("Choose {name}", { name })}
            className="tick rounded-sm"
          />
        </label>
      ),
    });
  }
  if (arrange) {
    columns.push({
      key: "place",
      header: t("Place@@order"),
      hideHeader: true,
      cell: ({ id, name }) => <MoveButtons field="documentId" id={id} name={name} forms={arrange} />,
    });
  }
  return columns;
}

function Name({
  file: { name, kind, version, folder },
  withFolder,
}: {
  file: FileItem;
  withFolder?: boolean | undefined;
}) {
  const details = [
    ...(withFolder ? [folder.name] : []),
    t(kindWords[kind]),
    ...(version > 1 ? [t("version {version}", { version })] : []),
  ];
  return (
    <span className="flex items-start gap-2">
      <Icon name={kindIcon(kind)} className="mt-0.5 size-4 text-ink-soft" />
      <span className="min-w-0">
        <span className="wrap-anywhere">{name}</span>
        <Dotted className="text-sm font-normal text-ink-soft">{details}</Dotted>
      </span>
    </span>
  );
}
