"""What the places of the dashboard are called, and the key of each."""

PLAN = 1
NAMES = {1: "Plan", 2: "Architecture", 3: "Hosts", 4: "Disk", 5: "Checklist"}
"""What each place is called, by the key that opens it."""
