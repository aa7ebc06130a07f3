"""Web pages: the article, and not the page around it."""
