"use client";

import { useContext } from "react";
import { FieldContext, useLimits, useTyped } from "@/components/ui/form-context";

type Given = {
  id?: string;
  name?: string;

  required?: boolean;
  minLength?: number;
  maxLength?: number;
  "aria-describedby"?: string;
};

/** Connects a control to its `<Field>`: name, id, hint and error, and the previous value. */
export function useControl(given: Given) {
  const field = useContext(FieldContext);
  const name = given.name ?? field?.name;
  const typed = useTyped(name);
  const limits = useLimits(name);
  return {
    limits: { minLength: given.minLength ?? limits.minLength, maxLength: given.maxLength ?? limits.maxLength },
    typed: typeof typed === "string" ? typed : undefined,
    attributes: {
      id: given.id ?? field?.id,
      name,
      required: given.required ?? field?.required,
      "aria-describedby": given["aria-describedby"] ?? field?.describedBy,
      "aria-invalid": field?.invalid || undefined,
    },
  };
}
