"""From what is written to what is known: people, roles, dates, places, credits, kind, pages."""
