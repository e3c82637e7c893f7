import type { Metadata } from "next";
import { PolicyDocuments } from "@/components/reference/policy-documents";
import { Logo } from "@/components/shell/logo";
import { SkipLink } from "@/components/shell/skip-link";
import { TextLink } from "@/components/ui/text-link";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({
  title: t("Policy documents"),
  description: t("Each row of the policy documents, with the rule that decides and the test that proves it."),
});

/** The documents that the permissions were made from, beside the rules and tests. Generated; public. */
export default async function PolicyPage() {
  return (
    <div className="mx-auto min-h-dvh max-w-6xl px-4 pt-6 pb-16 sm:px-6">
      <SkipLink />
      <header className="mb-6">
        <Logo brand={await currentBrand()} />
      </header>
      <main id="main" tabIndex={-1} className="outline-none">
        <h1 className="text-xl font-semibold tracking-tight text-ink">{t("Policy documents")}</h1>
        <p className="mt-1 max-w-prose text-ink-soft">
          {rich(
            "Each row of the two documents that say who may do what, with the rule that the portal applies and the test that proves it. All roles are under <link>Permissions</link>.",
            { link: (text) => <TextLink href="/reference/permissions">{text}</TextLink> },
          )}
        </p>
        <PolicyDocuments />
      </main>
    </div>
  );
}
