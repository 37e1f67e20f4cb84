"""What a teacher does on the stage beside the lesson: pen, spotlight, timer, lots. None of it is kept."""
