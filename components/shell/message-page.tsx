import type { ReactNode } from "react";
import { LogoMark } from "@/components/shell/logo";

/** A page with a single message: not found, or failed. */
export function MessagePage({ title, actions, children }: { title: string; actions: ReactNode; children: ReactNode }) {
  return (
    <main className="mx-auto flex max-w-md flex-col items-center px-4 py-24 text-center">
      <LogoMark className="mb-5 size-10" />
      <h1 className="text-lg font-semibold tracking-tight text-ink">{title}</h1>
      <div className="mt-2 text-ink-soft">{children}</div>
      <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>
    </main>
  );
}
