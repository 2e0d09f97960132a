"""What Chinese does in its own order. The twin of `language/en`: the same modules, with the same functions."""
