"""System checks of our own: what Django cannot know about this portal."""
