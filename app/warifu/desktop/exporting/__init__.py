"""The pages that take accounts out: for whom, what gets lost, where to, and what to do with the file."""
