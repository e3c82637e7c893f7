import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SetupFields } from "@/components/setup/setup-fields";
import { PublicFrame } from "@/components/shell/public-frame";
import { OperationForm } from "@/components/ui/operation-form";
import { fieldLimits } from "@/lib/http/field-limits";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { t } from "@/lib/platform/language/t";
import { setUpInput } from "@/lib/setup/schema";
import { isSetupToken } from "@/lib/setup/setup-token";
import { setUpAction } from "./action";

export const generateMetadata = (): Metadata => ({ title: t("Set up the portal") });

/** The first page of a new portal. Once somebody is on the team, there is no such page. */
export default async function SetupPage({ params }: PageProps<"/setup/[token]">) {
  const { token } = await params;
  if (!(await isSetupToken(token))) notFound();
  return (
    <PublicFrame
      title={t("Set up the portal")}
      description={t("Create the first manager and enter your company's details. Managers add the rest of the team.")}
      brand={await currentBrand()}
      size="wide"
    >
      <OperationForm
        action={{ send: setUpAction, limits: fieldLimits(setUpInput) }}
        hidden={{ token }}
        label={t("Set up the portal")}
        submitLabel={t("Set up the portal")}
        pendingLabel={t("Setting up…")}
        wideSubmit
      >
        <SetupFields />
      </OperationForm>
    </PublicFrame>
  );
}
