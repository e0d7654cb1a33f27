/** What is picked of the versions, and what it becomes; also as a text that can be kept while one is half way. Pure. */
import { pieces, type Run, remaining, standing, type Take, type Value } from "../../store/proposal";
import type { Choice } from "./versions";

/** For one question: one of the versions, or both together. `takes`: piece by piece; `typed`: then in one's own words. */
export type Picked = { version: number } | Together;

export interface Together {
  both: Value;
  takes?: readonly Take[];
  typed?: true;
}

/** The two texts laid over each other; nothing where there are no two texts. */
export function runsOf({ two }: Choice): Run[] {
  return two ? pieces(two.theirs, two.mine) : [];
}

/** Which sides stand in what was picked. */
export function takesOf(all: readonly Run[], { both, takes }: Together): readonly Take[] {
  return takes ?? standing(all, String(both));
}

/** One piece is tapped: its side goes, or comes back. */
export function tapped(all: readonly Run[], picked: Together, index: number, side: keyof Take): Together {
  const takes = takesOf(all, picked).map((take, at) => (at === index ? { ...take, [side]: !take[side] } : take));
  return { both: remaining(all, takes), takes };
}

/** Back from one's own words to the pieces, as far as they stand in them. */
export function pieceByPiece(all: readonly Run[], { both }: Together): Together {
  const takes = standing(all, String(both));
  return { both: remaining(all, takes), takes };
}

/** To begin with: both where they can be joined, else what stands there now; an empty place never wins by itself. */
export function firstPicks(all: readonly Choice[]): Record<string, Picked> {
  return Object.fromEntries(all.map((choice) => [choice.key, firstPick(choice)]));
}

/** What the record becomes: every question that was asked, also where it stays as it is. */
export function outcome(all: readonly Choice[], picks: Readonly<Record<string, Picked>>): Record<string, Value | null> {
  return Object.fromEntries(all.map((choice) => [choice.key, picked(choice, picks[choice.key] ?? { version: 0 })]));
}

/** To be kept. `ground`: what the choice was between; should that have changed, only what one made oneself still counts. */
export function halfway(picked: Picked, ground: string): string {
  return JSON.stringify({ ground, picked });
}

export function wholeAgain(kept: string, ground: string): Picked | undefined {
  const { ground: then, picked } = read(kept);
  if (!picked || then === ground) return picked;
  return "both" in picked && (picked.typed || picked.takes) ? { both: picked.both, typed: true } : undefined;
}

/** The words of a choice that can no longer be made. */
export function textIn(kept: string): string {
  const { picked } = read(kept);
  return picked && "both" in picked && typeof picked.both === "string" ? picked.both : "";
}

function read(kept: string): { ground?: string; picked?: Picked } {
  try {
    return JSON.parse(kept);
  } catch {
    return {}; // nothing was kept: JSON.parse throws on an empty text
  }
}

function firstPick({ versions, both }: Choice): Picked {
  if (both !== undefined) return { both };
  const filled = versions.findIndex(({ value }) => value !== null);
  return { version: Math.max(0, filled) };
}

function picked({ versions }: Choice, pick: Picked): Value | null {
  if ("version" in pick) return versions[pick.version]?.value ?? null;
  return pick.both === "" ? null : pick.both;
}
