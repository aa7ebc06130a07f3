"""The Whoosh index and jieba's tokens."""
