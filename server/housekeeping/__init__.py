"""What is cleared away in the course of time, whoever asks for it or not."""
