"""Words with places on pages (PDF, OFD, scans) made into paragraphs and tables again."""
