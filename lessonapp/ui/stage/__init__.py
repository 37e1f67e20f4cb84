"""The picture that the class sees."""
