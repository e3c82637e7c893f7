"use client";

export type Toast = { kind: "success" | "info" | "danger"; message: string };

type Listener = (toast: Toast) => void;

const listeners = new Set<Listener>();

/** Says something from the corner of the page; `<Toaster>` in the root layout shows it. */
export function showToast(toast: Toast): void {
  for (const listener of listeners) listener(toast);
}

/** @returns the call that ends the listening */
export function onToast(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
