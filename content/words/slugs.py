"""Articles that the program knows by their address."""

URGENT = "symptoms-and-urgent-help"
COMING_TO_GERMANY = "coming-to-germany"
