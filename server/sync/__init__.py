"""The routes by which devices push what was typed and pull what is new."""
