"""Values and pure rules: what a lesson is, what happened in a session, what a result means."""
