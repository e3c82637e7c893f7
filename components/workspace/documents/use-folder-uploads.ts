"use client";

import { useRef, useState } from "react";
import { type Destination, uploadFile } from "@/components/ui/upload-file";
import { useRefresh } from "@/components/ui/use-refresh";
import { t } from "@/lib/platform/language/t";

export type FolderUpload = {
  key: number;
  file: File;
  sent: number;
  state: "waiting" | "sending" | "failed";
  error?: string;
};

/** Files on their way, one after another: they come in the order in which they were chosen. Those that have arrived are on the page. */
export function useFolderUploads(to: Destination) {
  const refresh = useRefresh();
  const [items, setItems] = useState<FolderUpload[]>([]);
  const counter = useRef(0);
  const queue = useRef(Promise.resolve());
  const cancels = useRef(new Map<number, AbortController>());

  const change = (key: number, change: Partial<FolderUpload>) =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...change } : item)));
  const drop = (key: number) => setItems((all) => all.filter((item) => item.key !== key));

  function enqueue(key: number, file: File): void {
    const cancel = new AbortController();
    cancels.current.set(key, cancel);
    queue.current = queue.current.then(() => send(key, file, cancel.signal));
  }

  async function send(key: number, file: File, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    change(key, { state: "sending" });
    try {
      await uploadFile(file, { to, signal, onSent: (sent) => change(key, { sent }) });
      drop(key);
      refresh();
    } catch (error) {
      const failed = (error as Error).message || t("This file couldn't be uploaded.");
      if (!signal.aborted) change(key, { state: "failed", error: failed });
    }
  }

  return {
    items,
    add(files: readonly File[]): void {
      const added = files.map((file) => ({ key: ++counter.current, file, sent: 0, state: "waiting" as const }));
      setItems((all) => [...all, ...added]);
      for (const { key, file } of added) enqueue(key, file);
    },
    retry({ key, file }: FolderUpload): void {
      change(key, { state: "waiting", sent: 0, error: "" });
      enqueue(key, file);
    },
    remove({ key }: FolderUpload): void {
      cancels.current.get(key)?.abort();
      drop(key);
    },
  };
}
