import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { CataloguePicture } from "./catalogue-picture";

export type PictureFormProps = {
  of: "product" | "category";
  ownerId: string;
  pictureId: string | null;
  set: FormAction;
  remove: FormAction;
};

/** The picture of a product or category, and how to replace or remove it. */
export function PictureForm({ of, ownerId, pictureId, set, remove }: PictureFormProps) {
  const hidden = { of, ownerId };
  return (
    <div className="flex flex-wrap items-start gap-4">
      {pictureId && <CataloguePicture src={`/api/v1/staff/pictures/${pictureId}`} />}
      <OperationForm
        action={set}
        hidden={hidden}
        submitLabel={pictureId ? t("Replace picture") : t("Add picture")}
        submitVariant="secondary"
        pendingLabel={t("Uploading…")}
        doneMessage={t("Picture saved.")}
        resetOnDone
        label={t("Picture")}
      >
        <Field name="picture" label={t("Picture")} hint={t("PNG, JPEG or WebP, up to 1 MB.")} required>
          <FileInput accept="image/png,image/jpeg,image/webp" />
        </Field>
      </OperationForm>
      {pictureId && (
        <OperationForm
          action={remove}
          hidden={hidden}
          submitLabel={t("Remove picture")}
          submitVariant="ghost"
          doneMessage={t("Picture removed.")}
          label={t("Remove picture")}
        />
      )}
    </div>
  );
}
