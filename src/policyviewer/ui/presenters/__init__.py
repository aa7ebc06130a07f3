"""Between the panes and the services: what a gesture of the user leads to."""
