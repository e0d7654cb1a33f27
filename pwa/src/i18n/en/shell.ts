import type { Like } from "../like";
import type { shell as nl } from "../nl/shell";

export const shell = {
  name: "maatje",
  skip: "Skip to content",
  main: "Main menu",
  home: "maatje, to Today",
  tabs: {
    today: "Today",
    sessions: "Sessions",
    logboek: "Log",
    review: "Logs",
    goals: "Goals",
    me: "Me",
  },
  titles: {
    newSession: "New session",
    session: "Session",
    newGoal: "New goal",
    goal: "Goal",
    devices: "Devices",
    mail: "Mail address",
    lostPhone: "Lost your phone",
    held: "Didn't get through",
    versions: "Two versions",
    signIn: "Sign in",
    invitation: "Invitation",
    notFound: "This page does not exist",
  },
  status: {
    allSaved: "all saved",
    unsentPhone: (count: number) => `${count} on this phone`,
    unsentComputer: (count: number) => `${count} on this computer`,
    updatedAt: (time: string) => `updated at ${time}`,
  },
  offline: "No internet. Everything you do stays on this phone and goes along later by itself.",
  update: {
    text: "There is a new version of the app. You can finish what you are doing first.",
    now: "Update now",
    later: "Later",
  },
  signInAgain: { text: "Please sign in again. Nothing is lost.", act: "Sign in" },
  upgrade: {
    text: "This version of the app is too old to save to the server. Your text is safe on this phone.",
    act: "Update",
  },
  disk: "Saving on this phone does not work right now. Keep this page open and free some space. We keep trying.",
  broken: {
    title: "Something went wrong here",
    text: "That is the app's fault, not yours. What you wrote is still on this phone.",
    again: "Try again",
    copy: "Copy what has not been sent",
    copied: "Copied. Paste it somewhere safe.",
    nothing: "Everything is saved already. There was nothing to copy.",
    home: "To Today",
  },
  notFound: {
    title: "This page does not exist",
    text: "Perhaps the link is not right, or this is no longer yours to see.",
    act: "To Today",
  },
} satisfies Like<typeof nl>;
