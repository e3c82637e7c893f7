"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast-store";
import { DeadlineError, withDeadline } from "@/lib/platform/kernel/with-deadline";
import { t } from "@/lib/platform/language/t";

/** Turns notifications on in this browser. `publicKey` is the portal's, for the browser's push service. */
export function PushButton({ publicKey }: { publicKey: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [able, setAble] = useState(false);
  useEffect(() => setAble("serviceWorker" in navigator && "PushManager" in window), []);

  async function turnOn() {
    setBusy(true);
    const problem = await subscribe(publicKey).catch((error) =>
      error instanceof DeadlineError || error?.name === "TimeoutError"
        ? t("There was no answer in time. Try again.")
        : t("This browser could not turn them on."),
    );
    setBusy(false);
    if (problem === null) router.refresh();
    else showToast({ kind: "danger", message: problem });
  }

  return (
    <div className="needs-script">
      <Button variant="secondary" disabled={busy || !able} onClick={turnOn}>
        {t("Turn on for this browser")}
      </Button>
      {!able && <p className="mt-2 text-sm text-ink-soft">{t("This browser can't show notifications.")}</p>}
    </div>
  );
}

/** A person answers the first; the others are up to the browser, its push service and the portal. */
const PERSON_MS = 120_000;
const BROWSER_MS = 30_000;

/** @returns why it didn't succeed */
async function subscribe(key: string): Promise<string | null> {
  const permission = await withDeadline(PERSON_MS, Notification.requestPermission());
  if (permission !== "granted") return t("Allow notifications in the browser first.");
  const { endpoint, keys } = (await withDeadline(BROWSER_MS, newSubscription(key))).toJSON();
  const response = await fetch("/api/v1/me/push-subscriptions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ endpoint, p256dh: keys?.p256dh, auth: keys?.auth, userAgent: navigator.userAgent }),
    signal: AbortSignal.timeout(BROWSER_MS),
  });
  return response.ok ? null : (await response.json()).detail;
}

async function newSubscription(applicationServerKey: string): Promise<PushSubscription> {
  await navigator.serviceWorker.register("/push.js");
  const { pushManager } = await navigator.serviceWorker.ready;
  // One that somebody else left here would be theirs.
  await (await pushManager.getSubscription())?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}
