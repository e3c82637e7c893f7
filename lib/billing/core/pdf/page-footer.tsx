import { Text, View } from "@react-pdf/renderer";
import type { Seller } from "./party";
import { style } from "./style";

/** On every page: who the seller is by law, which document this is, and where in it one is. */
export function PageFooter({ seller, reference }: { seller: Seller; reference: string }) {
  const legal = [seller.vatId && `VAT ID ${seller.vatId}`, seller.registration, seller.email, seller.phone];
  return (
    <View style={style.footer} fixed>
      <Text
        style={style.pageNumber}
        render={({ pageNumber, totalPages }) => `${reference}  ·  Page ${pageNumber} of ${totalPages}`}
      />
      <Text style={style.small}>{[seller.name, ...seller.lines].join(", ")}</Text>
      <Text style={style.small}>{legal.filter(Boolean).join("  ·  ")}</Text>
    </View>
  );
}
