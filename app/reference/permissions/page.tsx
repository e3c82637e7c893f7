import type { Metadata } from "next";
import { PermissionTable } from "@/components/reference/permission-table";
import { PolicyNotes } from "@/components/reference/policy-notes";
import { RoleChoice } from "@/components/reference/role-choice";
import { Logo } from "@/components/shell/logo";
import { SkipLink } from "@/components/shell/skip-link";
import { TextLink } from "@/components/ui/text-link";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { t } from "@/lib/platform/language/t";
// Features declare which permissions are in use.
import "@/lib/http/registry";
import { isOffered } from "@/lib/platform/operations/offered-permissions";
import { areaName, areas } from "@/lib/policy/areas";
import { permissionKeys } from "@/lib/policy/permissions";
import { type Role, roles } from "@/lib/policy/roles";

export const generateMetadata = (): Metadata => ({
  title: t("Permissions"),
  description: t("What each role can do in the portal."),
});

/** The policy in words, generated from the tables that decide, so it can't be out of date. Public. */
export default async function PermissionsPage({ searchParams }: PageProps<"/reference/permissions">) {
  const { role } = await searchParams;
  const chosen = isRole(role) ? role : "owner";
  return (
    <div className="mx-auto min-h-dvh max-w-6xl px-4 pt-6 pb-16 sm:px-6">
      <SkipLink />
      <header className="mb-6">
        <Logo brand={await currentBrand()} />
      </header>
      <main id="main" tabIndex={-1} className="flex flex-col outline-none">
        <h1 className="text-xl font-semibold tracking-tight text-ink">{t("Permissions")}</h1>
        <p className="mt-1 mb-6 max-w-prose text-ink-soft">
          {t(
            "What each role can do. This page is generated from the rules the portal enforces. A tick means yes, a dash means no, and text is the condition that applies.",
          )}{" "}
          <TextLink href="/reference/policy">{t("Policy documents")}</TextLink>
        </p>
        <div className="max-lg:order-last max-lg:mt-12">
          <PolicyNotes />
        </div>
        <nav aria-label={t("Areas")} className="lg:mt-8">
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {areas.map((area) => (
              <li key={area}>
                <TextLink href={`#${area}`}>{areaName(area)}</TextLink>
              </li>
            ))}
          </ul>
        </nav>
        <RoleChoice chosen={chosen} />
        <PermissionTable chosen={chosen} notInUse={permissionKeys.filter((key) => !isOffered(key))} />
      </main>
    </div>
  );
}

const isRole = (value: unknown): value is Role => typeof value === "string" && Object.hasOwn(roles, value);
