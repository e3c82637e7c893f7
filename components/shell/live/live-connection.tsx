"use client";

import { useEffect } from "react";
import { follow } from "@/components/shell/live/follow";
import { onLiveNews, tellPage } from "@/components/shell/live/live-store";
import { useRefresh } from "@/components/ui/use-refresh";

export type LiveConnectionProps = {
  /** Address of the stream; without one, nothing is followed. */
  address: string;
  /** Address of the number of unread notifications. */
  unread: string;
};

/** Keeps the page told of changes. Parts of the page listen with `onLiveNews`. */
export function LiveConnection({ address, unread }: LiveConnectionProps) {
  const refresh = useRefresh();
  useEffect(() => follow(address, refresh), [address, refresh]);
  useEffect(
    () =>
      onLiveNews(async ({ kind }) => {
        if (kind !== "notification" && kind !== "missed") return;
        const response = await fetch(unread, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
        if (response?.ok) tellPage({ kind: "unread", count: (await response.json()).unread });
      }),
    [unread],
  );
  return null;
}
