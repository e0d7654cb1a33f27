"""What one can be in a scope."""

SELF = "self"
COACHEE, COACH, SENIOR, COORDINATOR = "coachee", "coach", "senior", "coordinator"
TUTOR, RESEARCHER, ADMIN = "tutor", "researcher", "admin"
