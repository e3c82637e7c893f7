import type { Metadata } from "next";
import { MessagePage } from "@/components/shell/message-page";
import { ButtonLink } from "@/components/ui/button-link";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Page not found") });

/** The same for missing records and those the viewer has no access to. */
export default function NotFound() {
  return (
    <MessagePage title={t("Page not found")} actions={<ButtonLink href="/">{t("Back to home")}</ButtonLink>}>
      <p>{t("It may have been removed, or you may not have access to it.")}</p>
    </MessagePage>
  );
}
