import type { ReactNode } from "react";
import { AutoRefresh } from "@/components/ui/auto-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { Status } from "@/components/ui/status";
import type { ExportItem } from "@/lib/home/exports/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export type PreparedFilesProps = {
  files: ExportItem[];
  /** Buttons that request a file. */
  prepare: {
    label: string;
    action: FormAction;
    hidden: Record<string, string | readonly string[] | undefined>;
  }[];
  title?: string;
  description?: string;
  /** Shown while there are none. */
  empty?: ReactNode;
  deleteAction: FormAction;
  format: ViewerFormat;
};

/** A new key restarts the polling limit: as long as a file makes progress, the page follows it. */
const following = { everyMs: 2_000, times: 90 };

/** Files too large to wait for: request them, follow their progress, download them. */
export function PreparedFiles({ files, prepare, deleteAction, format, ...words }: PreparedFilesProps) {
  const {
    title = t("Large files"),
    description = t("Files too large to download directly are prepared in the background and kept for 7 days."),
    empty,
  } = words;
  const pending = files.filter(({ state }) => state === "queued" || state === "running");
  return (
    <Panel
      id="prepared-files"
      title={title}
      description={description}
      className="mt-4"
      flush={files.length > 0}
      actions={prepare.map(({ label, action, hidden }) => (
        <OperationForm key={label} action={action} hidden={hidden} submitLabel={label} doneMessage={t("Requested.")} />
      ))}
    >
      {pending.length > 0 && <AutoRefresh key={pending.map(({ id, done }) => `${id} ${done}`).join()} {...following} />}
      {files.length === 0 && empty}
      {files.length > 0 && (
        <DataTable caption={title} columns={columnsOf(deleteAction, format)} rows={files} rowKey={({ id }) => id} />
      )}
    </Panel>
  );
}

const columnsOf = (deleteAction: FormAction, format: ViewerFormat): Column<ExportItem>[] => [
  { key: "file", header: t("File"), grow: true, cell: nameOf },
  { key: "status", header: t("Status"), cell: (file) => <FileStatus file={file} /> },
  {
    key: "requested",
    header: t("Requested"),
    cell: ({ createdAt }) => <DateTime value={createdAt} format={format} />,
    priority: "low",
  },
  {
    key: "expires",
    header: t("Expires"),
    cell: ({ expiresAt }) => <DateTime value={expiresAt} format={format} />,
    priority: "low",
  },
  {
    key: "actions",
    header: t("Actions"),
    hideHeader: true,
    cell: (file) => <FileActions file={file} deleteAction={deleteAction} />,
  },
];

function nameOf({ type, period, lines }: ExportItem): string {
  if (type === "ZIP")
    return t("{count, plural, one {ZIP file of # file} other {ZIP file of # files}}", { count: lines });
  return [type, period].filter(Boolean).join(", ");
}

const toneOf = {
  queued: "neutral",
  running: "accent",
  ready: "success",
  failed: "danger",
} as const;
const wordOf = {
  queued: msg("Waiting"),
  running: msg("Preparing"),
  ready: msg("Ready"),
  failed: msg("Failed"),
} as const;

function FileStatus({ file: { state, done, failure } }: { file: ExportItem }) {
  return (
    <div role="status">
      <Status tone={toneOf[state]}>{t(wordOf[state])}</Status>
      {state === "running" && (
        <div className="mt-1 flex items-center gap-2 text-sm tabular-nums">
          <Progress label={t("Progress")} value={done} /> {done}%
        </div>
      )}
      {failure && <div className="max-w-prose text-sm text-ink-soft">{failure}</div>}
    </div>
  );
}

function FileActions({ file, deleteAction }: { file: ExportItem; deleteAction: FormAction }) {
  const pending = file.state === "queued" || file.state === "running";
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      {file.downloadPath && (
        <ButtonLink href={file.downloadPath} download="" size="sm" icon={<Icon name="download" />}>
          {t("Download")}
        </ButtonLink>
      )}
      <OperationForm
        action={deleteAction}
        hidden={{ exportId: file.id }}
        submitLabel={pending ? t("Cancel") : t("Delete")}
        submitVariant="ghost"
        submitSize="sm"
        label={nameOf(file)}
      />
    </div>
  );
}
