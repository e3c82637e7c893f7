import { cx } from "@/components/ui/cx";

export type AvatarProps = { name: string; size?: "sm" | "md" | "lg"; shape?: "person" | "account" };

const sizes = { sm: "avatar-sm", md: "avatar-md", lg: "avatar-lg" };

/** Initials of a person (round) or an account (square). The name is next to it, so it is hidden from screen readers. */
export function Avatar({ name, size = "md", shape = "person" }: AvatarProps) {
  return (
    <span aria-hidden="true" className={cx("avatar", sizes[size], shape === "person" ? "rounded-full" : "rounded-md")}>
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "");
  return letters.join("").toLocaleUpperCase() || "?";
}
