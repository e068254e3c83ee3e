"""What the user is told: answers, the page and the command line."""
