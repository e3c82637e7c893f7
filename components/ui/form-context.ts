"use client";

import { createContext, useContext } from "react";
import { type FormState, idleForm } from "@/lib/platform/kernel/form-state";

type FormInfo = { id: string; state: FormState; pending: boolean };

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

/** What was typed under this name the last time the form was sent and not accepted. */
export function useTyped(name: string | undefined): string | string[] | undefined {
  const { state } = useForm();
  return name && state.status === "invalid" ? state.values[name] : undefined;
}

/** The messages for this field. */
export function useErrors(name: string | undefined): string[] {
  const { state } = useForm();
  return (name && state.status === "invalid" && state.fields[name]) || [];
}
