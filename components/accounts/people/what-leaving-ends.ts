import type { RemovalPreview } from "@/lib/accounts/people/schema";
import { listed } from "@/lib/platform/kernel/listed";
import { t } from "@/lib/platform/language/t";

/** What a removal ends in the workspace, and what it leaves to others, in sentences. */
export function whatLeavingEnds(leaving: RemovalPreview, isYou: boolean): string[] {
  const { groups, folders, meetings, decisions, actions, leads } = leaving;
  const places = [
    groups > 0 && t("{count, plural, one {# discussion group} other {# discussion groups}}", { count: groups }),
    folders > 0 && t("{count, plural, one {the list of # folder} other {the lists of # folders}}", { count: folders }),
    meetings > 0 && t("{count, plural, one {# upcoming meeting} other {# upcoming meetings}}", { count: meetings }),
    decisions > 0 && t("{count, plural, one {# decision} other {# decisions}}", { count: decisions }),
  ].filter((one) => one !== false);
  const values = { places: listed(places) };
  return [
    ...(places.length === 0
      ? []
      : [
          isYou
            ? t("You lose your place in {places}. If you are invited again later, you don't get it back.", values)
            : t("They lose their place in {places}. If you invite them again later, they don't get it back.", values),
        ]),
    ...(actions > 0
      ? [
          isYou
            ? t(
                "{count, plural, one {# open action stays assigned to you.} other {# open actions stay assigned to you.}} Reassign them first if somebody else should do them.",
                { count: actions },
              )
            : t(
                "{count, plural, one {# open action stays assigned to them.} other {# open actions stay assigned to them.}} Reassign them first if somebody else should do them.",
                { count: actions },
              ),
        ]
      : []),
    ...(leads > 0
      ? [
          t(
            "{count, plural, one {# group, meeting or decision then needs somebody else to lead it.} other {# groups, meetings or decisions then need somebody else to lead them.}}",
            { count: leads },
          ),
        ]
      : []),
  ];
}
