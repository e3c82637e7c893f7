"use client";

import { useEffect, useState } from "react";
import { onLiveNews } from "@/components/shell/live/live-store";

/** The number of unread notifications: as the page was rendered with, and as it was told since. */
export function useUnread(rendered: number): number {
  const [unread, setUnread] = useState(rendered);
  useEffect(() => setUnread(rendered), [rendered]);
  useEffect(
    () =>
      onLiveNews((news) => {
        if (news.kind === "unread") setUnread(news.count);
      }),
    [],
  );
  return unread;
}
