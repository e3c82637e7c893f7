import type { ReactNode } from "react";

export type MessagePageProps = {
  title: string;
  actions: ReactNode;
  /** Above the title. */
  logo?: ReactNode;
  children: ReactNode;
};

/** A page with a single message: not found, or failed. */
export function MessagePage(props: MessagePageProps) {
  const { title, actions, logo, children } = props;
  return (
    <main className="mx-auto flex max-w-md flex-col items-center px-4 py-24 text-center">
      {logo && <div className="mb-5">{logo}</div>}
      <h1 className="text-lg font-semibold tracking-tight text-ink">{title}</h1>
      <div className="mt-2 text-ink-soft">{children}</div>
      <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>
    </main>
  );
}
