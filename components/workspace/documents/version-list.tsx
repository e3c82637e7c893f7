import { DateTime } from "@/components/ui/date-time";
import { Dotted } from "@/components/ui/dotted";
import { fileSize } from "@/components/ui/file-size";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type VersionListProps = {
  versions: { number: number; size: number; restoredFrom: number | null; uploadedByName: string; createdAt: string }[];
  current: number;
  documentId: string;
  /** The number follows; null for those who may not download. */
  downloadHref: string | null;
  restore: FormAction | null;
  format: ViewerFormat;
};

/** What a file was before, the newest first. */
export function VersionList({ versions, current, documentId, downloadHref, restore, format }: VersionListProps) {
  return (
    <ol className="flex flex-col divide-y divide-line">
      {versions.map(({ number, size, restoredFrom, uploadedByName, createdAt }) => (
        <li key={number} className="flex flex-wrap items-start justify-between gap-2 py-2 first:pt-0 last:pb-0">
          <div className="min-w-0 text-sm">
            <p className="font-medium text-ink">
              {number === current ? t("Version {number}, current", { number }) : t("Version {number}", { number })}
            </p>
            <Dotted className="text-ink-soft">
              <DateTime value={createdAt} format={format} />
              {uploadedByName}
              {fileSize(size, format.locale)}
            </Dotted>
            {restoredFrom !== null && (
              <p className="text-ink-soft">{t("Restored from version {number}", { number: restoredFrom })}</p>
            )}
            {downloadHref && number !== current && (
              <a href={`${downloadHref}${number}`} download className="underline">
                {t("Download version {number}", { number })}
              </a>
            )}
          </div>
          {restore && number !== current && (
            <OperationForm
              action={restore}
              hidden={{ documentId, number }}
              submitLabel={t("Restore")}
              submitVariant="secondary"
              submitSize="sm"
              label={t("Restore version {number}", { number })}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
