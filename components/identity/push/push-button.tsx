"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast-store";
import { t } from "@/lib/platform/language/t";

/** Turns notifications on in this browser. `publicKey` is the portal's, for the browser's push service. */
export function PushButton({ publicKey }: { publicKey: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [able, setAble] = useState(false);
  useEffect(() => setAble("serviceWorker" in navigator && "PushManager" in window), []);

  async function turnOn() {
    setBusy(true);
    const problem = await subscribe(publicKey).catch(() => t("This browser could not turn them on."));
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

/** @returns why it didn't succeed */
async function subscribe(applicationServerKey: string): Promise<string | null> {
  if ((await Notification.requestPermission()) !== "granted") return t("Allow notifications in the browser first.");
  await navigator.serviceWorker.register("/push.js");
  const { pushManager } = await navigator.serviceWorker.ready;
  // One that somebody else left here would be theirs.
  await (await pushManager.getSubscription())?.unsubscribe();
  const { endpoint, keys } = (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })).toJSON();
  const response = await fetch("/api/v1/me/push-subscriptions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ endpoint, p256dh: keys?.p256dh, auth: keys?.auth, userAgent: navigator.userAgent }),
  });
  return response.ok ? null : (await response.json()).detail;
}
