"""Favourites found by choosing between two pictures, again and again. Pure functions: they ask no database.

`narrowing` comes to at most six candidates, `choosing` says what to ask next, `standing` what the choices add up to,
`habits` what to know before trusting them.
"""
