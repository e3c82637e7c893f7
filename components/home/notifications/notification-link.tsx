"use client";

import { PageLink } from "@/components/ui/page-link";

/** Leads to what a notification is about, and marks it as read on the way. */
export function NotificationLink({ id, href, children }: { id: string; href: string; children: string }) {
  const markRead = () =>
    void fetch(`/api/v1/me/notifications/${id}/read`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
      keepalive: true,
    }).catch(() => {});
  return (
    <PageLink href={href} onClick={markRead} className="font-medium text-ink hover:underline">
      {children}
    </PageLink>
  );
}
