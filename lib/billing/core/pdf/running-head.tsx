import { Text } from "@react-pdf/renderer";
import { style } from "./style";

/** At the top of every page but the first, so that a page that got lost still says where it belongs. */
export function RunningHead({ seller, title }: { seller: string; title: string }) {
  return (
    <Text
      style={style.running}
      fixed
      render={({ pageNumber }) => (pageNumber > 1 ? `${seller}  ·  ${title}, continued` : "")}
    />
  );
}
