"""Answers from printed cards held up to a camera."""

import os

# Before numpy is imported below: its threads fight with OpenCV's, and a frame then takes ten times longer.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
