/** Who was there: everybody, until tapped away. */
import { t } from "../../i18n/t";
import { Section } from "../../ui/Section";
import { Tiles } from "../../ui/Tiles";
import { heads } from "./attendance";
import { tapMember } from "./logboek";
import { isTalk, type World } from "./world";

export function Who({ world }: { world: World }) {
  const words = t().logboek;
  const { members, states } = world;
  if (isTalk(world)) return null;
  if (members.length === 0) {
    return (
      <Section title={words.who}>
        <p class="soft">{words.noMembers}</p>
      </Section>
    );
  }
  const people = members.map(({ member, name }) => ({ id: member, name, state: states.get(member) ?? "present" }));
  return (
    <Tiles
      label={words.who}
      aside={words.ofAll(heads(states), members.length)}
      people={people}
      onTap={(member, next) => tapMember(world, member, next)}
    />
  );
}
