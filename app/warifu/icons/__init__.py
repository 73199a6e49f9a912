"""Brand icons: what fits a title, and how it is drawn."""
