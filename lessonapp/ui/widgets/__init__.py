"""Parts that the teacher's windows share."""
