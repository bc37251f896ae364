"""What readers see of the guide."""
