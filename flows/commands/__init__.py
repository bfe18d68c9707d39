"""The commands of `kaoju`, one a module; what they need is imported when they run."""
