"""The `selko` command."""

from selkoapp.cli.command import main

__all__ = ["main"]
