"""Simulated people at the real service: how well their favourites are found, and their habits. `selko simulate interests`."""
