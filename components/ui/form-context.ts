"use client";

import { createContext, useContext } from "react";
import { type FieldLimits, type FormState, idleForm } from "@/lib/platform/kernel/form-state";

type FormInfo = { id: string; state: FormState; pending: boolean; limits?: FieldLimits | undefined };

export const FormContext = createContext<FormInfo>({ id: "form", state: idleForm, pending: false });

export type FieldInfo = {
  id: string;
  name: string;
  required: boolean;
  describedBy: string | undefined;
  invalid: boolean;
};

export const FieldContext = createContext<FieldInfo | null>(null);

export function useForm(): FormInfo {
  return useContext(FormContext);
}

/** The value last submitted under this name, if it was rejected or only previewed. */
export function useTyped(name: string | undefined): string | string[] | undefined {
  const { state } = useForm();
  return name && (state.status === "invalid" || state.status === "previewed") ? state.values[name] : undefined;
}

/** The length limits of this field: `lines.0.description` has the limits of every line. */
export function useLimits(name: string | undefined): FieldLimits[string] {
  const { limits } = useForm();
  return (name && limits?.[name.replace(/\.\d+(?=\.|$)/g, ".*")]) || {};
}

/** The messages for this field. */
export function useErrors(name: string | undefined): string[] {
  const { state } = useForm();
  return (name && state.status === "invalid" && state.fields[name]) || [];
}
