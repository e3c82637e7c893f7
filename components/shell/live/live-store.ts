"use client";

/** What the portal tells this page; `unread` and `missed` are the page's own. */
export type LiveNews =
  | { readonly kind: "typing"; readonly of: string; readonly id: string; readonly by: "customer" | "staff" }
  | { readonly kind: "unread"; readonly count: number }
  | { readonly kind: "missed" }
  | { readonly kind: "notification" }
  | { readonly kind: "record"; readonly of: string; readonly id: string };

type Listener = (news: LiveNews) => void;

const listeners = new Set<Listener>();

export function tellPage(news: LiveNews): void {
  for (const listener of listeners) listener(news);
}

/** @returns a function that unsubscribes */
export function onLiveNews(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
