"""`python -m selkoapp.cli`: the same as `selko`."""

from selkoapp.cli.command import main

main()
