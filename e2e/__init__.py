"""Journeys in a real browser, told as a person would tell them. test_0xx_* only read, test_1xx_* write."""
