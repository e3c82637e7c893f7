"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type Destination, uploadFile } from "@/components/ui/upload-file";
import type { Upload } from "@/lib/platform/files/schema";
import { t } from "@/lib/platform/language/t";

export type UploadItem = {
  /** Of the row, before the file has an id. */
  key: string;
  name: string;
  size: number;
  sent: number;
  state: "waiting" | "sending" | "done" | "failed";
  id?: string;
  error?: string;
  /** Kept to try again, and for a preview. */
  file?: File;
};

/** Two at once: more would only take each other's bandwidth. */
const AT_ONCE = 2;

const itemOf = ({ id, name, size }: Upload): UploadItem => ({ key: id, id, name, size, sent: size, state: "done" });

/** The files of a message that is being written: those uploaded before the page was loaded, and those added to it. */
export function useUploads(draft: Destination, before: Upload[], most: number) {
  const [items, setItems] = useState(() => before.map(itemOf));
  const [tooMany, setTooMany] = useState(false);
  const cancels = useRef(new Map<string, AbortController>());
  const counter = useRef(0);

  const change = useCallback((key: string, to: Partial<UploadItem>) => {
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...to } : item)));
  }, []);

  function add(files: readonly File[]): void {
    const room = most - items.length;
    setTooMany(files.length > room);
    const added = files.slice(0, Math.max(0, room)).map((file): UploadItem => {
      counter.current += 1;
      return { key: `added-${counter.current}`, name: file.name, size: file.size, sent: 0, state: "waiting", file };
    });
    setItems((all) => [...all, ...added]);
  }

  function remove({ key, id }: UploadItem): void {
    cancels.current.get(key)?.abort();
    setTooMany(false);
    setItems((all) => all.filter((item) => item.key !== key));
    // If this fails, it is deleted after a day.
    if (!id) return;
    const request = { method: "DELETE", headers: { "tus-resumable": "1.0.0" }, keepalive: true };
    void fetch(`${draft.url}/${id}`, request).catch(() => {});
  }

  const clear = useCallback(() => {
    for (const cancel of cancels.current.values()) cancel.abort();
    setTooMany(false);
    setItems([]);
  }, []);

  useEffect(() => {
    const busy = items.filter(({ state }) => state === "sending").length;
    for (const { key, file } of items.filter(({ state }) => state === "waiting").slice(0, AT_ONCE - busy)) {
      if (!file || cancels.current.has(key)) continue;
      const cancel = new AbortController();
      cancels.current.set(key, cancel);
      change(key, { state: "sending", error: undefined });
      uploadFile(file, { to: draft, signal: cancel.signal, onSent: (sent) => change(key, { sent }) })
        .then((id) => change(key, { state: "done", id, sent: file.size }))
        .catch((error: Error) =>
          change(key, { state: "failed", error: error.message || t("This file couldn't be uploaded.") }),
        )
        .finally(() => cancels.current.delete(key));
    }
  }, [items, draft, change]);

  const retry = ({ key }: UploadItem) => change(key, { state: "waiting", sent: 0, error: undefined });

  return { items, tooMany, add, remove, retry, clear };
}
