"""Answers from printed cards held up to a camera."""

import os

# Before numpy is imported anywhere below: its threads fight with OpenCV's, and a frame takes ten times longer.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
