"use client";

export type Toast = { kind: "success" | "info" | "danger"; message: string };

type Listener = (toast: Toast) => void;

const listeners = new Set<Listener>();

/** Shows a toast; rendered by `<Toaster>` in the root layout. */
export function showToast(toast: Toast): void {
  for (const listener of listeners) listener(toast);
}

/** @returns a function that unsubscribes */
export function onToast(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
