/** What the roles are called; staff words stay with staff. */
export const roles = {
  coachee: "student",
  coach: "coach",
  senior: "senior",
  coordinator: "coördinator",
  tutor: "leercoach",
  researcher: "onderzoeker",
  admin: "beheerder",
};
