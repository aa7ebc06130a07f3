"""Documents on paper, as GB/T 9704-2012 has them: laid out, painted, written as PDF, printed."""
