import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { FollowLinks } from "@/components/shell/follow-links";
import { KeptFocus } from "@/components/shell/kept-focus";
import { Speaking } from "@/components/shell/speaking";
import { Toaster } from "@/components/ui/toaster";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { flashCookie, readFlash } from "@/lib/platform/kernel/flash";
import { readTheme, themeCookie } from "@/lib/platform/kernel/theme";
import { sentencesForBrowser } from "@/lib/platform/language/catalogues";
import { t } from "@/lib/platform/language/t";
import { currentLanguage } from "@/lib/platform/language/with-language";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const { name, iconHref } = await currentBrand();
  return {
    title: { default: name, template: `%s · ${name}` },
    description: t("Manage your account, people, services and billing."),
    icons: iconHref,
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f4f7f8" },
    { media: "(prefers-color-scheme: dark)", color: "#0b1115" },
  ],
};

/** Reading cookies here makes every page dynamic, which the nonce of the security policy needs as well. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  const theme = readTheme(jar.get(themeCookie)?.value);
  const { themeHref } = await currentBrand();
  const flash = readFlash(`flash=${encodeURIComponent(jar.get(flashCookie)?.value ?? "")}`);
  const language = currentLanguage();
  return (
    <html lang={language} data-theme={theme} suppressHydrationWarning>
      {themeHref && (
        <head>
          <link rel="stylesheet" href={themeHref} />
        </head>
      )}
      <body>
        <Speaking code={language} sentences={sentencesForBrowser(language)}>
          {children}
          <Toaster initial={flash} />
          <FollowLinks />
          <KeptFocus />
        </Speaking>
      </body>
    </html>
  );
}
