"use client";

import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { FieldError } from "@/components/ui/field-error";
import { Icon } from "@/components/ui/icon";
import { Progress } from "@/components/ui/progress";
import { t } from "@/lib/platform/language/t";
import type { FolderUpload } from "./use-folder-uploads";

type UploadLineProps = { item: FolderUpload; onRetry: () => void; onRemove: () => void };

/** A file on its way to a folder: how far it is, or what went wrong and what can be done about it. */
export function UploadLine({ item, onRetry, onRemove }: UploadLineProps) {
  const { key, file, sent, state, error } = item;
  return (
    <li className="flex items-start gap-3 rounded-md border border-line bg-surface px-3 py-2 text-sm">
      <div className="min-w-0 flex-1">
        <p className="line-clamp-2 font-medium wrap-anywhere text-ink">{file.name}</p>
        {state === "waiting" && <p className="text-ink-soft">{t("Waiting…")}</p>}
        {state === "sending" && (
          <Progress
            label={t("Uploading {name}", { name: file.name })}
            value={Math.round((100 * sent) / Math.max(1, file.size))}
          />
        )}
        {state === "failed" && (
          <>
            <FieldError id={`upload-${key}`} messages={[error ?? ""]} />
            <Button size="sm" className="mt-1" onClick={onRetry}>
              {t("Try again")}
            </Button>
          </>
        )}
      </div>
      <button
        type="button"
        onClick={onRemove}
        className={buttonClass("ghost", "sm", "icon")}
        aria-label={t("Remove {name}", { name: file.name })}
      >
        <Icon name="x" />
      </button>
    </li>
  );
}
