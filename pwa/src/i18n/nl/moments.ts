/** What a session is called; Vandaag says it before the other words of the sessions are there. */
export const moments = {
  session: (number: number) => `Sessie ${number}`,
  talk: (number: number) => `Gesprek ${number}`,
  kinds: {
    community: "Sessie",
    individual: "Gesprek",
    training: "Training",
    intervision: "Intervisie",
    outing: "Uitje",
  } as Record<string, string>,
};
