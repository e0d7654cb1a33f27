"""The bytes of photos, drawings and voice notes: taken in piece by piece, looked at, kept, given out, cleared away."""
