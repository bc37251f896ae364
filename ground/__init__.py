"""What every app stands on: it imports none of them, and knows nothing of what they are about."""
