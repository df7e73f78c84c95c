"""What costs more as the tables grow, and whether a worker grows with the documents it reads."""
