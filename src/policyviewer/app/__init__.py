"""Services, one use case each; no Qt."""
