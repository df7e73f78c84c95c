"""What the project is made of, and what is known against it: `make audit`."""
