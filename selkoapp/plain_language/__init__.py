"""A tool that reads a text and says what is hard in it. Knows no person and no page."""
