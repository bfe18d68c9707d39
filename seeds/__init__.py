"""Knowledge as data (registry, rules) and sample articles."""
