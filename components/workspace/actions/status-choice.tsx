"use client";

import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { type ActionItem, statusNames } from "@/lib/workspace/actions/schema";

type Props = Pick<ActionItem, "id" | "number" | "version" | "status"> & { send: FormAction };

/** The status of one action of a list. In the browser, so that a page doesn't send the choices once a row. */
export const StatusChoice = ({ id, number, version, status, send }: Props) => (
  <OperationForm
    action={send}
    hidden={{ actionId: id, version }}
    label={t("Status of action #{number}", { number })}
    submitLabel={t("Set status")}
    submitVariant="secondary"
    submitSize="sm"
    layout="inline"
  >
    <Field name="status" label={t("Status of action #{number}", { number })} required hideLabel>
      <Select
        options={Object.entries(statusNames).map(([value, label]) => ({ value, label: t(label) }))}
        defaultValue={status}
      />
    </Field>
  </OperationForm>
);
