import { BrandLogo } from "@/components/shell/brand-logo";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { BrandDetails } from "@/lib/staff/brand/schema";

export type LogoFormProps = { logo: BrandDetails["logo"]; set: FormAction; remove: FormAction };

/** The logo, and how to replace or remove it. */
export function LogoForm({ logo, set, remove }: LogoFormProps) {
  return (
    <div className="flex flex-col items-start gap-4">
      {logo && <BrandLogo logo={logo} alt={t("Current logo")} className="h-12 max-w-full" />}
      {logo?.plateOn && (
        <p className="text-sm text-ink-soft">
          {t(
            "It's hard to see in the {theme, select, dark {dark} other {light}} theme, so it's shown on a {theme, select, dark {white} other {dark}} background there.",
            { theme: logo.plateOn },
          )}
        </p>
      )}
      <OperationForm
        action={set}
        submitLabel={logo ? t("Replace logo") : t("Upload logo")}
        submitVariant="secondary"
        pendingLabel={t("Uploading…")}
        doneMessage={t("Logo saved.")}
        resetOnDone
        label={t("Logo")}
      >
        <Field
          name="logo"
          label={t("Logo")}
          hint={t(
            "PNG, JPEG or WebP, up to 1 MB and at least 24 pixels high. SVG isn't accepted. A square logo is also the icon in browser tabs.",
          )}
          required
        >
          <FileInput accept="image/png,image/jpeg,image/webp" />
        </Field>
      </OperationForm>
      {logo && (
        <OperationForm
          action={remove}
          submitLabel={t("Remove logo")}
          submitVariant="ghost"
          doneMessage={t("Logo removed.")}
          label={t("Remove logo")}
        />
      )}
    </div>
  );
}
