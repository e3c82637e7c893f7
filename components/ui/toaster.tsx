"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { onToast, type Toast } from "@/components/ui/toast-store";
import { flashCookie, readFlash } from "@/lib/platform/kernel/flash";
import { t } from "@/lib/platform/language/t";

/**
 * The portal's only live region. `initial` is the flash that a redirect left in a cookie: rendered by the server, so it
 * works without JavaScript; with it, the cookie is cleared at once and later flashes are read on navigation.
 */
export function Toaster({ initial }: { initial: Toast | null }) {
  const [toast, setToast] = useState(initial);
  const path = usePathname();

  useEffect(() => onToast(setToast), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a navigation may have brought a new flash
  useEffect(() => {
    const flash = readFlash(document.cookie);
    if (!flash) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every supported browser
    document.cookie = `${flashCookie}=; path=/; max-age=0`;
    setToast(flash);
  }, [path]);
  useEffect(() => {
    if (!toast || toast.kind === "danger") return;
    const timer = setTimeout(() => setToast(null), 8000);
    return () => clearTimeout(timer);
  }, [toast]);

  return (
    <div role="status" className="toaster">
      {toast && (
        <div className="toast" data-kind={toast.kind}>
          <p className="min-w-0 flex-1 py-1">{toast.message}</p>
          <Button
            variant="ghost"
            size="sm"
            aria-label={t("Dismiss")}
            icon={<Icon name="x" />}
            onClick={() => setToast(null)}
            className="needs-script"
          />
        </div>
      )}
    </div>
  );
}
