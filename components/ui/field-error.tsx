import { CircleAlert } from "lucide-react";

/** The messages beside a field; the icon says "error" without colour. */
export function FieldError({ id, messages }: { id: string; messages: string[] }) {
  if (messages.length === 0) return null;
  return (
    <p id={id} className="flex gap-1.5 text-sm text-danger-text">
      <CircleAlert className="mt-0.75 size-3.5" role="img" aria-label="Error:" />
      <span>{messages.join(" ")}</span>
    </p>
  );
}
