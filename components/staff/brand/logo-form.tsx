import { BrandLogo } from "@/components/shell/brand-logo";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { BrandDetails } from "@/lib/staff/brand/schema";

export type LogoFormProps = { logo: BrandDetails["logo"]; set: FormAction; remove: FormAction };

/** The logo, and how to replace or remove it. */
export function LogoForm({ logo, set, remove }: LogoFormProps) {
  return (
    <div className="flex flex-col items-start gap-4">
      {logo && <BrandLogo logo={logo} alt="Current logo" className="h-12 max-w-full" />}
      {logo?.plateOn && (
        <p className="text-sm text-ink-soft">
          It's hard to see in the {logo.plateOn} theme, so it's shown on a {logo.plateOn === "dark" ? "white" : "dark"}{" "}
          background there.
        </p>
      )}
      <OperationForm
        action={set}
        submitLabel={logo ? "Replace logo" : "Upload logo"}
        submitVariant="secondary"
        pendingLabel="Uploading…"
        doneMessage="Logo saved."
        resetOnDone
        label="Logo"
      >
        <Field
          name="logo"
          label="Logo"
          hint="PNG, JPEG or WebP, up to 1 MB and at least 24 pixels high. SVG isn't accepted. A square logo is also the icon in browser tabs."
          required
        >
          <FileInput accept="image/png,image/jpeg,image/webp" />
        </Field>
      </OperationForm>
      {logo && (
        <OperationForm
          action={remove}
          submitLabel="Remove logo"
          submitVariant="ghost"
          doneMessage="Logo removed."
          label="Remove logo"
        />
      )}
    </div>
  );
}
