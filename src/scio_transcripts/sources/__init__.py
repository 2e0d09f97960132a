"""Bytes to text: the only stage that reads the disk."""
