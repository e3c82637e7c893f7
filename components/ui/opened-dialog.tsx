"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Makes a dialog that came open with its page a modal one, and leaves that page's address when it is closed. Without a script
 * it is open in the page, and closing it hides it.
 */
export function OpenedDialog({ id, closesTo }: { id: string; closesTo: string }) {
  const router = useRouter();
  useEffect(() => {
    const dialog = document.getElementById(id) as HTMLDialogElement | null;
    if (dialog === null) return;
    dialog.open = false;
    dialog.showModal();
    const leave = () => router.replace(closesTo, { scroll: false });
    dialog.addEventListener("close", leave);
    return () => {
      dialog.removeEventListener("close", leave);
      // The row went with what was done in its dialog, before that could close.
      if (new URLSearchParams(window.location.search).get("confirm") === id) {
        window.history.replaceState(null, "", closesTo);
      }
    };
  }, [id, closesTo, router]);
  return null;
}
