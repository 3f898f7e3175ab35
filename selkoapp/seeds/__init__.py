"""The named people and a real fortnight, for the demo and the browser stories. Safe to run twice."""
