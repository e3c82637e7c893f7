import { MessagePage } from "@/components/shell/message-page";

/** The page that was asked for cannot be made now. It says so and nothing else: asking again is the browser's own button. */
export function Unavailable({ title, detail }: { title: string; detail: string }) {
  return (
    <MessagePage title={title} actions={null}>
      <p>{detail}</p>
    </MessagePage>
  );
}
