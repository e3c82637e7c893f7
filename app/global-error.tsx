"use client";

import { t } from "@/lib/platform/language/t";
import ErrorPage from "./error";
import "./globals.css";

/** The last resort if the root layout fails: it has its own document and follows the system theme. */
export default function GlobalError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>{t("Something went wrong")}</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
