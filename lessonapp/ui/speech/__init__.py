"""Reading the stage aloud."""
