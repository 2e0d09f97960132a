"""What English does in its own order. The twin of `language/zh`: the same modules, with the same functions."""
