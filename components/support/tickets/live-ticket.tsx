"use client";

import { useEffect, useRef, useState } from "react";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { onLiveNews } from "@/components/shell/live/live-store";
import { showToast } from "@/components/ui/toast-store";
import { t } from "@/lib/platform/language/t";

export type LiveTicketProps = {
  id: string;
  /** The newest message shown. */
  last?: { id: string; own: boolean } | undefined;
  forStaff: boolean;
};

/** Longer than the interval in which the writer's page repeats it. */
const SHOWN_MS = 6_000;

/** Keeps the page of a ticket up to date, says that a message has come, and shows while somebody else writes one. */
export function LiveTicket({ id, last, forStaff }: LiveTicketProps) {
  const [writing, setWriting] = useState<"customer" | "staff" | null>(null);
  const known = useRef(last?.id);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onLiveNews((news) => {
      if (news.kind !== "typing" || news.id !== id) return;
      setWriting(news.by);
      clearTimeout(timer);
      timer = setTimeout(() => setWriting(null), SHOWN_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [id]);

  useEffect(() => {
    if (last === undefined || last.id === known.current) return;
    known.current = last.id;
    setWriting(null);
    if (!last.own) showToast({ kind: "info", message: t("New message") });
  }, [last]);

  return (
    <>
      <LiveRefresh of="ticket" id={id} />
      {/* Its line is always there, so that nothing jumps. */}
      <p className="-my-2 min-h-5 text-sm text-ink-soft">{writing && whoWrites(writing, forStaff)}</p>
    </>
  );
}

function whoWrites(by: "customer" | "staff", forStaff: boolean): string {
  if ((by === "staff") === forStaff) return t("A colleague is writing a reply…");
  return forStaff ? t("The customer is writing a reply…") : t("Our team is writing a reply…");
}
