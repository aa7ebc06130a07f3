"""Word's .docx: parts, styles, numbers, paragraphs and tables as a reader sees them."""
