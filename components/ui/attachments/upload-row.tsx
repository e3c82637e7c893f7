"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { FieldError } from "@/components/ui/field-error";
import { fileSize } from "@/components/ui/file-size";
import { Icon } from "@/components/ui/icon";
import { Progress } from "@/components/ui/progress";
import { t } from "@/lib/platform/language/t";
import type { UploadItem } from "./use-uploads";

type UploadRowProps = {
  item: UploadItem;
  locale: string;
  /** Removes it without JavaScript. */
  removeAction: string;
  onRemove: () => void;
  onRetry: () => void;
};

/** A file that will be sent with the message: its name, how far it is, and what went wrong beside it. */
export function UploadRow({ item, locale, removeAction, onRemove, onRetry }: UploadRowProps) {
  const { key, name, size, sent, state, id, error } = item;
  return (
    <li className="flex items-start gap-3 rounded-md border border-line bg-surface px-3 py-2">
      {id && <input type="hidden" name="attachmentIds" value={id} />}
      <Preview file={item.file} />
      <div className="min-w-0 flex-1">
        <p className="line-clamp-2 text-sm font-medium wrap-anywhere text-ink">{name}</p>
        <p role="status" className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          {fileSize(size, locale)}
          {state === "sending" && (
            <Progress label={t("Uploading {name}", { name })} value={Math.round((100 * sent) / Math.max(1, size))} />
          )}
          {state === "waiting" && t("Waiting…")}
          {state === "done" && <Icon name="check" className="size-4 text-success-text" label={t("Uploaded")} />}
        </p>
        {error && <FieldError id={`${key}-error`} messages={[error]} />}
        {state === "failed" && (
          <Button size="sm" className="mt-1" onClick={onRetry}>
            {t("Try again")}
          </Button>
        )}
      </div>
      <button
        type="submit"
        formAction={removeAction}
        formMethod="post"
        formEncType="multipart/form-data"
        formNoValidate
        onClick={(event) => {
          event.preventDefault();
          onRemove();
        }}
        className={buttonClass("ghost", "sm", "icon")}
        aria-label={t("Remove {name}", { name })}
      >
        <Icon name="x" />
      </button>
    </li>
  );
}

/** Drawn by the browser from the file on this device; what it can't draw has an icon. */
function Preview({ file }: { file: File | undefined }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!file?.type.startsWith("image/")) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (url === undefined) return <Icon name="paperclip" className="mt-0.5 size-4 text-ink-soft" />;
  return (
    // biome-ignore lint/performance/noImgElement: it never leaves the device
    <img src={url} alt="" onError={() => setUrl(undefined)} className="size-10 rounded-sm object-cover" />
  );
}
