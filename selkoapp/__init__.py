"""Selkoapp: find the paid work that you yourself want."""
