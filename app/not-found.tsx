import type { Metadata } from "next";
import { MessagePage } from "@/components/shell/message-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Page not found" };

/** The same for missing records and those the viewer has no access to. */
export default function NotFound() {
  return (
    <MessagePage title="Page not found" actions={<ButtonLink href="/">Back to home</ButtonLink>}>
      <p>It may have been removed, or you may not have access to it.</p>
    </MessagePage>
  );
}
