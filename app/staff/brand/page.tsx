import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { BrandForm } from "@/components/staff/brand/brand-form";
import { BrandPreview } from "@/components/staff/brand/brand-preview";
import { LogoForm } from "@/components/staff/brand/logo-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { t } from "@/lib/platform/language/t";
import { removeLogo } from "@/lib/staff/brand/remove-logo";
import { setLogo } from "@/lib/staff/brand/set-logo";
import { updateBrand } from "@/lib/staff/brand/update-brand";
import { viewBrand } from "@/lib/staff/brand/view-brand";

export const generateMetadata = (): Metadata => ({ title: t("Brand") });

export default personPage(async ({ execute, action }) => {
  const brand = await execute(viewBrand, {});
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader title={t("Brand")} description={t("How customers see the portal, its email and its documents.")} />
      <Panel title={t("Logo")}>
        <LogoForm logo={brand.logo} set={action(setLogo)} remove={action(removeLogo)} />
      </Panel>
      <Panel title={t("Name, colours and email")}>
        <BrandForm key={brand.version} brand={brand} action={action(updateBrand)} />
      </Panel>
      <Panel title={t("Preview")} description={t("What is saved, in both themes.")}>
        <BrandPreview brand={await currentBrand()} />
      </Panel>
    </div>
  );
});
