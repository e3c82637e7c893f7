import { Icon } from "@/components/ui/icon";

/** A field's error messages; the icon marks an error without relying on colour. */
export function FieldError({ id, messages }: { id: string; messages: string[] }) {
  if (messages.length === 0) return null;
  return (
    <p id={id} className="flex gap-1.5 text-sm text-danger-text">
      <Icon name="circle-alert" className="mt-0.75 size-3.5" label="Error:" />
      <span>{messages.join(" ")}</span>
    </p>
  );
}
