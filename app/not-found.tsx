import type { Metadata } from "next";
import { Logo } from "@/components/shell/logo";
import { MessagePage } from "@/components/shell/message-page";
import { ButtonLink } from "@/components/ui/button-link";
import { Drawn } from "@/components/ui/drawn";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Page not found") });

/** Sent with every page, in case it is not found. The same for missing records and those the viewer has no access to. */
export default async function NotFound() {
  return (
    <Drawn>
      <MessagePage
        title={t("Page not found")}
        logo={<Logo brand={await currentBrand()} />}
        actions={<ButtonLink href="/">{t("Back to home")}</ButtonLink>}
      >
        <p>{t("It may have been removed, or you may not have access to it.")}</p>
      </MessagePage>
    </Drawn>
  );
}
