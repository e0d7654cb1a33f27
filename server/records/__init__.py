"""What things are: the kinds of record, how a batch of mutations is judged, and where it is kept."""
