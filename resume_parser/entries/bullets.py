"""The marks that begin an item of a list."""

import re

BULLET = re.compile(r"^\s*(?:[•▪◦‣*·●○■□➢➤✓✔»❖⁃∙]\ufe0e?|[-–—](?=\s)|\(?\d{1,2}[.)]\s)\s*")
