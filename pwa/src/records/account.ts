/** What the server tells about the one who is signed in, and about signing in: the bodies that are not records. */

export type RoleName = "coachee" | "coach" | "senior" | "coordinator" | "tutor" | "researcher" | "admin";

export interface Role {
  role: RoleName;
  programme: string | null;
  community: string | null;
  membership: string | null;
  coaching: string | null;
  from: string;
  until: string | null;
}

export interface Me {
  person: { id: string; name: string; email: string | null; language: string | null };
  roles: Role[];
  scopes: Record<string, { write: string[] }>;
  programmes: { id: string; name: string; hue: number | null }[];
  communities: {
    id: string;
    name: string;
    kind: "group" | "pair";
    programme: string;
    coachings: { id: string; from: string; until: string | null }[];
  }[];
  demo: boolean;
}

export interface SignedIn {
  person: Me["person"];
}

export interface DemoPerson {
  email: string;
  name: string;
  roles: (Role & { programme_name: string; community_name: string | null })[];
}

export interface Device {
  id: string;
  device: string;
  current: boolean;
  created_at: string;
  last_contact: string;
}

export interface NewInvitation {
  role: RoleName;
  programme: string;
  community?: string;
  /** Instead of `community`: founded along with the invitation. */
  new_community?: { name: string; kind: "group" | "pair" };
  email?: string;
  uses?: number;
}

/** One that was made, as its coordinator sees it. */
export interface Invitation {
  id: string;
  programme: string;
  role: RoleName;
  community: string | null;
  email: string | null;
  uses_left: number;
  until: string;
  url: string;
}

/** The same, as whoever holds the link sees it: names instead of ids. */
export interface Offer {
  role: RoleName;
  programme: string;
  hue: number | null;
  community: string | null;
  by: string | null;
  sent_to: string | null;
  until: string;
}

export interface Acceptance {
  token: string;
  name?: string;
  email?: string;
  language?: string;
}

export interface HeldOnServer {
  mid: string;
  id: string;
  kind: string;
  set: Record<string, unknown>;
  reason: string;
  at: string;
}

export interface HeldAnswer {
  held: HeldOnServer[];
}

export interface HistoryAnswer {
  revisions: {
    rev: string;
    mid: string;
    author: string;
    at: string;
    received_at: string;
    set: Record<string, unknown>;
    outcome: string;
  }[];
}

/** Good enough to send a mail to; the server looks closer. */
export function looksLikeMail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}
