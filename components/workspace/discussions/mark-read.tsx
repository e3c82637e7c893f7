"use client";

import { useEffect } from "react";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

export type MarkReadProps = {
  threadId: string;
  /** The newest post on the page. */
  number: number;
  /** Where it is posted to. */
  href: string;
  /** For browsers without a script. */
  action: FormAction;
};

/** Notes that the posts on the page were read, once the page is looked at: a page loaded in advance isn't. */
export function MarkRead({ threadId, number, href, action }: MarkReadProps) {
  useEffect(() => {
    const send = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", send);
      const request = {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ number }),
      };
      void fetch(href, { ...request, keepalive: true }).catch(() => {});
    };
    document.addEventListener("visibilitychange", send);
    send();
    return () => document.removeEventListener("visibilitychange", send);
  }, [href, number]);
  return (
    <div className="hidden noscript:block">
      <OperationForm
        action={action}
        hidden={{ threadId, number }}
        label={t("Mark as read")}
        submitLabel={t("Mark as read")}
        submitVariant="secondary"
      />
    </div>
  );
}
