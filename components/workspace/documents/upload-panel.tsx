"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, type DragEvent, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { FieldError } from "@/components/ui/field-error";
import { Icon } from "@/components/ui/icon";
import { Progress } from "@/components/ui/progress";
import { uploadFile } from "@/components/ui/upload-file";
import { t } from "@/lib/platform/language/t";

export type UploadPanelProps = {
  accountId: string;
  /** The folder they are for, or the file that one is a new version of. */
  about: { folderId: string } | { documentId: string };
  label: string;
};

type Item = { key: number; name: string; size: number; sent: number; error?: string };

/** Files for a folder: chosen, or dropped on it. Each is there as soon as all of it has arrived. */
export function UploadPanel({ accountId, about, label }: UploadPanelProps) {
  const router = useRouter();
  const [items, setItems] = useState<Item[]>([]);
  const [over, setOver] = useState(false);
  const counter = useRef(0);
  const queue = useRef(Promise.resolve());
  const url = `/uploads/${accountId}/documents`;
  const many = "folderId" in about;

  const change = (key: number, to: Partial<Item>) =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...to } : item)));

  function add(files: readonly File[]): void {
    for (const file of many ? files : files.slice(0, 1)) {
      const key = ++counter.current;
      setItems((all) => [...all, { key, name: file.name, size: file.size, sent: 0 }]);
      queue.current = queue.current.then(() => send(key, file));
    }
  }

  async function send(key: number, file: File): Promise<void> {
    const { signal } = new AbortController();
    try {
      await uploadFile(file, { to: { url, about }, signal, onSent: (sent) => change(key, { sent }) });
      setItems((all) => all.filter((item) => item.key !== key));
      router.refresh();
    } catch (error) {
      change(key, { error: (error as Error).message || t("This file couldn't be uploaded.") });
    }
  }

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
      {items.length > 0 && (
        <ul className="mt-3 flex flex-col gap-2" aria-label={t("Uploads")}>
          {items.map(({ key, name, size, sent, error }) => (
            <li key={key} className="text-sm">
              <span className="flex flex-wrap items-center gap-2">
                <span className="min-w-0 wrap-anywhere text-ink">{name}</span>
                {!error && (
                  <Progress
                    label={t("Uploading {name}", { name })}
                    value={Math.round((100 * sent) / Math.max(1, size))}
                  />
                )}
              </span>
              {error && <FieldError id={`upload-${key}`} messages={[error]} />}
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
