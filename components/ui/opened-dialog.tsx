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
    return () => dialog.removeEventListener("close", leave);
  }, [id, closesTo, router]);
  return null;
}
