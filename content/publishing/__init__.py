"""What may happen to a text and to a reader's report, and who may do it: the only writers of both."""
