"""Who exists: people, programmes, communities, and who is what to whom, from when until when."""
