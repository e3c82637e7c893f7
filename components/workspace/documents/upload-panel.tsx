"use client";

import { type ChangeEvent, type DragEvent, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";
import { UploadLine } from "./upload-line";
import { useFolderUploads } from "./use-folder-uploads";

export type UploadPanelProps = {
  accountId: string;
  /** The folder they are for, or the file that one is a new version of. */
  about: { folderId: string } | { documentId: string };
  label: string;
};

/** Files for a folder: chosen, or dropped on it. Each is there as soon as all of it has arrived. */
export function UploadPanel({ accountId, about, label }: UploadPanelProps) {
  const [over, setOver] = useState(false);
  const url = `/uploads/${accountId}/documents`;
  const uploads = useFolderUploads({ url, about });
  const many = "folderId" in about;
  const add = (files: readonly File[]) => uploads.add(many ? files : files.slice(0, 1));

  function choose({ currentTarget }: ChangeEvent<HTMLInputElement>): void {
    add([...(currentTarget.files ?? [])]);
    currentTarget.value = "";
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  }

  const drag = (isOver: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(isOver);
  };

  return (
    <form
      action={`${url}?${new URLSearchParams(about)}`}
      method="post"
      encType="multipart/form-data"
      aria-label={label}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={drop}
      className={cx("rounded-lg border border-dashed p-4", over ? "border-accent bg-hover" : "border-line-strong")}
    >
      <div className="flex flex-wrap items-center gap-3">
        <label className={buttonClass("secondary", "md", "text", "relative cursor-pointer focus-within:outline-2")}>
          <Icon name="upload" />
          {label}
          <input
            type="file"
            name="files"
            multiple={many}
            onChange={choose}
            className="sr-only noscript:not-sr-only noscript:max-w-56 noscript:text-sm"
          />
        </label>
        <button type="submit" className={buttonClass("secondary", "md", "text", "hidden noscript:inline-flex")}>
          {t("Upload")}
        </button>
        <p className="text-sm text-ink-soft max-sm:hidden pointer-coarse:hidden noscript:hidden">
          {many ? t("Or drop files here.") : t("Or drop the new version here.")}
        </p>
      </div>
      {uploads.items.length > 0 && (
        <ul className="mt-3 flex flex-col gap-2" aria-label={t("Uploads")}>
          {uploads.items.map((item) => (
            <UploadLine
              key={item.key}
              item={item}
              onRetry={() => uploads.retry(item)}
              onRemove={() => uploads.remove(item)}
            />
          ))}
        </ul>
      )}
    </form>
  );
}
