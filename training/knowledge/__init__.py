"""What public libraries know, written once into the compact files that the parser reads."""
