"""Measurements as ratios to something measured in the same run, so that they mean the same on every machine."""
