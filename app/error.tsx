"use client";

import { MessagePage } from "@/components/shell/message-page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

/** Shown when rendering fails. The digest identifies the error in the server's log. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <MessagePage
      title={t("This page couldn't be displayed")}
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            {t("Try again")}
          </Button>
          <ButtonLink href="/">{t("Back to home")}</ButtonLink>
        </>
      }
    >
      <p>{t("Something went wrong on our side. Your saved data is safe.")}</p>
      {error.digest && (
        <p className="mt-2 text-sm">
          {rich("Reference for support: {code}", { code: <code className="font-mono">{error.digest}</code> })}
        </p>
      )}
    </MessagePage>
  );
}
