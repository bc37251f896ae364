"""Measures the portal as it is installed. Never part of it: nothing outside this folder imports it."""
