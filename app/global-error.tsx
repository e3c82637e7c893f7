"use client";

import ErrorPage from "./error";
import "./globals.css";

/** The last resort, when even the root layout failed: it brings its own document and follows the machine's theme. */
export default function GlobalError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>Something went wrong · Portcullis</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
