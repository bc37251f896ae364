"""Reads one untrusted file in a confined process. Imports neither Django nor the rest of the portal."""
