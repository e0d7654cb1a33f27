import type { Like } from "../like";
import type { roles as nl } from "../nl/roles";

export const roles = {
  coachee: "student",
  coach: "coach",
  senior: "senior coach",
  coordinator: "coordinator",
  tutor: "tutor",
  researcher: "researcher",
  admin: "administrator",
} satisfies Like<typeof nl>;
