/** The pages of the gallery: which address and hat each pretends to have. */
import type { PageModule } from "../src/app/routes";
import type { RoleName } from "../src/records/account";
import { Desk } from "./Desk";
import { Entry } from "./Entry";
import { Parts } from "./Parts";
import { States } from "./States";
import { Today } from "./Today";

interface GalleryPage {
  path: string;
  role: RoleName;
  Page: PageModule["Page"];
}

/** A page that cannot be drawn, to see what the shell makes of it. */
function Fallen(): never {
  throw new Error("this page falls on purpose");
}

export const pages: Record<string, GalleryPage> = {
  today: { path: "/", role: "coach", Page: Today },
  entry: { path: "/logboek/5", role: "coach", Page: Entry },
  desk: { path: "/review/5", role: "coordinator", Page: Desk },
  parts: { path: "/ik", role: "coachee", Page: Parts },
  broken: { path: "/", role: "coach", Page: Fallen },
  states: { path: "/sessies", role: "coach", Page: States },
};
