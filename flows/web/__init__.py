"""Articles from the web: sources that are files of settings, polite asking, and an archive of what came."""
