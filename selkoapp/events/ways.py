"""Which picture stands beside the words that say how to get to a meeting."""

import re

# How each way is named in the texts of coaches, whatever their endings, in the three languages.
WAYS = {
    "travel_bus": r"buss\w*|linja-auto\w*|bus",
    "travel_train": r"juna\w*|tåg\w*|trains?",
    "travel_taxi": r"taksi\w*|taxi\w*",
    "travel_bike": r"pyörä\w*|pyöri\w*|cykl\w*|cykel\w*|bikes?|bicycles?",
    "travel_walk": r"kävel\w*|promener\w*|walk\w*",
}
ANY_WAY = "how_to_get_there"


def way_picture(how_to_get_there: str) -> str:
    """The picture of the one way that the text names; that of any way when it names none or several."""
    named = [picture for picture, words in WAYS.items() if re.search(rf"\b(?:{words})\b", how_to_get_there, re.IGNORECASE)]
    return named[0] if len(named) == 1 else ANY_WAY
