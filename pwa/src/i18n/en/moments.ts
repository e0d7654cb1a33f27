/** What a session is called; Today says it before the other words of the sessions are there. */
import type { Like } from "../like";
import type { moments as nl } from "../nl/moments";

export const moments = {
  session: (number) => `Session ${number}`,
  talk: (number) => `Talk ${number}`,
  kinds: {
    community: "Session",
    individual: "Talk",
    training: "Training",
    intervision: "Peer review",
    outing: "Outing",
  },
} satisfies Like<typeof nl>;
