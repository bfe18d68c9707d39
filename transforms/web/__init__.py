"""What is found on the web, recognised: addresses, lists of articles, kinds of pages. No network here."""
