/** Who else read it, by name and moment. */
import { dayTime } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { readership } from "../../records/reading";
import { all } from "../../store/live";
import { Readers } from "../../ui/Readers";
import { type Entry, known, myself } from "./world";

export function ReadBy({ entry }: { entry: Entry }) {
  const words = t().review;
  const state = readership(entry, all("receipt").value);
  if (state.state !== "read") return null;
  const others = state.by.filter(({ reader }) => reader !== myself());
  return (
    <>
      {others.map(({ reader, at }) => (
        <Readers key={reader} text={words.readBy(known(reader) || words.someone, at ? dayTime(at) : "")} />
      ))}
    </>
  );
}
