"""Who is this: codes and links by mail, sessions, invitations, and the page of one's own devices."""
