"""Answers from printed cards held up to a camera."""

import os

# Before numpy is imported below: its threads fight with OpenCV's, and a frame then takes ten times longer.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# What is wrong with a file is told once, in the user's language, and not by the libraries.
os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
