"""What a plan comes to: verdicts, workspaces, architecture and totals, kept up to date."""
