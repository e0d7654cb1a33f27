/** At a glance: how it went, who was there, what was done, and how the last sessions of this group went. */
import { t } from "../../i18n/t";
import { lastMoods, presentOf } from "./around";
import { lineById } from "./template";
import { isTalk, moodOf } from "./titles";
import { attendance, type Entry, lines } from "./world";

export function Facts({ entry }: { entry: Entry }) {
  const words = t().review;
  const present = isTalk(entry) ? undefined : presentOf(attendance.value, entry.fields.session);
  const done = lineById(entry, "done")?.chosen ?? [];
  return (
    <dl class="Facts">
      <Fact name={words.mood} value={moodOf(entry)} />
      <Fact name={words.present} value={present && words.ofAll(present.there, present.all)} />
      <Fact name={words.did} value={done.map(({ label }) => label).join(" · ")} />
      <LastSessions entry={entry} />
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string | undefined }) {
  if (!value) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** A line of the last moods, also in words for who does not see it. With fewer than three there is nothing to see in it. */
function LastSessions({ entry }: { entry: Entry }) {
  const words = t().review;
  const moods = lastMoods(
    entry,
    lines.value.map((line) => line.entry),
  );
  if (moods.length < 3) return null;
  const x = (index: number) => 4 + (index * 88) / (moods.length - 1);
  const y = (mood: number) => 24 - (mood - 1) * 5;
  const path = moods.map((mood, index) => `${index === 0 ? "M" : "L"}${x(index)} ${y(mood)}`).join("");
  return (
    <div class="last">
      <dt>{words.lastSessions}</dt>
      <dd>
        <svg viewBox="0 0 96 28" role="img" aria-label={words.moods(moods)}>
          <path d={path} />
          <circle cx={x(moods.length - 1)} cy={y(moods.at(-1) ?? 3)} r="3" />
        </svg>
      </dd>
    </div>
  );
}
