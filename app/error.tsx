"use client";

import { MessagePage } from "@/components/shell/message-page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

/** Shown when rendering fails. The digest identifies the error in the server's log. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <MessagePage
      title="This page couldn't be displayed"
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
          <ButtonLink href="/">Back to home</ButtonLink>
        </>
      }
    >
      <p>Something went wrong on our side. Your saved data is safe.</p>
      {error.digest && (
        <p className="mt-2 text-sm">
          Reference for support: <code className="font-mono">{error.digest}</code>
        </p>
      )}
    </MessagePage>
  );
}
